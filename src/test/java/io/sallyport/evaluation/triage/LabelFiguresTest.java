package io.sallyport.evaluation.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sallyport.evaluation.triage.LabelFigures.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelFiguresTest {

    private static Guess guess(String wanted, String guessed, double confidence) {
        return new Guess(Optional.of(wanted), guessed, confidence, 0);
    }

    private static Guess seen(boolean labelled, double familiarity) {
        return new Guess(labelled ? Optional.of("a") : Optional.empty(), "a", 1, familiarity);
    }

    @Test
    void calibrationErrorIsTheWeightedGapBetweenConfidenceAndShareRight() {
        // Two bins: 0.9 twice, right once (gap 0.4, half of the guesses); 0.5 twice, right both (gap 0.5, half).
        var guesses = List.of(guess("a", "a", 0.9), guess("a", "b", 0.9), guess("a", "a", 0.5), guess("b", "b", 0.5));

        assertThat(LabelFigures.of(guesses).ece().orElseThrow()).isCloseTo(0.45, within(1e-9));
    }

    @Test
    void binsAreClosedAboveSoThatAThirdBelongsToTheFifth() {
        // 5/15 lies in bin 4, just above it in bin 5: a right and a wrong guess that do not cancel out.
        var guesses = List.of(guess("a", "a", 5 / 15.0), guess("a", "b", 5 / 15.0 + 1e-9));

        assertThat(Calibration.expectedError(guesses)).isCloseTo((2 / 3.0 + 1 / 3.0) / 2, within(1e-6));
    }

    @Test
    void aConfidenceThatIsRightAsOftenAsItSaysHasNoError() {
        var guesses =
                List.of(guess("a", "a", 0.75), guess("a", "a", 0.75), guess("a", "a", 0.75), guess("a", "b", 0.75));

        assertThat(LabelFigures.of(guesses).ece().orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @Test
    void macroF1WeighsRareLabelsLikeCommonOnes() {
        var guesses = List.of(guess("a", "a", 1), guess("a", "a", 1), guess("a", "a", 1), guess("b", "a", 1));

        var figures = LabelFigures.of(guesses);

        assertThat(figures.accuracy()).contains(0.75);
        // a: 2×3/(4+3), b: 0.
        assertThat(figures.macroF1().orElseThrow()).isCloseTo((6 / 7.0) / 2, within(1e-9));
    }

    @Test
    void outOfScopeRecallCountsBelowTheFivePercentLeastFamiliar() {
        var guesses = new ArrayList<Guess>();
        for (var i = 0; i < 100; i++) {
            guesses.add(seen(true, i));
        }
        // 5 of the 100 lie below 5, 10 below 10.
        guesses.add(seen(false, -1));
        guesses.add(seen(false, 4.5));
        guesses.add(seen(false, 7));
        guesses.add(seen(false, 50.5));

        var found = LabelFigures.of(guesses).outOfScope();

        assertThat(found.recallAt5()).contains(0.5);
        assertThat(found.recallAt10()).contains(0.75);
        assertThat(found.auroc().orElseThrow()).isCloseTo((100 + 95 + 92.5 + 49) / 400, within(1e-9));
    }

    @Test
    void figuresThatTheDataCannotGiveAreAbsent() {
        assertThat(LabelFigures.of(List.of(guess("a", "a", 1))).outOfScope().auroc())
                .isEmpty();
        var unlabelled = LabelFigures.of(List.of(seen(false, 1)));
        assertThat(List.of(unlabelled.accuracy(), unlabelled.macroF1(), unlabelled.ece()))
                .containsOnly(Optional.empty());
    }
}
