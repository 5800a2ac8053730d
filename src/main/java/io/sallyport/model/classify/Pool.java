package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A log-linear pool: log share(label) = Σ over heads of weight × log share(label) of that head, normalized. The weights
 * are those that lose least (mean cross-entropy) on examples that the heads have not seen; since together they also
 * sharpen or flatten the shares, they calibrate as a temperature does.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
record Pool(double[] weights) {

    private static final int ROUNDS = 80;
    private static final double STEP = 0.3;

    static Pool fit(List<double[][]> logs, int[] answers) {
        var weights = new double[logs.getFirst().length];
        java.util.Arrays.fill(weights, 1.0 / weights.length);
        var squares = new double[weights.length];
        for (var round = 0; round < ROUNDS; round++) {
            var slope = slope(new Pool(weights), logs, answers);
            for (var head = 0; head < weights.length; head++) {
                squares[head] += slope[head] * slope[head];
                weights[head] = Math.max(0, weights[head] - STEP * slope[head] / Math.sqrt(squares[head] + 1e-12));
            }
        }
        return new Pool(weights);
    }

    /** Of the mean cross-entropy: for each head, its mean log under the pooled shares less that of the right label. */
    private static double[] slope(Pool pool, List<double[][]> logs, int[] answers) {
        var slope = new double[pool.weights.length];
        for (var row = 0; row < answers.length; row++) {
            var pooled = pool.of(logs.get(row));
            for (var head = 0; head < slope.length; head++) {
                var own = logs.get(row)[head];
                var expected = 0.0;
                for (var label = 0; label < own.length; label++) {
                    expected += Math.exp(pooled[label]) * own[label];
                }
                slope[head] += (expected - own[answers[row]]) / answers.length;
            }
        }
        return slope;
    }

    void write(DataOutputStream out) throws IOException {
        Numbers.write(out, weights);
    }

    static Pool read(DataInputStream in) throws IOException {
        return new Pool(Numbers.doubles(in));
    }

    /** @return logarithms of shares */
    double[] of(double[][] logs) {
        var sums = new double[logs[0].length];
        for (var head = 0; head < weights.length; head++) {
            for (var label = 0; label < sums.length; label++) {
                sums[label] += weights[head] * logs[head][label];
            }
        }
        return Shares.normalized(sums);
    }
}
