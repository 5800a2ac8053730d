package io.sallyport.evaluation.triage;

import io.sallyport.evaluation.triage.LabelFigures.Guess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How well familiarity tells texts that no label fits from those that have one.
 *
 * @param recallAt5 share of the texts without a label that are less familiar than all but the 5 % least familiar of the
 *     texts with one
 * @param recallAt10 the same for 10 %
 * @param auroc chance that a text without a label is less familiar than one with, ties counting half
 */
public record OutOfScope(Optional<Double> recallAt5, Optional<Double> recallAt10, Optional<Double> auroc) {

    static OutOfScope of(List<Guess> guesses) {
        var inside = scores(guesses, true);
        var outside = scores(guesses, false);
        if (inside.length == 0 || outside.length == 0) {
            return new OutOfScope(Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new OutOfScope(
                Optional.of(recall(inside, outside, 0.05)),
                Optional.of(recall(inside, outside, 0.10)),
                Optional.of(auroc(inside, outside)));
    }

    private static double[] scores(List<Guess> guesses, boolean labelled) {
        return guesses.stream()
                .filter(guess -> guess.wanted().isPresent() == labelled)
                .mapToDouble(Guess::familiarity)
                .sorted()
                .toArray();
    }

    /** The threshold is the in-scope score that exactly the floor of rejected × n in-scope scores lie below. */
    private static double recall(double[] inside, double[] outside, double rejected) {
        var threshold = inside[(int) (rejected * inside.length)];
        return Arrays.stream(outside).filter(score -> score < threshold).count() / (double) outside.length;
    }

    private static double auroc(double[] inside, double[] outside) {
        var wins = 0.0;
        for (var out : outside) {
            for (var in : inside) {
                wins += out < in ? 1 : out == in ? 0.5 : 0;
            }
        }
        return wins / inside.length / outside.length;
    }
}
