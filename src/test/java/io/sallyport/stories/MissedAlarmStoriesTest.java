package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.passTime;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.flow.Agents;
import io.sallyport.routing.Router;
import io.sallyport.routing.RoutingSettings;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person finds a P1 in a case that people do not have. Each story also with the process killed at every step. */
@Tag("database")
class MissedAlarmStoriesTest {

    private static final String HOURS = "When do you open?";
    private static final String WHY = "their whole production stands still";

    private static void story(boolean crashing, LaneMode answers, Consumer<DeskKit> story) {
        story(crashing, new Routed(new ScriptedAgents()), answers, story);
    }

    private static void story(boolean crashing, Agents reading, LaneMode answers, Consumer<DeskKit> story) {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        try (var desk = TrackedDesk.open(clock, crashing, reading, ScriptedGate.required())) {
            story.accept(desk.mode(answers));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static void correct(DeskKit desk, CaseId id, Priority priority) {
        desk.decide(id, new Fact.Reclassified(Optional.empty(), Optional.of(priority), Optional.empty(), WHY));
    }

    private static CaseId answered(DeskKit desk) {
        CaseId id = desk.ticket(HOURS);
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        return id;
    }

    /** People have it as a P1, and somebody was called once. */
    private static void assertCalled(DeskKit desk, CaseId id) {
        CaseRecord record = desk.load(id);
        assertThat(record.standing()).isInstanceOfSatisfying(Standing.WithPeople.class, people -> {
            assertThat(people.triggers()).extracting(Trigger::kind).contains(Trigger.Kind.P1);
            assertThat(people.why()).contains(WHY);
        });
        assertThat(record.triage().priority()).isEqualTo(Priority.P1);
        assertThat(record.handOver().packet()).isPresent();
        assertThat(desk.tools().pages(10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDraftThatWaitsForAYesKeepsNobodyFromBeingCalled(boolean crashing) {
        story(crashing, LaneMode.DRAFT, desk -> {
            CaseId id = desk.ticket(HOURS);
            desk.runUntilQuiet();
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            correct(desk, id, Priority.P1);
            desk.runUntilQuiet();
            assertCalled(desk, id);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnsweredCaseGoesToPeopleAndSilenceDoesNotCloseIt(boolean crashing) {
        story(crashing, LaneMode.AUTO, desk -> {
            CaseId id = answered(desk);
            correct(desk, id, Priority.P1);
            desk.runUntilQuiet();
            assertCalled(desk, id);
            passTime(desk, Duration.ofDays(2), 5);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheCustomerAddsMeanwhileMakesItNoLess(boolean crashing) {
        story(crashing, LaneMode.AUTO, desk -> {
            CaseId id = answered(desk);
            correct(desk, id, Priority.P1);
            desk.write(id, "And when do you close?");
            desk.runUntilQuiet();
            assertCalled(desk, id);
            desk.write(id, "And on Sundays?");
            desk.runUntilQuiet();
            assertCalled(desk, id);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatIsOnItsWayMakesItNoLess(boolean crashing) {
        story(crashing, LaneMode.AUTO, desk -> {
            CaseId id = desk.ticket(HOURS);
            desk.channel().during(() -> correct(desk, id, Priority.P1));
            desk.runUntilQuiet();
            assertCalled(desk, id);
            assertThat(desk.channel().posted())
                    .filteredOn(ScriptedAgents.QUOTE::equals)
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thatItWasGivenBackBeforeMakesItNoLess(boolean crashing) {
        story(crashing, LaneMode.AUTO, desk -> {
            CaseId id = desk.ticket("Is there a flood in the workshop?");
            desk.runUntilQuiet();
            desk.decide(id, new Fact.CaseReturned("it merely asks"));
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            correct(desk, id, Priority.P3);
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            correct(desk, id, Priority.P1);
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.why()).contains(WHY));
            assertThat(desk.tools().pages(10)).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenBackBeforeAnybodyIsCalledCallsNobody(boolean crashing) {
        story(crashing, LaneMode.AUTO, desk -> {
            CaseId id = answered(desk);
            correct(desk, id, Priority.P1);
            correct(desk, id, Priority.P3);
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            assertThat(desk.tools().pages(10)).isEmpty();
            desk.write(id, "And when do you close?");
            desk.runUntilQuiet();
            assertThat(desk.load(id).triage().priority()).isEqualTo(Priority.P4);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNobodyIsCalledForStaysWithTheMachine(boolean crashing) {
        story(crashing, LaneMode.DRAFT, desk -> {
            CaseId id = desk.ticket(HOURS);
            desk.runUntilQuiet();
            correct(desk, id, Priority.P2);
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AtWork.class);
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            assertThat(desk.tools().pages(10)).isEmpty();
        });
    }

    /** As cases from before corrections called anybody were. */
    @Test
    void whatWasRoutedOtherwiseAndAnsweredSinceAwaitsItsCustomer() {
        story(false, new ScriptedAgents(), LaneMode.AUTO, desk -> {
            CaseId id = answered(desk);
            correct(desk, id, Priority.P1);
            desk.write(id, "And when do you close?");
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    /** Who gets a case is decided as in service. */
    private record Routed(Agents others) implements AgentsOver {

        @Override
        public Route route(CaseRecord record) {
            return new Router(new RoutingSettings(Set.of("en"))).route(record);
        }
    }
}
