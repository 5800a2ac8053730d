package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Heads that each tell texts of one kind from the others: by vector, by n-grams, by signs. */
record ThreeHeads(
        Centre centre,
        SoftmaxHead vectors,
        WordFeatures features,
        SoftmaxHead words,
        List<String> known,
        SoftmaxHead signs) {

    private static final SoftmaxHead.Settings SETTINGS = new SoftmaxHead.Settings(12, 0.3, 0.001);

    /** @param answers 1 for a text of the kind, 0 for another */
    static ThreeHeads train(List<Studied> texts, int[] answers) {
        var centre = Centre.of(texts.stream().map(text -> text.vector).toList());
        var features = WordFeatures.of(texts.stream().map(text -> text.grams).toList());
        var known = new TreeSet<String>();
        texts.forEach(text -> known.addAll(text.signs));
        var signs = List.copyOf(known);
        return new ThreeHeads(
                centre,
                train(texts.stream().map(text -> centre.moved(text.vector)).toList(), answers, centre.width()),
                features,
                train(texts.stream().map(text -> features.of(text.grams)).toList(), answers, features.count()),
                signs,
                train(texts.stream().map(text -> signs(text, signs)).toList(), answers, signs.size()));
    }

    void write(DataOutputStream out) throws IOException {
        centre.write(out);
        vectors.write(out);
        features.write(out);
        words.write(out);
        Numbers.write(out, known);
        signs.write(out);
    }

    static ThreeHeads read(DataInputStream in) throws IOException {
        return new ThreeHeads(
                Centre.read(in),
                SoftmaxHead.read(in),
                WordFeatures.read(in),
                SoftmaxHead.read(in),
                Numbers.words(in),
                SoftmaxHead.read(in));
    }

    private static SoftmaxHead train(List<Features> rows, int[] answers, int width) {
        return SoftmaxHead.train(rows, answers, width, 2, SETTINGS);
    }

    private static Features signs(Studied text, List<String> known) {
        var at = known.stream()
                .filter(text.signs::contains)
                .mapToInt(known::indexOf)
                .toArray();
        var value = new float[at.length];
        Arrays.fill(value, 1);
        return new Features(at, value);
    }

    /** Logarithms of odds, in the order of the heads. */
    double[] ask(Studied text) {
        return new double[] {
            odds(vectors.scores(centre.moved(text.vector))),
            odds(words.scores(features.of(text.grams))),
            known.isEmpty() ? 0 : odds(signs.scores(signs(text, known)))
        };
    }

    private static double odds(double[] scores) {
        return scores[1] - scores[0];
    }
}
