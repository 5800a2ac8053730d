package io.sallyport.answer;

import io.sallyport.text.Contractions;
import io.sallyport.text.Lexicon;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Questions that bear no question mark. */
final class Unmarked {

    private static final String SEPARATOR = " : ";

    /** Another kind, named within a line. */
    private static final Pattern NAMED = Pattern.compile("\\{([a-z]+)}");

    private static final Map<String, String> KINDS = Lexicon.lines("/answer/unmarked.txt").stream()
            .map(line -> line.split(SEPARATOR, 2))
            .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.joining("|"))));

    /** Possessive, so that a thousand leads in a row neither take long nor fill the stack. */
    private static final Pattern OPENING = Pattern.compile("^[\\s,;:.!-]*+(?:(?:" + kind("lead")
            + ")\\b[\\s,;:.!-]*+)*+(?:" + kind("opening") + ")(?=[^\\p{L}\\p{N},;]+[\\p{L}\\p{N}])");

    private static final Pattern WITHIN = Pattern.compile(kind("within"));
    private static final Pattern NOT = Pattern.compile(kind("not"));

    private Unmarked() {}

    /** @param words a sentence or a part of one */
    static boolean asks(String words) {
        String plain = Contractions.expand(words.toLowerCase(Locale.ROOT));
        return (OPENING.matcher(plain).find() || WITHIN.matcher(plain).find())
                && !NOT.matcher(plain).find();
    }

    private static String kind(String name) {
        String lines = Optional.ofNullable(KINDS.get(name))
                .orElseThrow(() -> new IllegalStateException(
                        "/answer/unmarked.txt has no line of kind " + name + ": add one or mend the {name}"));
        return NAMED.matcher(lines).replaceAll(named -> Matcher.quoteReplacement("(?:" + kind(named.group(1)) + ")"));
    }
}
