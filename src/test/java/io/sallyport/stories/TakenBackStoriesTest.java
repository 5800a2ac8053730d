package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Note;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.StandingReceipts;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.delivery.Sender;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.testkit.ActionKit.Call;
import io.sallyport.testkit.Crash;
import io.sallyport.testkit.Permits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person takes back what was done, at a vendor without idempotency that fails as a test wants it to. */
@Tag("database")
class TakenBackStoriesTest {

    private static final String UNDONE = "undo of sandbox/order-cancellation";

    private final ActingDesk story = new ActingDesk();

    @AfterEach
    void close() {
        story.close();
    }

    private CaseId done() {
        CaseId id = story.desk().ticket("Please cancel order HL-100200.");
        story.desk().runUntilQuiet();
        assertThat(story.world().carriedOut()).hasSize(1);
        return id;
    }

    private CaseRecord load(CaseId id) {
        return story.desk().load(id);
    }

    private String action(CaseId id) {
        return load(id).receipts().getFirst().effectId();
    }

    /** @return why it was not undone, empty when it was */
    private String undo(CaseId id, String person) {
        return story.desk()
                .undoing()
                .undo(load(id), action(id), person)
                .whyNot()
                .orElse("");
    }

    private void assertUndoneOnce(CaseId id) {
        story.desk().runUntilQuiet();
        assertThat(story.world().carriedOut()).containsOnlyOnce(UNDONE);
        assertThat(load(id).findUndo(action(id)).orElseThrow().isAccepted()).isTrue();
        assertThat(load(id).findOpenEffect()).isEmpty();
        assertThat(StandingReceipts.of(load(id))).isEmpty();
        assertThat(story.world().reserved()).as("it counts no more").isEmpty();
    }

    private Standing.WithPeople people(CaseId id) {
        return (Standing.WithPeople) load(id).standing();
    }

    @Test
    void whatWasUndoneIsNotUndoneAgainAndThePersonHearsWhoDidIt() {
        CaseId id = done();
        assertThat(undo(id, "Ines")).isEmpty();
        assertThat(undo(id, "Omar")).isEqualTo("It was undone already, by Ines.");
        assertUndoneOnce(id);
        assertThat(load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @Test
    void whatTheVendorRefusedToUndoMayBeTriedAgainByAnybody() {
        CaseId id = done();
        story.world().undoes(Call.REFUSED);
        assertThat(undo(id, "Ines")).contains("refused", "not this one");
        assertThat(undo(id, "Ines")).contains("not this one");
        assertThat(StandingReceipts.of(load(id))).as("it stands").hasSize(1);
        story.world().undoes(Call.DONE);
        assertThat(undo(id, "Omar")).isEmpty();
        assertUndoneOnce(id);
    }

    @Test
    void anUndoingWhoseAnswerIsLostIsFoundAtTheVendor() {
        CaseId id = done();
        story.world().undoes(Call.UNANSWERED);
        assertThat(undo(id, "Ines")).isEmpty();
        assertUndoneOnce(id);
    }

    @Test
    void anUndoingThatNeverArrivedMayBeTriedAgainAtOnce() {
        CaseId id = done();
        story.world().undoes(Call.LOST);
        assertThat(undo(id, "Ines")).contains("never arrived");
        assertThat(load(id).findOpenEffect()).isEmpty();
        assertThat(load(id).standing()).as("Ines knows").isInstanceOf(Standing.AwaitingCustomer.class);
        story.world().undoes(Call.DONE);
        assertThat(undo(id, "Ines")).isEmpty();
        assertUndoneOnce(id);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNANSWERED", "LOST"})
    void ofWhatNobodyCanTellPeopleHearAndTryAgainWithoutUndoingItTwice(Call fault) {
        CaseId id = done();
        story.desk().mode(Lane.ESCALATION, LaneMode.AUTO);
        int told = story.desk().channel().posted().size();
        story.world().undoes(fault).silent(true);
        assertThat(undo(id, "Ines")).contains("Nobody can tell", "the line is dead", "nobody answers");
        story.desk().runUntilQuiet();
        story.desk().tick(Duration.ofDays(3));
        story.desk().runUntilQuiet();
        assertThat(people(id).why()).contains("nobody can tell", "order-cancellation", "Ines", "nobody answers");
        assertThat(load(id).findUndo(action(id)).orElseThrow().outcome())
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(Delivery.Unknown.class));
        assertThat(story.desk().channel().posted())
                .as("the customer is told nothing")
                .hasSize(told);
        story.world().undoes(Call.DONE).silent(false);
        assertThat(undo(id, "Omar")).isEmpty();
        assertUndoneOnce(id);
    }

    @Test
    void whatHadBroughtTheCaseToPeopleIsStillSaid() {
        CaseId id = done();
        var security = new Trigger(Trigger.Kind.SECURITY, "somebody else logged in");
        story.desk().decide(id, new Fact.Escalated("security", List.of(security), "a break-in", List.of()));
        story.desk().decide(id, new Fact.CaseAssigned("Omar", ""));
        story.world().undoes(Call.LOST).silent(true);
        undo(id, "Omar");
        assertThat(people(id).queue()).isEqualTo("security");
        assertThat(people(id).owner()).contains("Omar");
        assertThat(people(id).triggers()).first().isEqualTo(security);
        assertThat(people(id).triggers()).hasSize(2);
    }

    @Test
    void whatTheConnectorDidBeforeItBrokeIsFoundByTheWorker() {
        CaseId id = done();
        story.world().undoes(Call.BREAKS_AFTER);
        assertThatIllegalStateException().isThrownBy(() -> undo(id, "Ines"));
        assertThat(undo(id, "Omar")).startsWith("Ines is undoing it");
        assertUndoneOnce(id);
        assertThat(load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @Test
    void whatNeverLeftTheConnectorThatBrokeGoesToPeopleWhoMayUndoItAgain() {
        CaseId id = done();
        story.world().undoes(Call.BREAKS_BEFORE);
        assertThatIllegalStateException().isThrownBy(() -> undo(id, "Ines"));
        assertThat(undo(id, "Omar")).startsWith("Ines is undoing it");
        story.desk().runUntilQuiet();
        assertThat(load(id).findOpenEffect()).as("nothing is blocked").isEmpty();
        assertThat(people(id).why()).contains("order-cancellation", "Ines", "can be undone again");
        story.world().undoes(Call.DONE);
        assertThat(undo(id, "Omar")).isEmpty();
        assertUndoneOnce(id);
    }

    @Test
    void whatNobodyCanTellAfterTheConnectorBrokeGoesToPeople() {
        CaseId id = done();
        story.world().undoes(Call.BREAKS_AFTER).silent(true);
        assertThatIllegalStateException().isThrownBy(() -> undo(id, "Ines"));
        story.desk().runUntilQuiet();
        assertThat(people(id).why()).contains("nobody can tell", "Ines", "nobody answers");
        story.world().undoes(Call.DONE).silent(false);
        assertThat(undo(id, "Omar")).isEmpty();
        assertUndoneOnce(id);
    }

    @Test
    void aDeskThatIsKilledWhileItUndoesSettlesItWhenItStartsAgain() {
        story.crashing();
        CaseId id = done();
        int kills = 0;
        for (int tries = 0; tries < 5; tries++) {
            try {
                undo(id, "Ines");
            } catch (Crash _) {
                kills++;
                story.desk().restart();
            }
            story.desk().runUntilQuiet();
            assertThat(load(id).findOpenEffect()).isEmpty();
        }
        assertThat(kills).as("before the call and after it").isEqualTo(2);
        assertUndoneOnce(id);
    }

    @Test
    void inALaneThatIsOffNothingIsUndone() {
        CaseId id = done();
        story.desk().mode(Lane.ACTION, LaneMode.OFF);
        assertThat(undo(id, "Ines")).isEqualTo("The action lane is off.");
        assertThat(story.world().carriedOut()).doesNotContain(UNDONE);
        assertThat(load(id).findUndo(action(id))).isEmpty();
        story.desk().mode(Lane.ACTION, LaneMode.SHADOW);
        assertThat(undo(id, "Ines")).as("a person's own doing").isEmpty();
        assertUndoneOnce(id);
    }

    @Test
    void theCaseKeepsWhoWasTurnedBackByTheGateAndWhy() {
        CaseId id = done();
        story.world().undoing(Verdict.stop("authorization", "more than $200 needs a lead"));
        assertThat(undo(id, "Ines")).contains("needs a lead");
        assertThat(story.world().carriedOut()).doesNotContain(UNDONE);
        assertThat(load(id).handOver().notes())
                .extracting(Note::text)
                .singleElement()
                .asString()
                .contains("Ines", "order-cancellation", action(id), "needs a lead");
        story.world().undoing(Verdict.pass("authorization"));
        assertThat(undo(id, "Lead")).isEmpty();
        assertUndoneOnce(id);
    }

    /** It saw the reply on its way, and came to the door after an undoing had broken off. */
    @Test
    void whoeverLooksUpAReplyDoesNotAskTheChannelForAnUndoing() {
        CaseId id = done();
        List<CaseEvent> events = story.desk().cases().events(id);
        int sending = IntStream.range(0, events.size())
                .filter(at -> events.get(at).fact() instanceof Fact.EffectIntended intended
                        && intended.effect().reply().isPresent())
                .findFirst()
                .orElseThrow();
        story.world().undoes(Call.BREAKS_AFTER);
        assertThatIllegalStateException().isThrownBy(() -> undo(id, "Ines"));
        var sender = new Sender(
                story.desk().cases(),
                new Gatekeeper(Permits.willing(), story.desk().clock()),
                story.desk().desk().lanes(),
                List.of(story.desk().channel()),
                story.desk().clock());
        sender.lookUp(CaseRecord.fold(events.subList(0, sending + 1)));
        assertThat(load(id).findOpenEffect()).as("left to the worker").isPresent();
        assertUndoneOnce(id);
    }
}
