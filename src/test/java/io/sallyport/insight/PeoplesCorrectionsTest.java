package io.sallyport.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people put right counts once, and what they merely confirm does not. */
@Tag("database")
class PeoplesCorrectionsTest {

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), List.of());
    private final PeoplesCorrections corrections =
            new PeoplesCorrections(desk.database().jdbc());

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseId ticket(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return id;
    }

    private Decision correct(
            CaseId id, Optional<Category> category, Optional<Priority> priority, Optional<String> queue) {
        var correction = new Correction(category, priority, queue, "I have read it");
        Decision decision = new Decisions(desk.cases()).reclassify(Seen.of(desk.load(id)), correction, "Ines");
        desk.runUntilQuiet();
        return decision;
    }

    private Decision correct(CaseId id, Priority priority) {
        return correct(id, Optional.empty(), Optional.of(priority), Optional.empty());
    }

    private Category category(CaseId id) {
        return desk.load(id).triage().category();
    }

    private String queue(CaseId id) {
        return ((Standing.WithPeople) desk.load(id).standing()).queue();
    }

    private Rate misrouted() {
        return corrections.misrouted(Instant.EPOCH, later());
    }

    private Rate recallOfP1() {
        return corrections.recallOfP1(Instant.EPOCH, later());
    }

    private Instant later() {
        return desk.clock().instant().plusSeconds(1);
    }

    @Test
    void whatIsReadOnceAPersonHasSaidItIsNotFoundByTriage() {
        CaseId missed = ticket("person please");
        assertThat(correct(missed, Priority.P1)).isInstanceOf(Decision.Taken.class);
        assertThat(recallOfP1()).isEqualTo(new Rate(0, 1));
        desk.write(missed, "There is a flood in the cellar");
        desk.runUntilQuiet();
        assertThat(recallOfP1()).isEqualTo(new Rate(0, 1));
        CaseId found = ticket("a flood, person please");
        correct(found, Priority.P1);
        assertThat(recallOfP1()).isEqualTo(new Rate(1, 2));
        correct(found, Priority.P2);
        assertThat(recallOfP1()).isEqualTo(new Rate(0, 1));
    }

    @Test
    void aCorrectionToWhatTheCaseAlreadyIsIsRefused() {
        CaseId id = ticket("person please");
        Decision same = correct(id, Optional.of(category(id)), Optional.empty(), Optional.of(queue(id)));
        assertThat(same)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo("That is what the case is already; say what is to change."));
        assertThat(misrouted()).isEqualTo(new Rate(0, 1));
    }

    @Test
    void onlyWhatChangesOfACorrectionCounts() {
        CaseId id = ticket("person please");
        Decision graver = correct(id, Optional.of(category(id)), Optional.of(Priority.P2), Optional.of(queue(id)));
        assertThat(graver).isInstanceOf(Decision.Taken.class);
        assertThat(misrouted()).isEqualTo(new Rate(0, 1));
        correct(id, Optional.of(Category.BILLING), Optional.empty(), Optional.empty());
        assertThat(misrouted()).isEqualTo(new Rate(1, 1));
    }

    /** A word of a person's holds while people have the case, so to confirm a priority changes something, once. */
    @Test
    void aPriorityMayBeConfirmedOnce() {
        CaseId id = ticket("person please");
        Priority read = desk.load(id).triage().priority();
        assertThat(correct(id, read)).isInstanceOf(Decision.Taken.class);
        assertThat(correct(id, read)).isInstanceOf(Decision.Refused.class);
        assertThat(misrouted()).isEqualTo(new Rate(0, 1));
    }
}
