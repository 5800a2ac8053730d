package io.sallyport.knowledge;

import io.sallyport.knowledge.CandidateScores.Scores;
import java.util.Comparator;
import java.util.List;

/**
 * Orders candidates. A fixed weighted sum, because both cosines and the coverage lie on scales that mean the same in
 * every search; reciprocal ranks and BM25 scaled to the best hit put passages that mention a rare word in passing above
 * the article about the matter. The weights are the middle of a wide flat top, measured on 146 questions over two help
 * centres: mean reciprocal rank .81, against .72 by the passage's meaning alone, .67 for reciprocal ranks of meaning and
 * words, .57 for words (BM25) alone.
 */
final class Fusion {

    private static final double TITLE = 0.7;
    private static final double WORDS = 0.15;

    record Fused(Scores scores, double score) {}

    private Fusion() {}

    static List<Fused> order(List<Scores> candidates, int k) {
        return candidates.stream()
                .map(one -> new Fused(one, score(one)))
                .sorted(Comparator.comparingDouble(Fused::score)
                        .reversed()
                        .thenComparingInt(fused -> fused.scores().document()))
                .limit(k)
                .toList();
    }

    /** At most 1. */
    private static double score(Scores one) {
        return (one.cosine() + TITLE * one.titleCosine() + WORDS * one.coverage()) / (1 + TITLE + WORDS);
    }
}
