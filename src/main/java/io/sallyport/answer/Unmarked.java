package io.sallyport.answer;

import io.sallyport.text.Lexicon;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Questions that bear no question mark. */
final class Unmarked {

    private static final String SEPARATOR = " : ";

    private static final Map<String, String> KINDS = Lexicon.lines("/answer/unmarked.txt").stream()
            .map(line -> line.split(SEPARATOR, 2))
            .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.joining("|"))));

    private static final Pattern OPENING = pattern("^[\\s,;:.!-]*(?:(?:" + kind("lead") + ")\\b[\\s,;:.!-]*)*(?:"
            + kind("opening") + ")(?=[^\\p{L}\\p{N},;]+[\\p{L}\\p{N}])");
    private static final Pattern WITHIN = pattern(kind("within"));
    private static final Pattern NOT = pattern(kind("not"));

    private Unmarked() {}

    /** @param words a sentence or a part of one */
    static boolean asks(String words) {
        String plain = words.replace('’', '\'');
        return (OPENING.matcher(plain).find() || WITHIN.matcher(plain).find())
                && !NOT.matcher(plain).find();
    }

    private static String kind(String name) {
        return Optional.ofNullable(KINDS.get(name)).orElseThrow();
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
