package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The three heads, learned from one set of examples. */
final class Heads {

    static final int COUNT = 3;

    // Chosen by cross-validation on the training half of the sample company.
    private static final SoftmaxHead.Settings ON_VECTORS = new SoftmaxHead.Settings(12, 0.3, 0.001);
    private static final SoftmaxHead.Settings ON_WORDS = new SoftmaxHead.Settings(12, 0.3, 0.001);

    private final Centre centre;
    private final SoftmaxHead onVectors;
    private final WordFeatures wordFeatures;
    private final SoftmaxHead onWords;
    private final Neighbours neighbours;

    private Heads(
            Centre centre,
            SoftmaxHead onVectors,
            WordFeatures wordFeatures,
            SoftmaxHead onWords,
            Neighbours neighbours) {
        this.centre = centre;
        this.onVectors = onVectors;
        this.wordFeatures = wordFeatures;
        this.onWords = onWords;
        this.neighbours = neighbours;
    }

    /** @param vector of the text, of unit length */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    record Example(WordFeatures.Grams grams, float[] vector, int answer) {}

    /**
     * @param logs for each head, the logarithm of each label's share
     * @param evidence log Σ exp of the vector head's scores: large when some label is strongly meant
     * @param nearest the examples most like the text, the nearest first
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    record Opinion(double[][] logs, double evidence, List<Neighbours.Vote> nearest, double similarity, double voters) {}

    static Heads train(List<Example> examples, int labels) {
        var centre = Centre.of(examples.stream().map(Example::vector).toList());
        var answers = examples.stream().mapToInt(Example::answer).toArray();
        var vectors =
                examples.stream().map(example -> centre.moved(example.vector())).toList();
        var wordFeatures = WordFeatures.of(examples.stream().map(Example::grams).toList());
        var words = examples.stream()
                .map(example -> wordFeatures.of(example.grams()))
                .toList();
        return new Heads(
                centre,
                SoftmaxHead.train(vectors, answers, centre.width(), labels, ON_VECTORS),
                wordFeatures,
                SoftmaxHead.train(words, answers, wordFeatures.count(), labels, ON_WORDS),
                Neighbours.of(examples.stream().map(Example::vector).toList(), answers, labels));
    }

    void write(DataOutputStream out) throws IOException {
        centre.write(out);
        onVectors.write(out);
        wordFeatures.write(out);
        onWords.write(out);
        neighbours.write(out);
    }

    static Heads read(DataInputStream in) throws IOException {
        return new Heads(
                Centre.read(in),
                SoftmaxHead.read(in),
                WordFeatures.read(in),
                SoftmaxHead.read(in),
                Neighbours.read(in));
    }

    Opinion ask(WordFeatures.Grams grams, float[] vector) {
        var byVector = onVectors.scores(centre.moved(vector));
        var byWords = onWords.scores(wordFeatures.of(grams));
        var votes = neighbours.ask(vector);
        return new Opinion(
                new double[][] {Shares.normalized(byVector), Shares.normalized(byWords), votes.scores()},
                Shares.logSumExp(byVector),
                votes.nearest(),
                votes.similarity(),
                votes.voters());
    }

    /**
     * What heads say of each example that learned from the other folds only; folds learn side by side.
     *
     * @param background learned from in every fold, and not asked about
     */
    static List<Opinion> askUnseen(List<Example> examples, List<Example> background, int labels, int folds) {
        var fold = Folds.dealt(examples.stream().mapToInt(Example::answer).toArray(), folds);
        var opinions = new Opinion[examples.size()];
        IntStream.range(0, folds).parallel().forEach(now -> {
            var known = new ArrayList<>(background);
            for (var i = 0; i < fold.length; i++) {
                if (fold[i] != now) {
                    known.add(examples.get(i));
                }
            }
            var heads = train(known, labels);
            for (var i = 0; i < fold.length; i++) {
                if (fold[i] == now) {
                    opinions[i] =
                            heads.ask(examples.get(i).grams(), examples.get(i).vector());
                }
            }
        });
        return Arrays.asList(opinions);
    }
}
