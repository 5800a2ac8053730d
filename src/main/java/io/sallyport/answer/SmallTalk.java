package io.sallyport.answer;

import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.regex.Pattern;

/** Knows greetings, thanks and sign-offs, and the turns of phrase by which people ask. */
final class SmallTalk {

    private static final List<Pattern> SMALL_TALK = patterns("/answer/small-talk.txt");
    private static final List<Pattern> ASKING = patterns("/answer/asking.txt");
    private static final Pattern GREETING = Pattern.compile(
            "^(?:(?:hi|hiya|hello|hey|hej|hallo|good (?:morning|afternoon|evening)|dear)\\b[^,!?.:]{0,25}"
                    + "[,!:]+|quick (?:one|question):|one more thing:)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGN_OFF = Pattern.compile(
            "(?:many )?(?:thanks|thank you|cheers|regards|rgds|kind regards|best wishes|yours.*|best|merci|ta)[ ,.!]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_LINE =
            Pattern.compile("[-/ ]*\\p{Lu}[\\p{L}.'-]*(?:,? [\\p{L}&.'()-]+){0,4}[.,x ]*");

    private SmallTalk() {}

    static boolean isSmallTalk(String sentence) {
        return SMALL_TALK.stream().anyMatch(pattern -> pattern.matcher(sentence).matches());
    }

    static boolean asks(String sentence) {
        return ASKING.stream().anyMatch(pattern -> pattern.matcher(sentence).find());
    }

    static String withoutGreeting(String sentence) {
        return GREETING.matcher(sentence).replaceFirst("");
    }

    static boolean isSignOff(String line) {
        return SIGN_OFF.matcher(line).matches();
    }

    /** Whether a last line can be the writer's name rather than a sentence. */
    static boolean isNameLine(String line) {
        return NAME_LINE.matcher(line).matches() && !asks(line);
    }

    private static List<Pattern> patterns(String resource) {
        return Lexicon.lines(resource).stream()
                .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE))
                .toList();
    }
}
