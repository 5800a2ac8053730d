package io.sallyport.action;

import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of words by the name of their section: {@code section | words}, a line or more for each. */
final class WordLists {

    private final List<List<String>> rows;

    private WordLists(List<List<String>> rows) {
        this.rows = rows;
    }

    static WordLists load(String resource) {
        return new WordLists(Lexicon.rows(resource));
    }

    /** @throws IllegalArgumentException when there is no such section */
    Set<String> of(String section) {
        Set<String> words = rows.stream()
                .filter(row -> row.getFirst().equals(section))
                .flatMap(row -> Lexicon.words(row.getLast()).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the word list has no section " + section);
        }
        return words;
    }
}
