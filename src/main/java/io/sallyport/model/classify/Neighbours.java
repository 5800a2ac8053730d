package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The examples nearest to a text by cosine, each voting for its label by e^(sharpness × cosine). */
final class Neighbours {

    private static final int VOTERS = 10;

    /** Cosines of these vectors lie close together; 20 lets the nearest outweigh one that is 0.1 further by 7 to 1. */
    private static final double SHARPNESS = 20;

    /** A label without a voter still gets this share: absence among ten is no proof. */
    private static final double UNSEEN = 0.02;

    /** By dimension, then by example, so that one pass adds some dimensions to all cosines at once. */
    private final float[][] columns;

    private final int[] answers;
    private final int labels;

    private Neighbours(float[][] columns, int[] answers, int labels) {
        this.columns = columns;
        this.answers = answers;
        this.labels = labels;
    }

    /** @param vectors of unit length */
    static Neighbours of(List<float[]> vectors, int[] answers, int labels) {
        var columns = new float[vectors.getFirst().length][vectors.size()];
        for (var row = 0; row < vectors.size(); row++) {
            for (var i = 0; i < columns.length; i++) {
                columns[i][row] = vectors.get(row)[i];
            }
        }
        return new Neighbours(columns, answers.clone(), labels);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(columns.length);
        for (var column : columns) {
            Numbers.write(out, column);
        }
        Numbers.write(out, answers);
        out.writeInt(labels);
    }

    static Neighbours read(DataInputStream in) throws IOException {
        var columns = new ArrayList<float[]>();
        for (var left = in.readInt(); left > 0; left--) {
            columns.add(Numbers.floats(in));
        }
        return new Neighbours(columns.toArray(float[][]::new), Numbers.ints(in), in.readInt());
    }

    /**
     * @param scores logarithm of each label's share of the votes
     * @param nearest those that voted, the nearest first
     * @param similarity cosine of the nearest
     * @param voters mean cosine of all that voted
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    record Votes(double[] scores, List<Vote> nearest, double similarity, double voters) {}

    /** @param share of all votes */
    record Vote(int example, double share) {}

    Votes ask(float[] vector) {
        var cosines = new float[answers.length];
        var column = 0;
        for (; column + 4 <= columns.length; column += 4) {
            addFour(cosines, column, vector);
        }
        for (; column < columns.length; column++) {
            addOne(cosines, column, vector);
        }
        var nearest = nearest(cosines);
        double best = cosines[nearest[0]];
        var votes = new double[labels];
        var weights = new double[nearest.length];
        var total = 0.0;
        var sum = 0.0;
        for (var i = 0; i < nearest.length; i++) {
            var at = nearest[i];
            weights[i] = Math.exp(SHARPNESS * (cosines[at] - best));
            votes[answers[at]] += weights[i];
            total += weights[i];
            sum += cosines[at];
        }
        for (var label = 0; label < labels; label++) {
            votes[label] = Math.log(votes[label] / total + UNSEEN);
        }
        return new Votes(Shares.normalized(votes), shares(nearest, weights, total), best, sum / nearest.length);
    }

    private static List<Vote> shares(int[] nearest, double[] weights, double total) {
        var shares = new ArrayList<Vote>();
        for (var i = 0; i < nearest.length; i++) {
            shares.add(new Vote(nearest[i], weights[i] / total));
        }
        return shares;
    }

    private void addOne(float[] sums, int column, float[] vector) {
        var row = columns[column];
        var factor = vector[column];
        for (var i = 0; i < sums.length; i++) {
            sums[i] += row[i] * factor;
        }
    }

    /** Four at once take half the time of four one by one where the optimizing compiler has not come by. */
    private void addFour(float[] sums, int column, float[] vector) {
        var first = columns[column];
        var second = columns[column + 1];
        var third = columns[column + 2];
        var fourth = columns[column + 3];
        var byFirst = vector[column];
        var bySecond = vector[column + 1];
        var byThird = vector[column + 2];
        var byFourth = vector[column + 3];
        for (var i = 0; i < sums.length; i++) {
            sums[i] += first[i] * byFirst + second[i] * bySecond + third[i] * byThird + fourth[i] * byFourth;
        }
    }

    /** Indices of the largest, largest first; of equals the earlier one. */
    private static int[] nearest(float[] cosines) {
        var count = Math.min(VOTERS, cosines.length);
        var nearest = new int[count];
        var filled = 0;
        for (var at = 0; at < cosines.length; at++) {
            if (filled == count && cosines[at] <= cosines[nearest[count - 1]]) {
                continue;
            }
            var place = filled < count ? filled++ : count - 1;
            while (place > 0 && cosines[nearest[place - 1]] < cosines[at]) {
                nearest[place] = nearest[place - 1];
                place--;
            }
            nearest[place] = at;
        }
        return nearest;
    }
}
