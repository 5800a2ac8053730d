package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression: the score of a label is linear in the features. Learned by stochastic gradient
 * descent on the cross-entropy plus an L2 penalty, in an order drawn from a fixed seed, so that the same examples always
 * give the same head. Each feature has its own shrinking step (AdaGrad over the feature's row of weights), since an
 * n-gram seen twice must learn as much from each sight as a common one does from many.
 */
final class SoftmaxHead {

    /** @param penalty L2, relative to one example's loss */
    record Settings(int passes, double step, double penalty) {}

    private static final long SEED = 20_261_120;

    private final int labels;

    /** The labels of the first feature, then those of the second: one long row is read faster than many short ones. */
    private final float[] weights;

    private final float[] bias;

    private SoftmaxHead(float[] weights, float[] bias) {
        this.labels = bias.length;
        this.weights = weights;
        this.bias = bias;
    }

    private static SoftmaxHead blank(int features, int labels) {
        return new SoftmaxHead(new float[Math.multiplyExact(features, labels)], new float[labels]);
    }

    void write(DataOutputStream out) throws IOException {
        Numbers.write(out, weights);
        Numbers.write(out, bias);
    }

    static SoftmaxHead read(DataInputStream in) throws IOException {
        return new SoftmaxHead(Numbers.floats(in), Numbers.floats(in));
    }

    static SoftmaxHead train(List<Features> rows, int[] answers, int features, int labels, Settings settings) {
        var head = blank(features, labels);
        new Descent(head, settings, features).run(rows, answers);
        return head;
    }

    double[] scores(Features row) {
        var sums = bias.clone();
        for (var i = 0; i < row.at().length; i++) {
            var first = row.at()[i] * sums.length;
            var value = row.value()[i];
            for (var label = 0; label < sums.length; label++) {
                sums[label] += weights[first + label] * value;
            }
        }
        var scores = new double[labels];
        for (var label = 0; label < labels; label++) {
            scores[label] = sums[label];
        }
        return scores;
    }

    private static final class Descent {

        private static final float TINY = 1e-6f;

        private final SoftmaxHead head;
        private final Settings settings;
        private final float[] squares;
        private float biasSquares;

        Descent(SoftmaxHead head, Settings settings, int features) {
            this.head = head;
            this.settings = settings;
            this.squares = new float[features];
        }

        /** Averages the weights over the second half of the passes: the last steps' noise cancels out. */
        void run(List<Features> rows, int[] answers) {
            var random = new SplittableRandom(SEED);
            var order = new int[rows.size()];
            for (var i = 0; i < order.length; i++) {
                order[i] = i;
            }
            var averaged = blank(squares.length, head.labels);
            var counted = settings.passes() - settings.passes() / 2;
            for (var pass = 0; pass < settings.passes(); pass++) {
                shuffle(order, random);
                for (var at : order) {
                    learn(rows.get(at), answers[at]);
                }
                if (pass >= settings.passes() - counted) {
                    averaged.addShareOf(head, 1f / counted);
                }
            }
            head.takeFrom(averaged);
        }

        private static void shuffle(int[] order, SplittableRandom random) {
            for (var i = order.length - 1; i > 0; i--) {
                var j = random.nextInt(i + 1);
                var kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
        }

        private void learn(Features row, int answer) {
            var errors = errors(row, answer);
            var size = 0f;
            for (var error : errors) {
                size += error * error;
            }
            for (var i = 0; i < row.at().length; i++) {
                var at = row.at()[i];
                var value = row.value()[i];
                squares[at] += size * value * value;
                var step = (float) (settings.step() / Math.sqrt(squares[at] + TINY));
                descend(at * errors.length, errors, step * value, 1 - (float) Math.min(0.5, step * settings.penalty()));
            }
            biasSquares += size;
            add(head.bias, errors, (float) (-settings.step() / Math.sqrt(biasSquares + TINY)));
        }

        private void descend(int first, float[] errors, float step, float shrink) {
            var weights = head.weights;
            for (var label = 0; label < errors.length; label++) {
                weights[first + label] = weights[first + label] * shrink - step * errors[label];
            }
        }

        /** The gradient of the cross-entropy in the scores: shares minus what was right. */
        private float[] errors(Features row, int answer) {
            var logs = Shares.normalized(head.scores(row));
            var errors = new float[logs.length];
            for (var i = 0; i < errors.length; i++) {
                errors[i] = (float) Math.exp(logs[i]);
            }
            errors[answer] -= 1;
            return errors;
        }
    }

    /** The compiler turns this loop into vector instructions. */
    private static void add(float[] sums, float[] row, float factor) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += row[i] * factor;
        }
    }

    private void addShareOf(SoftmaxHead other, float share) {
        add(bias, other.bias, share);
        add(weights, other.weights, share);
    }

    private void takeFrom(SoftmaxHead other) {
        System.arraycopy(other.bias, 0, bias, 0, bias.length);
        System.arraycopy(other.weights, 0, weights, 0, weights.length);
    }
}
