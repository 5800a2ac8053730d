package io.sallyport.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers as words, up to ninety-nine; larger ones are built from these by {@link Figures}. */
public final class NumberWords {

    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private static final Map<String, Integer> CARDINAL = cardinals();

    private NumberWords() {}

    public static Optional<Integer> cardinal(String lowerWord) {
        return Optional.ofNullable(CARDINAL.get(lowerWord));
    }

    /** "first" to "twelfth". */
    public static Optional<Integer> ordinal(String lowerWord) {
        int at = ORDINALS.indexOf(lowerWord);
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }

    private static Map<String, Integer> cardinals() {
        var numbers = new HashMap<String, Integer>();
        for (int n = 0; n < UNITS.size(); n++) {
            numbers.put(UNITS.get(n), n);
        }
        for (int n = 0; n < TENS.size(); n++) {
            numbers.put(TENS.get(n), 20 + 10 * n);
        }
        return Map.copyOf(numbers);
    }
}
