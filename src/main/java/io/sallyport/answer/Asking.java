package io.sallyport.answer;

import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises what kind of thing a customer asks for, by their turns of phrase. */
final class Asking {

    private static final String SEPARATOR = " : ";

    private static final Map<String, List<Pattern>> KINDS = Lexicon.lines("/answer/asking-kinds.txt").stream()
            .map(line -> line.split(SEPARATOR, 2))
            .collect(Collectors.groupingBy(
                    row -> row[0],
                    Collectors.mapping(row -> Pattern.compile(row[1], Pattern.CASE_INSENSITIVE), Collectors.toList())));

    private Asking() {}

    /** They did what the article says and it did not help, or it broke again. */
    static boolean tried(String text) {
        return is("tried", text);
    }

    /** They would like something that may not exist. */
    static boolean wishes(String text) {
        return is("wish", text);
    }

    /** They want it done for them. */
    static boolean action(String text) {
        return is("action", text);
    }

    /** An order, invoice or charge of their own, which no article knows. */
    static boolean ownRecord(String text) {
        return is("own-record", text);
    }

    static boolean howTo(String text) {
        return is("how-to", text);
    }

    /** They ask for a number, a price, a time. */
    static boolean value(String text) {
        return is("value", text);
    }

    private static boolean is(String kind, String text) {
        return KINDS.getOrDefault(kind, List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(text).find());
    }
}
