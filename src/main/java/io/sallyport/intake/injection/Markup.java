package io.sallyport.intake.injection;

import io.sallyport.casefile.Screening.InjectionMark;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Signs that belong to a model's input format or make a reader's program call out, and have no place in a letter. */
final class Markup {

    /** The turn marks of common chat templates, and imitations of a prompt's own headings. */
    private static final List<Pattern> TURNS = List.of(
            Pattern.compile("<\\|[a-z_]{2,30}\\|>", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\[/?(INST|SYS|SYSTEM)]|<</?SYS>>"),
            Pattern.compile("</?(system|assistant|instructions?|prompt)(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "^\\W{0,6}(system|assistant|ai|developer)( prompt| message| instructions?| override)?\\s*:\\s*\\S.{3,}$",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE),
            Pattern.compile(
                    "^#{2,}\\s*(new |system )?(instruction|prompt|task|response)s?\\b.*$",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE),
            Pattern.compile(
                    "\\$(documents?|context|prompt|question)\\b|\\bcontext:\\s*[{\\[]", Pattern.CASE_INSENSITIVE));

    /** An image whose address carries something along: showing it would send that away. */
    private static final Pattern CARRYING_IMAGE =
            Pattern.compile("!\\[[^\\]]*]\\(\\s*https?://[^)\\s]*[?&][^)\\s]*[={$\\[][^)]*\\)");

    private static final Pattern PRINTS =
            Pattern.compile("\\b(print|console\\.log|os\\.system|eval|exec)\\s*\\(\\s*[\"'].*");

    private static final Pattern COMMENT = Pattern.compile("<!--(.{20,}?)-->", Pattern.DOTALL);

    /** Characters that no reader sees, more in a row than joined emoji or right-to-left names need. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x{E0000}-\\x{E007F}]{4,}|[\\u200B\\u2060\\uFEFF\\u200E\\u200F]{6,}");

    private Markup() {}

    static Stream<InjectionMark> find(String text) {
        return Stream.of(
                        TURNS.stream().flatMap(pattern -> marks("markup", pattern, text)),
                        marks("exfiltrate", CARRYING_IMAGE, text),
                        marks("other-task", PRINTS, text),
                        marks("markup", COMMENT, text),
                        marks("hidden", UNSEEN, text))
                .flatMap(marks -> marks);
    }

    private static Stream<InjectionMark> marks(String kind, Pattern pattern, String text) {
        return InjectionDetector.marks(kind, pattern.matcher(text).results().map(MatchResult::group));
    }
}
