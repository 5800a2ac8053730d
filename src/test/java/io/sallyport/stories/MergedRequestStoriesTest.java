package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HandOverAgents;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request that goes on as a case which nobody has. Each also killed at every step. */
@Tag("database")
class MergedRequestStoriesTest {

    private static final String INES = "Ines";
    private static final String QUESTION = "When do you open?";
    private static final String REQUEST =
            "The boat leaks, person please. I tried tape, but that did not help. I cannot go out with it.";

    private static void story(boolean crashing, Consumer<DeskKit> story) {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        var agents = HandOverAgents.of(clock, ZoneId.of("Europe/Berlin"));
        try (var desk = DeskKit.on(clock, agents, ScriptedGate.required(), crashing)) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static CaseId ticket(DeskKit desk, String words) {
        CaseId id = desk.ticket(words);
        desk.runUntilQuiet();
        return id;
    }

    private static CaseId answered(DeskKit desk) {
        CaseId id = ticket(desk, QUESTION);
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        return id;
    }

    private static Decision merge(DeskKit desk, CaseId from, CaseId into) {
        return new Decisions(desk.cases()).merge(Seen.of(desk.load(from)), into, "the same boat", INES);
    }

    private static CaseRecord merged(DeskKit desk, CaseId from, CaseId into) {
        assertThat(merge(desk, from, into)).isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        return desk.load(into);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoAskedForAPersonIsWithPeopleStillThoughTheOtherCaseWasAnswered(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = answered(desk);
            CaseId asked = ticket(desk, REQUEST);
            CaseRecord record = merged(desk, asked, kept);
            assertThat(record.standing()).isInstanceOfSatisfying(Standing.WithPeople.class, people -> {
                assertThat(people.queue()).isEqualTo("technical");
                assertThat(people.triggers()).extracting(Trigger::kind).containsExactly(Trigger.Kind.PERSON_ASKED);
                assertThat(people.why()).contains(asked.value(), "person please");
            });
            Packet packet = record.handOver().packet().orElseThrow();
            assertThat(packet.words())
                    .extracting(Packet.Quote::words)
                    .containsExactly("The boat leaks, person please.");
            assertThat(packet.tried()).contains(new Packet.Tried("I tried tape", "that did not help."));
            assertThat(packet.communication())
                    .filteredOn(said -> said.text().contains("You will hear from a person by"))
                    .as("what was promised on the other case")
                    .isNotEmpty()
                    .allSatisfy(said -> assertThat(said.promised()).contains("You will hear"));
            assertThat(desk.channel().posted().getLast()).contains("You will hear from a person by");

            desk.tick(Duration.ofDays(8));
            desk.runUntilQuiet();
            assertThat(desk.load(kept).standing()).isInstanceOf(Standing.WithPeople.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theMachineDoesNotAnswerWhereTheOtherCaseIsStillAtWork(boolean crashing) {
        story(crashing, desk -> {
            CaseId asked = ticket(desk, REQUEST);
            int before = desk.channel().posted().size();
            CaseId kept = desk.ticket(QUESTION);
            CaseRecord record = merged(desk, asked, kept);
            assertThat(record.standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.channel()
                            .posted()
                            .subList(before, desk.channel().posted().size()))
                    .singleElement()
                    .asString()
                    .contains("You will hear from a person by");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoHasTheOneInHandHasTheOtherAndTheMachineIsSilent(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = answered(desk);
            CaseId asked = ticket(desk, REQUEST);
            assertThat(new Decisions(desk.cases()).claim(Seen.of(desk.load(asked)), INES))
                    .isInstanceOf(Decision.Taken.class);
            int before = desk.channel().posted().size();
            CaseRecord record = merged(desk, asked, kept);
            assertThat(record.standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.owner()).contains(INES));
            assertThat(record.handOver().packet()).isPresent();
            assertThat(desk.channel().posted()).hasSize(before);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void howGraveItIsGoesOnWithIt(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = answered(desk);
            CaseId asked = ticket(desk, "A flood. " + REQUEST);
            CaseRecord record = merged(desk, asked, kept);
            assertThat(record.triage().priority()).isEqualTo(Priority.P1);
            assertThat(record.handOver().remindAt().orElseThrow())
                    .isBeforeOrEqualTo(desk.clock().instant().plus(Duration.ofHours(1)));
        });
    }

    @Test
    void whatTheMachineHasNotAnsweredYetIsForPeopleToo() {
        story(false, desk -> {
            CaseId kept = answered(desk);
            CaseId young = desk.ticket("My oar broke.");
            assertThat(merged(desk, young, kept).standing()).isInstanceOf(Standing.WithPeople.class);
        });
    }

    @Test
    void aDraftThatWaitsForAYesIsShownToThoseWhoGetTheCase() {
        story(false, desk -> {
            desk.mode(LaneMode.DRAFT);
            CaseId kept = ticket(desk, QUESTION);
            CaseId asked = ticket(desk, REQUEST);
            CaseRecord record = merged(desk, asked, kept);
            assertThat(record.standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(record.answer()).isInstanceOf(AnswerWork.Held.class);
            assertThat(record.handOver().packet().orElseThrow().drafts()).hasSize(1);
            desk.approve(kept);
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).endsWith(ScriptedAgents.QUOTE);
        });
    }

    @Test
    void twoThatAreAnsweredStayAnswered() {
        story(false, desk -> {
            CaseId kept = answered(desk);
            assertThat(merged(desk, answered(desk), kept).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    @Test
    void nothingIsMergedIntoACaseWhoseReplyIsOnItsWay() {
        story(false, desk -> {
            CaseId asked = ticket(desk, REQUEST);
            CaseId kept = desk.ticket(QUESTION);
            var decision = new AtomicReference<Decision>();
            desk.channel().during(() -> decision.set(merge(desk, asked, kept)));
            desk.runUntilQuiet();
            assertThat(decision.get())
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> assertThat(refused.why()).contains(kept + "; merge once"));
            merged(desk, asked, kept);
            assertThat(desk.load(kept).standing()).isInstanceOf(Standing.WithPeople.class);
        });
    }
}
