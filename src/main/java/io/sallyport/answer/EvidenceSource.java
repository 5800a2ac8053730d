package io.sallyport.answer;

import io.sallyport.casefile.Passage;
import java.util.List;
import java.util.Optional;

/** Where the Researcher looks things up. May be shared between threads. */
@FunctionalInterface
public interface EvidenceSource {

    /**
     * Passages near the question in words or meaning, best first, those that may not be quoted included.
     *
     * @param limit at most so many
     */
    List<Found> search(String question, int limit);

    /**
     * A passage, what speaks for it, and what its article is filed under.
     *
     * @param cosine of question and passage, -1 to 1
     * @param bm25 of the question's words in the passage; comparable within one search only
     * @param coverage share of the question's words, weighted by rarity, that the passage holds; 0 to 1
     */
    record Found(
            Passage passage,
            double cosine,
            double bm25,
            double coverage,
            Optional<String> productArea,
            List<String> tags) {
        public Found {
            tags = List.copyOf(tags);
        }

        /** Of two searches that found one passage, the better side of each. */
        Found or(Found other) {
            return new Found(
                    passage.score() >= other.passage.score() ? passage : other.passage,
                    Math.max(cosine, other.cosine),
                    Math.max(bm25, other.bm25),
                    Math.max(coverage, other.coverage),
                    productArea,
                    tags);
        }
    }
}
