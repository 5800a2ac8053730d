package io.sallyport.text.phrases;

import io.sallyport.text.phrases.Phrasebook.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries of a phrasebook by the word they can begin with: most words of a message begin no phrase at all. */
final class Openings {

    /** All entries that such a word can begin, for every word that some entry names. */
    private final Map<String, List<Entry>> byWord = new HashMap<>();

    /** For all other words, by {@link WordShape#initial}: entries that may begin with more words than they name. */
    private final Map<Character, List<Entry>> byInitial = new HashMap<>();

    Openings(List<Entry> entries) {
        Map<Character, List<String>> named = namedIn(entries);
        for (Entry entry : entries) {
            var words = new HashSet<String>();
            var initials = new HashSet<Character>();
            for (WordShape shape : entry.phrase().openings()) {
                named.getOrDefault(shape.initial(), List.of()).stream()
                        .filter(shape::fits)
                        .forEach(words::add);
                if (!(shape instanceof WordShape.Exact)) {
                    initials.add(shape.initial());
                }
            }
            words.forEach(
                    word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry));
            initials.forEach(initial ->
                    byInitial.computeIfAbsent(initial, _ -> new ArrayList<>()).add(entry));
        }
    }

    private static Map<Character, List<String>> namedIn(List<Entry> entries) {
        var words = new HashSet<String>();
        for (Entry entry : entries) {
            entry.phrase().openings().stream()
                    .flatMap(shape -> shape instanceof WordShape.Exact(String word) ? Stream.of(word) : Stream.empty())
                    .forEach(words::add);
        }
        var named = new HashMap<Character, List<String>>();
        words.forEach(word -> named.computeIfAbsent(WordShape.initial(word), _ -> new ArrayList<>())
                .add(word));
        return named;
    }

    /** In the order of the book. */
    List<Entry> at(String word) {
        List<Entry> known = byWord.get(word);
        return known != null ? known : byInitial.getOrDefault(WordShape.initial(word), List.of());
    }
}
