package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much a text belongs to what the examples speak of: a weighted sum of standard scores, each relative to its mean and
 * spread over examples that the heads have not seen. Two always: the vector head's log Σ exp of scores, and the cosines
 * of the nearest examples; they weigh the same. A third where there are enough texts that no label fits: the odds of a
 * head that learned from those; the weights are then learned too, on texts that none of the three has seen. Around 0 or
 * above for a text like the examples, well below for one that has nothing to do with them.
 */
final class Familiarity {

    /** Fewer texts without a label than these teach nothing that holds for the next one. */
    private static final int ENOUGH = 20;

    private static final int FOLDS = 5;

    private final Standard evidence;
    private final Standard closeness;
    private final Optional<Learned> learned;

    private record Standard(double mean, double spread) {
        static Standard of(double[] values) {
            var mean = Arrays.stream(values).average().orElse(0);
            var square = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            return new Standard(mean, Math.max(1e-6, Math.sqrt(square)));
        }

        double of(double value) {
            return (value - mean) / spread;
        }

        void write(DataOutputStream out) throws IOException {
            out.writeDouble(mean);
            out.writeDouble(spread);
        }

        static Standard read(DataInputStream in) throws IOException {
            return new Standard(in.readDouble(), in.readDouble());
        }
    }

    /** @param weights of evidence, closeness and the stranger head's odds */
    private record Learned(Stranger stranger, Standard odds, List<Double> weights) {
        void write(DataOutputStream out) throws IOException {
            stranger.write(out);
            odds.write(out);
            Numbers.write(out, weights.stream().mapToDouble(weight -> weight).toArray());
        }

        static Learned read(DataInputStream in) throws IOException {
            return new Learned(
                    Stranger.read(in),
                    Standard.read(in),
                    Arrays.stream(Numbers.doubles(in)).boxed().toList());
        }
    }

    void write(DataOutputStream out) throws IOException {
        evidence.write(out);
        closeness.write(out);
        out.writeBoolean(learned.isPresent());
        if (learned.isPresent()) {
            learned.get().write(out);
        }
    }

    static Familiarity read(DataInputStream in) throws IOException {
        return new Familiarity(
                Standard.read(in),
                Standard.read(in),
                in.readBoolean() ? Optional.of(Learned.read(in)) : Optional.empty());
    }

    private Familiarity(Standard evidence, Standard closeness, Optional<Learned> learned) {
        this.evidence = evidence;
        this.closeness = closeness;
        this.learned = learned;
    }

    static Familiarity of(List<Heads.Opinion> unseen) {
        return new Familiarity(
                Standard.of(unseen.stream().mapToDouble(Heads.Opinion::evidence).toArray()),
                Standard.of(unseen.stream().mapToDouble(Familiarity::closeness).toArray()),
                Optional.empty());
    }

    /** @param known and {@code strangers}: vectors, and opinions of heads that have not learned from them */
    static Familiarity of(Sample known, Sample strangers) {
        var plain = of(known.opinions());
        if (strangers.vectors().size() < ENOUGH) {
            return plain;
        }
        var odds = unseenOdds(known.vectors(), strangers.vectors());
        var standard = Standard.of(odds.stream()
                .limit(known.vectors().size())
                .mapToDouble(value -> value)
                .toArray());
        var rows = new ArrayList<Features>();
        var opinions = new ArrayList<>(known.opinions());
        opinions.addAll(strangers.opinions());
        for (var i = 0; i < opinions.size(); i++) {
            rows.add(plain.features(opinions.get(i), standard.of(odds.get(i))));
        }
        var weights = weights(rows, known.vectors().size());
        return new Familiarity(
                plain.evidence,
                plain.closeness,
                Optional.of(new Learned(Stranger.train(known.vectors(), strangers.vectors()), standard, weights)));
    }

    /** Vectors of some texts, and what heads say of them that have not learned from them. */
    record Sample(List<float[]> vectors, List<Heads.Opinion> opinions) {}

    double score(float[] vector, Heads.Opinion opinion) {
        return learned.map(more -> {
                    var values =
                            features(opinion, more.odds().of(more.stranger().score(vector)));
                    var sum = 0.0;
                    for (var i = 0; i < values.value().length; i++) {
                        sum += more.weights().get(i) * values.value()[i];
                    }
                    return sum;
                })
                .orElseGet(() -> (evidence.of(opinion.evidence()) + closeness.of(closeness(opinion))) / 2);
    }

    private Features features(Heads.Opinion opinion, double odds) {
        return Features.dense(new float[] {
            (float) evidence.of(opinion.evidence()), (float) closeness.of(closeness(opinion)), (float) odds
        });
    }

    private static double closeness(Heads.Opinion opinion) {
        return (opinion.similarity() + opinion.voters()) / 2;
    }

    /** Of the known first, then of the strangers. */
    private static List<Double> unseenOdds(List<float[]> known, List<float[]> strangers) {
        var all = new ArrayList<>(known);
        all.addAll(strangers);
        var answers = new int[all.size()];
        Arrays.fill(answers, known.size(), answers.length, 1);
        var fold = Folds.dealt(answers, FOLDS);
        var odds = new Double[all.size()];
        for (var now = 0; now < FOLDS; now++) {
            var head = Stranger.train(
                    others(all, fold, now, 0, known.size()), others(all, fold, now, known.size(), all.size()));
            for (var i = 0; i < fold.length; i++) {
                if (fold[i] == now) {
                    odds[i] = head.score(all.get(i));
                }
            }
        }
        return Arrays.asList(odds);
    }

    private static List<float[]> others(List<float[]> all, int[] fold, int now, int from, int to) {
        var others = new ArrayList<float[]>();
        for (var i = from; i < to; i++) {
            if (fold[i] != now) {
                others.add(all.get(i));
            }
        }
        return others;
    }

    /** By the two-way softmax whose classes count the same, however few the strangers are; they add up to 1. */
    private static List<Double> weights(List<Features> rows, int known) {
        var repeated = new ArrayList<>(rows);
        while (repeated.size() < 2 * known) {
            repeated.addAll(rows.subList(known, rows.size()));
        }
        var answers = new int[repeated.size()];
        Arrays.fill(answers, known, answers.length, 1);
        var head = SoftmaxHead.train(repeated, answers, 3, 2, new SoftmaxHead.Settings(10, 0.1, 0));
        var zero = head.scores(Features.dense(new float[3]));
        var weights = new ArrayList<Double>();
        var sum = 0.0;
        for (var i = 0; i < 3; i++) {
            var unit = new float[3];
            unit[i] = 1;
            var scores = head.scores(Features.dense(unit));
            var weight = Math.max(0, scores[0] - scores[1] - (zero[0] - zero[1]));
            weights.add(weight);
            sum += weight;
        }
        var total = Math.max(1e-9, sum);
        weights.replaceAll(weight -> weight / total);
        return weights;
    }
}
