package io.sallyport.triage;

import java.util.List;

/**
 * How much a vector is like the examples of one kind: logistic regression, both kinds weighing alike, with L2 penalty,
 * fitted by Nesterov's accelerated gradient descent.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
record Likeness(float[] weights, double bias) {

    private static final int ROUNDS = 200;

    /** The penalty's inverse, in the usual notation C; 5 did best of 1, 5, 20 in cross-validation on the sample company. */
    private static final double STRENGTH = 5;

    /** @param vectors of unit length or less, so that a step of 2 is safe for the logistic loss */
    static Likeness fit(List<float[]> vectors, boolean[] answers) {
        int width = vectors.getFirst().length;
        double yes = 0;
        for (boolean answer : answers) {
            yes += answer ? 1 : 0;
        }
        double onYes = 0.5 / Math.max(1, yes);
        double onNo = 0.5 / Math.max(1, answers.length - yes);
        double penalty = 1 / (STRENGTH * answers.length);
        var now = new double[width + 1];
        var ahead = new double[width + 1];
        for (int round = 1; round <= ROUNDS; round++) {
            var slope = new double[width + 1];
            for (int row = 0; row < answers.length; row++) {
                float[] vector = vectors.get(row);
                double share = 1 / (1 + Math.exp(-score(ahead, vector)));
                double error = answers[row] ? (share - 1) * onYes : share * onNo;
                for (int i = 0; i < width; i++) {
                    slope[i] += error * vector[i];
                }
                slope[width] += error;
            }
            double momentum = (round - 1.0) / (round + 2.0);
            for (int i = 0; i <= width; i++) {
                double next = ahead[i] - 2 * (slope[i] + (i < width ? penalty * ahead[i] : 0));
                ahead[i] = next + momentum * (next - now[i]);
                now[i] = next;
            }
        }
        var weights = new float[width];
        for (int i = 0; i < width; i++) {
            weights[i] = (float) now[i];
        }
        return new Likeness(weights, now[width]);
    }

    private static double score(double[] weights, float[] vector) {
        double sum = weights[vector.length];
        for (int i = 0; i < vector.length; i++) {
            sum += weights[i] * vector[i];
        }
        return sum;
    }

    double of(float[] vector) {
        double sum = bias;
        for (int i = 0; i < vector.length; i++) {
            sum += weights[i] * vector[i];
        }
        return sum;
    }
}
