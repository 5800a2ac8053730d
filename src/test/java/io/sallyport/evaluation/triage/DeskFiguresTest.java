package io.sallyport.evaluation.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger.Kind;
import io.sallyport.evaluation.triage.DeskOutcome.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskFiguresTest {

    private static final LabelFigures.Guess BUG = new LabelFigures.Guess(Optional.of("bug"), "bug", 0.9, 0.9);
    private static final Wanted GRAVE = new Wanted(Priority.P1, Set.of(Kind.P1), false, true);

    private static DeskOutcome read(Wanted wanted, Priority priority, Kind... raised) {
        return new DeskOutcome(wanted, BUG, Optional.of(priority), Set.of(raised));
    }

    /** The gravest mistake there is: nobody ever reads that the plant stands still. */
    @Test
    void aMessageOfAPersonThatIsThrownAwayCountsAsMissed() {
        var thrownAway = DeskOutcome.thrownAway(GRAVE, BUG);

        var figures = DeskFigures.of(List.of(read(GRAVE, Priority.P1, Kind.P1), thrownAway));

        assertThat(figures.p1Recall()).contains(0.5);
        assertThat(figures.triggerRecall()).contains(0.5);
        assertThat(figures.priorityAccuracy()).contains(0.5);
        assertThat(figures.takenForJunk()).isEqualTo(1);
        assertThat(thrownAway.category().isRight()).isFalse();
    }

    @Test
    void junkThatIsThrownAwayCountsForNothing() {
        var junk = new Wanted(Priority.P4, Set.of(), true, false);

        var figures = DeskFigures.of(List.of(DeskOutcome.thrownAway(junk, BUG), read(GRAVE, Priority.P2)));

        assertThat(figures.takenForJunk()).isZero();
        assertThat(figures.p1Recall()).contains(0.0);
        assertThat(figures.p1Precision()).isEmpty();
    }
}
