package io.sallyport.answer;

import io.sallyport.answer.EvidenceSource.Found;
import io.sallyport.casefile.Specialist;
import io.sallyport.text.Lexicon;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which product areas and tags each specialist answers from. */
final class Scopes {

    private static final Map<Specialist, Set<String>> WORDS = read();

    private Scopes() {}

    /** An article filed under nothing belongs to everyone. */
    static boolean covers(Specialist specialist, Found found) {
        return covers(specialist, found.productArea(), found.tags());
    }

    static boolean covers(Specialist specialist, Optional<String> productArea, List<String> tags) {
        var words = WORDS.getOrDefault(specialist, Set.of());
        return productArea
                .map(area -> words.contains(area.toLowerCase(Locale.ROOT)))
                .orElseGet(() ->
                        tags.isEmpty() || tags.stream().anyMatch(tag -> words.contains(tag.toLowerCase(Locale.ROOT))));
    }

    /** Whether it is filed under words that no specialist has, such as a company's own. */
    static boolean isNobodys(Optional<String> productArea, List<String> tags) {
        return Stream.concat(productArea.stream(), tags.stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .noneMatch(word -> WORDS.values().stream().anyMatch(words -> words.contains(word)));
    }

    private static Map<Specialist, Set<String>> read() {
        var words = new EnumMap<Specialist, Set<String>>(Specialist.class);
        for (List<String> row : Lexicon.rows("/answer/scopes.txt")) {
            words.computeIfAbsent(Specialist.valueOf(row.getFirst().toUpperCase(Locale.ROOT)), _ -> new HashSet<>())
                    .addAll(Arrays.asList(row.getLast().split("\\s+")));
        }
        return words;
    }
}
