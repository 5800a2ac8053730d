package io.sallyport.answer;

import io.sallyport.casefile.Passage;
import java.util.List;
import java.util.Optional;

/** Where the Researcher looks things up. */
@FunctionalInterface
public interface PassageSearch {

    /**
     * Passages near the question in words or meaning, best first, those that may not be quoted included.
     *
     * @param limit at most so many
     */
    List<Found> search(String question, int limit);

    /** A passage and what its article is filed under. */
    record Found(Passage passage, Optional<String> productArea, List<String> tags) {
        public Found {
            tags = List.copyOf(tags);
        }
    }
}
