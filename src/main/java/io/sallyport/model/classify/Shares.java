package io.sallyport.model.classify;

/** Arithmetic on scores of labels: unnormalized logarithms of shares. */
final class Shares {

    private Shares() {}

    /** log Σ exp(score), without overflow. */
    static double logSumExp(double[] scores) {
        var best = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            best = Math.max(best, score);
        }
        var sum = 0.0;
        for (var score : scores) {
            sum += Math.exp(score - best);
        }
        return best + Math.log(sum);
    }

    /** The scores with log Σ exp brought to 0, so that they are logarithms of shares that add up to 1. */
    static double[] normalized(double[] scores) {
        var total = logSumExp(scores);
        var logs = new double[scores.length];
        for (var i = 0; i < logs.length; i++) {
            logs[i] = scores[i] - total;
        }
        return logs;
    }

    static int best(double[] scores) {
        var best = 0;
        for (var i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }
}
