package io.sallyport.evaluation.triage;

import io.sallyport.evaluation.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How good guesses of labels are; without labelled texts nobody can say.
 *
 * @param n texts that have a label
 * @param accuracy share of them whose label was guessed
 * @param macroF1 mean over the labels of 2 × right / (guessed + wanted)
 * @param ece expected calibration error, see {@link Calibration}
 */
public record LabelFigures(
        int n, Optional<Double> accuracy, Optional<Double> macroF1, Optional<Double> ece, OutOfScope outOfScope) {

    /**
     * @param wanted empty for a text that no label fits
     * @param familiarity larger the more the text belongs
     */
    public record Guess(Optional<String> wanted, String guessed, double confidence, double familiarity) {
        boolean isRight() {
            return wanted.filter(guessed::equals).isPresent();
        }
    }

    public static LabelFigures of(List<Guess> guesses) {
        var labelled =
                guesses.stream().filter(guess -> guess.wanted().isPresent()).toList();
        return new LabelFigures(
                labelled.size(),
                Fraction.of(labelled, Guess::isRight),
                macroF1(labelled),
                Optional.of(labelled).filter(some -> !some.isEmpty()).map(Calibration::expectedError),
                OutOfScope.of(guesses));
    }

    private static Optional<Double> macroF1(List<Guess> guesses) {
        var labels = new TreeSet<String>();
        guesses.forEach(guess -> labels.add(guess.wanted().orElseThrow()));
        var scores = new ArrayList<Double>();
        for (var label : labels) {
            var right = guesses.stream()
                    .filter(guess -> guess.isRight() && guess.guessed().equals(label))
                    .count();
            var guessed = guesses.stream()
                    .filter(guess -> guess.guessed().equals(label))
                    .count();
            var wanted = guesses.stream()
                    .filter(guess -> guess.wanted().filter(label::equals).isPresent())
                    .count();
            scores.add(2.0 * right / (guessed + wanted));
        }
        double sum = scores.stream().mapToDouble(score -> score).sum();
        return scores.isEmpty() ? Optional.empty() : Optional.of(sum / scores.size());
    }
}
