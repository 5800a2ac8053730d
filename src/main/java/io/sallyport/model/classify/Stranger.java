package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells texts that no label fits from those that have one, learned from both: a two-way softmax over the vector. Knows
 * only the strangers it was shown; {@link Familiarity} weighs it against what the labels' own heads say.
 */
final class Stranger {

    private static final SoftmaxHead.Settings SETTINGS = new SoftmaxHead.Settings(10, 0.1, 0.0002);

    /** Strangers are repeated until they are at least one row in this many, or the head would never name one. */
    private static final int ONE_IN = 4;

    private final Centre centre;
    private final SoftmaxHead head;

    private Stranger(Centre centre, SoftmaxHead head) {
        this.centre = centre;
        this.head = head;
    }

    static Stranger train(List<float[]> known, List<float[]> strangers) {
        var centre = Centre.of(known);
        var rows = new ArrayList<Features>();
        known.forEach(row -> rows.add(centre.moved(row)));
        for (var round = 0; round == 0 || rows.size() * ONE_IN < known.size() * (ONE_IN + 1); round++) {
            strangers.forEach(row -> rows.add(centre.moved(row)));
        }
        var answers = new int[rows.size()];
        for (var i = known.size(); i < answers.length; i++) {
            answers[i] = 1;
        }
        return new Stranger(centre, SoftmaxHead.train(rows, answers, centre.width(), 2, SETTINGS));
    }

    void write(DataOutputStream out) throws IOException {
        centre.write(out);
        head.write(out);
    }

    static Stranger read(DataInputStream in) throws IOException {
        return new Stranger(Centre.read(in), SoftmaxHead.read(in));
    }

    /** Logarithm of the odds that it has a label: larger the less strange. */
    double score(float[] vector) {
        var scores = head.scores(centre.moved(vector));
        return scores[0] - scores[1];
    }
}
