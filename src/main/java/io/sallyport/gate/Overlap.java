package io.sallyport.gate;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds words in a row that two texts share; texts are given as their words. */
final class Overlap {

    private Overlap() {}

    /** Whether so many words of the one stand in a row in the other, too. */
    static boolean isShared(List<String> words, List<String> others, int length) {
        return first(words, List.of(others), List.of(), length).isPresent();
    }

    /** The first so many words that stand in a row in one of these, and in none of those. */
    static Optional<String> first(
            List<String> words, List<List<String>> these, List<List<String>> notThose, int length) {
        for (int from = 0; from + length <= words.size(); from++) {
            List<String> run = words.subList(from, from + length);
            if (isIn(these, run) && !isIn(notThose, run)) {
                return Optional.of(String.join(" ", run));
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(List<List<String>> texts, List<String> run) {
        return texts.stream().anyMatch(text -> Collections.indexOfSubList(text, run) >= 0);
    }
}
