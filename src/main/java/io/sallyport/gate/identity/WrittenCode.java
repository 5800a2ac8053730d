package io.sallyport.gate.identity;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The code in what a customer wrote: six ASCII digits that stand alone. */
sealed interface WrittenCode {

    record None() implements WrittenCode {}

    record One(String code) implements WrittenCode {
        @Override
        public String toString() {
            return "One[]";
        }
    }

    /** Several that differ: somebody is guessing, or nobody can tell which is meant. */
    record Several() implements WrittenCode {}

    /**
     * Not a part of a longer number, an amount, a day, an order's or a phone's number: next to no letter, digit or sign that
     * numbers are written with. A full stop or comma may end the sentence after it.
     */
    Pattern ALONE = Pattern.compile(
            "(?<![\\p{L}\\p{N}\\p{M}\\p{Sc}_#/+\\-.,@=])[0-9]{6}(?![\\p{L}\\p{N}\\p{M}\\p{Sc}_#/+\\-@=%])(?![.,:][\\p{L}\\p{N}])");

    static WrittenCode in(String written) {
        List<String> found = ALONE.matcher(written)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        return switch (found.size()) {
            case 0 -> new None();
            case 1 -> new One(found.getFirst());
            default -> new Several();
        };
    }
}
