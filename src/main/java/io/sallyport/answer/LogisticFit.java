package io.sallyport.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits a {@link LinearModel} to examples by weighted logistic regression with a ridge. The same examples give the same model. */
final class LogisticFit {

    /** Gradient steps; the loss is convex and flat long before. */
    private static final int STEPS = 3_000;

    private static final double RATE = 0.5;

    /** Pull towards zero on standardised signals, per unit of total weight. */
    private static final double RIDGE = 0.002;

    /** @param weight how much it counts beside the others */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    record Row(double[] signals, boolean isPositive, double weight) {}

    private final List<String> names;
    private final List<Row> rows;
    private final double[] mean;
    private final double[] deviation;

    private LogisticFit(List<String> names, List<Row> rows) {
        this.names = names;
        this.rows = rows;
        this.mean = new double[names.size()];
        this.deviation = new double[names.size()];
        standardise();
    }

    static LinearModel of(List<String> names, List<Row> rows) {
        if (rows.stream().allMatch(Row::isPositive) || rows.stream().noneMatch(Row::isPositive)) {
            throw new IllegalArgumentException("fitting needs examples of both kinds, got " + rows.size() + " of one");
        }
        return new LogisticFit(names, rows).fit();
    }

    private void standardise() {
        for (int i = 0; i < mean.length; i++) {
            int signal = i;
            double average = rows.stream()
                    .mapToDouble(row -> row.signals()[signal])
                    .average()
                    .orElse(0);
            mean[i] = average;
            double variance = rows.stream()
                    .mapToDouble(row -> Math.pow(row.signals()[signal] - average, 2))
                    .average()
                    .orElse(0);
            deviation[i] = variance == 0 ? 1 : Math.sqrt(variance);
        }
    }

    private LinearModel fit() {
        double total = rows.stream().mapToDouble(Row::weight).sum();
        double[][] values = rows.stream().map(this::standardised).toArray(double[][]::new);
        double[] weights = new double[mean.length + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(values, weights, total);
            for (int i = 0; i < weights.length; i++) {
                weights[i] -= RATE * gradient[i];
            }
        }
        return model(weights);
    }

    /** The last value is the bias's, always 1. */
    private double[] standardised(Row row) {
        double[] values = Arrays.copyOf(row.signals(), mean.length + 1);
        for (int i = 0; i < mean.length; i++) {
            values[i] = (values[i] - mean[i]) / deviation[i];
        }
        values[mean.length] = 1;
        return values;
    }

    private double[] gradient(double[][] values, double[] weights, double total) {
        double[] gradient = new double[weights.length];
        for (int row = 0; row < values.length; row++) {
            double score = 0;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * values[row][i];
            }
            double miss = (1 / (1 + Math.exp(-score)) - (rows.get(row).isPositive() ? 1 : 0))
                    * rows.get(row).weight()
                    / total;
            for (int i = 0; i < weights.length; i++) {
                gradient[i] += miss * values[row][i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            gradient[i] += RIDGE * weights[i];
        }
        return gradient;
    }

    private LinearModel model(double[] weights) {
        var terms = new ArrayList<LinearModel.Term>();
        for (int i = 0; i < mean.length; i++) {
            terms.add(new LinearModel.Term(names.get(i), mean[i], deviation[i], weights[i]));
        }
        return new LinearModel(weights[mean.length], terms);
    }
}
