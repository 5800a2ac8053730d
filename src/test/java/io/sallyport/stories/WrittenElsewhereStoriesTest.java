package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.WrittenElsewhere;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the moment that a person writes in the help desk the machine is silent. Each also killed at every step. */
@Tag("database")
class WrittenElsewhereStoriesTest {

    private static final String INES = "Ines";
    private static final String WORDS = "We open at nine, see you there.";

    private static CaseRecord write(DeskKit desk, CaseId id) {
        var message = new Message(
                "help-desk-" + desk.load(id).version(),
                Message.Author.CUSTOMER,
                "",
                desk.clock().instant(),
                "",
                WORDS,
                "",
                List.of(),
                Map.of());
        return new WrittenElsewhere(desk.cases()).note(id, message, INES);
    }

    private static CaseRecord wrote(DeskKit desk, CaseId id) {
        write(desk, id);
        desk.runUntilQuiet();
        return desk.load(id);
    }

    private static void assertHeldBy(CaseRecord record, String person) {
        assertThat(record.standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.owner()).contains(person));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDraftThatWaitsForAYesLosesAndTheMachineIsSilent(boolean crashing) {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        try (var desk = DeskKit.on(clock, new ScriptedAgents(), ScriptedGate.required(), crashing)) {
            CaseId id = desk.mode(LaneMode.DRAFT).ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            CaseRecord record = wrote(desk, id);
            assertHeldBy(record, INES);
            assertThat(record.answer()).isInstanceOf(AnswerWork.NotBegun.class);
            assertThat(record.messages().getLast().author()).isEqualTo(Message.Author.PERSON);
            assertThat(record.isAnswerOwed()).isFalse();
            desk.mode(LaneMode.AUTO);
            desk.write(id, "And on Sundays?");
            desk.runUntilQuiet();
            passTime(desk, Duration.ofDays(1), 1);
            assertHeldBy(desk.load(id), INES);
            assertThat(desk.channel().posted()).isEmpty();
        }
    }

    @Test
    void aDraftThatIsBeingJudgedMeanwhileLoses() {
        List<ScriptedGate> gates = ScriptedGate.required();
        try (var desk = DeskKit.of(new ScriptedAgents(), gates).mode(LaneMode.AUTO)) {
            CaseId id = desk.ticket("When do you open?");
            ScriptedGate gate = gates.getFirst();
            var hasWritten = new AtomicBoolean();
            gate.judgeBy(_ -> {
                if (!hasWritten.getAndSet(true)) {
                    write(desk, id);
                }
                return Verdict.pass(gate.name());
            });
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertHeldBy(desk.load(id), INES);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobodyIsRemindedOfWhatIsAnsweredUntilTheCustomerWrites(boolean crashing) {
        story(crashing, desk -> {
            CaseId queued = report(desk);
            CaseId atWork = desk.ticket("When do you open?");
            for (CaseId id : List.of(queued, atWork)) {
                CaseRecord record = wrote(desk, id);
                assertThat(record.handOver().packet()).as("for whoever has it").isPresent();
                assertThat(record.handOver().remindAt()).isEmpty();
                passTime(desk, Duration.ofDays(1), 4);
                assertThat(desk.load(id).handOver().reminders()).isZero();
                desk.write(id, "That did not help.");
                desk.runUntilQuiet();
                assertThat(desk.load(id).handOver().remindAt()).isPresent();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsHandedBackToItsQueueIsRemindedOfAgain(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            wrote(desk, id);
            desk.decide(id, new Fact.CaseReleased());
            desk.runUntilQuiet();
            assertThat(desk.load(id).handOver().remindAt()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverHasItKeepsIt(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            assertThat(new Decisions(desk.cases()).claim(Seen.of(desk.load(id)), "Omar"))
                    .isInstanceOf(Decision.Taken.class);
            CaseRecord record = wrote(desk, id);
            assertHeldBy(record, "Omar");
            assertThat(record.messages().getLast().written()).isEqualTo(WORDS);
            assertThat(desk.cases().events(id))
                    .filteredOn(event -> event.fact() instanceof Fact.MessageReceived)
                    .last()
                    .satisfies(event -> assertThat(event.actor()).isEqualTo(Actor.person(INES)));
        });
    }

    @Test
    void aPersonsOwnReplyThatIsWithTheGatesStillLeaves() {
        story(false, desk -> {
            CaseId id = report(desk);
            assertThat(new Decisions(desk.cases()).reply(Seen.of(desk.load(id)), "Please send it back to us.", "Omar"))
                    .isInstanceOf(Decision.Taken.class);
            wrote(desk, id);
            assertThat(desk.channel().posted()).endsWith("Please send it back to us.");
        });
    }

    @Test
    void whatIsWrittenOnACaseThatGoesOnWithAnotherStandsOnThatOne() {
        story(false, desk -> {
            CaseId id = report(desk);
            CaseId into = report(desk);
            assertThat(new Decisions(desk.cases()).merge(Seen.of(desk.load(id)), into, "the same", INES))
                    .isInstanceOf(Decision.Taken.class);
            wrote(desk, id);
            assertHeldBy(desk.load(into), INES);
            assertThat(desk.load(into).messages().getLast().written()).isEqualTo(WORDS);
        });
    }
}
