package io.sallyport.model.classify;

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
    private final float[][] weights;
    private final float[] bias;

    private SoftmaxHead(int features, int labels) {
        this.labels = labels;
        this.weights = new float[features][labels];
        this.bias = new float[labels];
    }

    static SoftmaxHead train(List<Features> rows, int[] answers, int features, int labels, Settings settings) {
        var head = new SoftmaxHead(features, labels);
        new Descent(head, settings).run(rows, answers);
        return head;
    }

    double[] scores(Features row) {
        var sums = bias.clone();
        for (var i = 0; i < row.at().length; i++) {
            add(sums, weights[row.at()[i]], row.value()[i]);
        }
        var scores = new double[labels];
        for (var label = 0; label < labels; label++) {
            scores[label] = sums[label];
        }
        return scores;
    }

    /** The compiler turns this loop into vector instructions. */
    private static void add(float[] sums, float[] row, float factor) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += row[i] * factor;
        }
    }

    private static final class Descent {

        private static final float TINY = 1e-6f;

        private final SoftmaxHead head;
        private final Settings settings;
        private final float[] squares;
        private float biasSquares;

        Descent(SoftmaxHead head, Settings settings) {
            this.head = head;
            this.settings = settings;
            this.squares = new float[head.weights.length];
        }

        /** Averages the weights over the second half of the passes: the last steps' noise cancels out. */
        void run(List<Features> rows, int[] answers) {
            var random = new SplittableRandom(SEED);
            var order = new int[rows.size()];
            for (var i = 0; i < order.length; i++) {
                order[i] = i;
            }
            var averaged = new SoftmaxHead(head.weights.length, head.labels);
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
                descend(head.weights[at], errors, step * value, 1 - (float) Math.min(0.5, step * settings.penalty()));
            }
            biasSquares += size;
            add(head.bias, errors, (float) (-settings.step() / Math.sqrt(biasSquares + TINY)));
        }

        private static void descend(float[] weights, float[] errors, float step, float shrink) {
            for (var i = 0; i < weights.length; i++) {
                weights[i] = weights[i] * shrink - step * errors[i];
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

    private void addShareOf(SoftmaxHead other, float share) {
        add(bias, other.bias, share);
        for (var i = 0; i < weights.length; i++) {
            add(weights[i], other.weights[i], share);
        }
    }

    private void takeFrom(SoftmaxHead other) {
        System.arraycopy(other.bias, 0, bias, 0, bias.length);
        System.arraycopy(other.weights, 0, weights, 0, weights.length);
    }
}
