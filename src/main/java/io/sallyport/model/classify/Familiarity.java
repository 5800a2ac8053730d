package io.sallyport.model.classify;

import java.util.List;

/**
 * How much a text belongs to what the examples speak of: the mean of two standard scores, the vector head's log Σ exp
 * of scores and the cosines of the nearest examples, each relative to its mean and spread over examples that the heads
 * have not seen. Around 0 for a text like the examples, well below for one that has nothing to do with them.
 */
record Familiarity(double evidenceMean, double evidenceSpread, double closenessMean, double closenessSpread) {

    static Familiarity of(List<Heads.Opinion> unseen) {
        var evidence = unseen.stream().mapToDouble(Heads.Opinion::evidence).toArray();
        var closeness = unseen.stream().mapToDouble(Familiarity::closeness).toArray();
        return new Familiarity(mean(evidence), spread(evidence), mean(closeness), spread(closeness));
    }

    double score(Heads.Opinion opinion) {
        return (standard(opinion.evidence(), evidenceMean, evidenceSpread)
                        + standard(closeness(opinion), closenessMean, closenessSpread))
                / 2;
    }

    private static double closeness(Heads.Opinion opinion) {
        return (opinion.similarity() + opinion.voters()) / 2;
    }

    private static double standard(double value, double mean, double spread) {
        return (value - mean) / spread;
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    private static double spread(double[] values) {
        var mean = mean(values);
        var square = java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return Math.max(1e-6, Math.sqrt(square));
    }
}
