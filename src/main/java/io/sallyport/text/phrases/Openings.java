package io.sallyport.text.phrases;

import io.sallyport.text.Latest;
import io.sallyport.text.phrases.Phrasebook.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a phrasebook by the word they can begin with: most words of a message begin no phrase at all, and the same few
 * thousand come in most messages. May be shared between threads.
 */
final class Openings {

    private static final int REMEMBERED_WORDS = 8_192;

    private record Opening(Entry entry, Set<WordShape> words) {}

    private final Map<Character, List<Opening>> byInitial = new HashMap<>();
    private final Latest<String, List<Entry>> byWord = new Latest<>(REMEMBERED_WORDS, this::find);

    Openings(List<Entry> entries) {
        for (Entry entry : entries) {
            var opening = new Opening(entry, entry.phrase().openings());
            opening.words().stream()
                    .map(WordShape::initial)
                    .distinct()
                    .forEach(initial -> byInitial
                            .computeIfAbsent(initial, _ -> new ArrayList<>())
                            .add(opening));
        }
    }

    /** In the order of the book. */
    List<Entry> at(String word) {
        return byWord.of(word);
    }

    private List<Entry> find(String word) {
        return byInitial.getOrDefault(WordShape.initial(word), List.of()).stream()
                .filter(opening -> opening.words().stream().anyMatch(shape -> shape.fits(word)))
                .map(Opening::entry)
                .toList();
    }
}
