package io.sallyport.knowledge;

import io.sallyport.knowledge.CandidateScores.Scores;
import java.util.Comparator;
import java.util.List;

/** Orders candidates by both scores. */
final class Fusion {

    record Fused(Scores scores, double score) {}

    private static final double MEANING = 0.5;

    private Fusion() {}

    static List<Fused> order(List<Scores> candidates, int k) {
        var most = candidates.stream().mapToDouble(Scores::bm25).max().orElse(0);
        return candidates.stream()
                .map(one -> new Fused(one, score(one, most)))
                .sorted(Comparator.comparingDouble(Fused::score).reversed())
                .limit(k)
                .toList();
    }

    private static double score(Scores one, double most) {
        var words = most == 0 ? 0 : one.bm25() / most;
        return MEANING * one.cosine() + (1 - MEANING) * words;
    }
}
