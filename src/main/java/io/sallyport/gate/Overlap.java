package io.sallyport.gate;

import io.sallyport.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds words in a row that two texts share. */
final class Overlap {

    private Overlap() {}

    /** The first run of that many words of the text that also stands in one of the others. */
    static Optional<String> run(String text, List<String> others, int length) {
        List<String> words = Words.of(text);
        List<List<String>> known = others.stream().map(Words::of).toList();
        for (int from = 0; from + length <= words.size(); from++) {
            List<String> run = words.subList(from, from + length);
            if (known.stream().anyMatch(other -> Collections.indexOfSubList(other, run) >= 0)) {
                return Optional.of(String.join(" ", run));
            }
        }
        return Optional.empty();
    }
}
