package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tells texts of one kind from all others, by their meaning, their words and the signs that rules found in them. A text counts
 * as of the kind when it scores higher than all but a stated share of the plain texts did, each asked of heads that had not
 * seen it. Safe to share between threads.
 */
public final class Likeness {

    private static final int FOLDS = 4;

    /** Of meaning, words and signs. */
    private static final double[] TRUST = {1, 0.7, 0.7};

    private final ThreeHeads heads;
    private final double[] scales;
    private final double threshold;

    private Likeness(ThreeHeads heads, double[] scales, double threshold) {
        this.heads = heads;
        this.scales = scales.clone();
        this.threshold = threshold;
    }

    /**
     * @param isKind by index in the texts
     * @param isPlain texts that are not of the kind and typical of what will be asked about
     * @param mistaken share of such texts that may be taken for the kind, 0 to 1
     */
    public static Likeness learn(List<Studied> texts, IntPredicate isKind, IntPredicate isPlain, double mistaken) {
        int[] answers = IntStream.range(0, texts.size())
                .map(at -> isKind.test(at) ? 1 : 0)
                .toArray();
        double[][] unseen = unseen(texts, answers);
        double[] scales = scales(unseen);
        double[] plain = IntStream.range(0, texts.size())
                .filter(isPlain)
                .mapToDouble(at -> sum(unseen[at], scales))
                .sorted()
                .toArray();
        return new Likeness(ThreeHeads.train(texts, answers), scales, threshold(answers, plain, mistaken));
    }

    public void write(DataOutputStream out) throws IOException {
        heads.write(out);
        Numbers.write(out, scales);
        out.writeDouble(threshold);
    }

    /** @throws IOException also for what {@link #write} did not write */
    public static Likeness read(DataInputStream in) throws IOException {
        return new Likeness(ThreeHeads.read(in), Numbers.doubles(in), in.readDouble());
    }

    /** Of what no example was seen, nothing counts as like it; without plain texts, what is likelier of the kind than not. */
    private static double threshold(int[] answers, double[] plain, double mistaken) {
        if (Arrays.stream(answers).noneMatch(answer -> answer == 1)) {
            return Double.POSITIVE_INFINITY;
        }
        return plain.length == 0 ? 0 : plain[(int) Math.floor((1 - mistaken) * (plain.length - 1))];
    }

    /** For each text, what heads say of it that learned from the other folds only; folds learn side by side. */
    private static double[][] unseen(List<Studied> texts, int[] answers) {
        int[] fold = Folds.dealt(answers, FOLDS);
        var scores = new double[texts.size()][];
        IntStream.range(0, FOLDS).parallel().forEach(left -> {
            int[] known = IntStream.range(0, fold.length)
                    .filter(at -> fold[at] != left)
                    .toArray();
            var heads = ThreeHeads.train(
                    Arrays.stream(known).mapToObj(texts::get).toList(),
                    Arrays.stream(known).map(at -> answers[at]).toArray());
            IntStream.range(0, fold.length)
                    .filter(at -> fold[at] == left)
                    .forEach(at -> scores[at] = heads.ask(texts.get(at)));
        });
        return scores;
    }

    /** Brings each head's scores to one spread, so that trust alone decides who is heard. */
    private static double[] scales(double[][] scores) {
        var scales = TRUST.clone();
        for (var head = 0; head < scales.length; head++) {
            var at = head;
            double mean =
                    Arrays.stream(scores).mapToDouble(row -> row[at]).average().orElse(0);
            double square = Arrays.stream(scores)
                    .mapToDouble(row -> (row[at] - mean) * (row[at] - mean))
                    .average()
                    .orElse(0);
            // A head that says the same of every text has nothing to say.
            scales[head] = square == 0 ? 0 : scales[head] / Math.sqrt(square);
        }
        return scales;
    }

    private static double sum(double[] scores, double[] scales) {
        var sum = 0.0;
        for (var head = 0; head < scores.length; head++) {
            sum += scales[head] * scores[head];
        }
        return sum;
    }

    public boolean isLike(Studied text) {
        return sum(heads.ask(text), scales) > threshold;
    }
}
