package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.model.language.CaseNotes;
import io.sallyport.testkit.Around;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HandOverAgents;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that asked a model and broke afterwards. */
@Tag("database")
class FailedStepTest {

    private static final Fact.ModelAsked ASKED =
            new Fact.ModelAsked("triage", "triage", "anthropic:stub", "hash", Fact.ModelAsked.ANSWERED);

    @Test
    void theCaseKeepsWhatWasAskedBeforeTheStepBroke() {
        try (var desk = DeskKit.of(breakingAfterAsking(), List.of())) {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(facts(desk, id)).containsSubsequence("ModelAsked", "StepFailed");
            desk.tick(Duration.ofHours(1));
            desk.runUntilQuiet();
            assertThat(facts(desk, id)).containsSubsequence("ModelAsked", "StepFailed", "ModelAsked", "StepFailed");
        }
    }

    static List<Error> errors() {
        return List.of(
                new ExceptionInInitializerError("a list that cannot be read"),
                new StackOverflowError("a text that leads an expression too deep"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheMachineLosesNoCase(Error error) {
        Agents broken = Around.each(Agents.class, new ScriptedAgents(), (method, _, call) -> {
            if (method.getName().equals("triage")) {
                throw error;
            }
            return call.go();
        });
        try (var desk = DeskKit.of(broken, List.of())) {
            CaseId id = desk.ticket("When do you open?");
            for (int hours = 0; hours < TicketLife.TRIES; hours++) {
                desk.runUntilQuiet();
                desk.tick(Duration.ofHours(1));
            }
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        }
    }

    /** Without a pause it would be tried in a circle, one event each time round. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aReminderThatAlwaysBreaksIsTriedAtLeisure() {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        Agents broken = Around.each(Agents.class, HandOverAgents.of(clock, ZoneOffset.UTC), (method, _, call) -> {
            if (method.getName().equals("remind")) {
                throw new IllegalStateException("nobody can be reminded");
            }
            return call.go();
        });
        try (var desk = DeskKit.on(clock, broken, List.of(), false)) {
            CaseId id = desk.ticket("A person please.");
            desk.runUntilQuiet();
            desk.tick(Duration.ofDays(30));
            for (int tries = 1; tries <= 2 * TicketLife.TRIES; tries++) {
                desk.runUntilQuiet();
                assertThat(facts(desk, id).stream().filter("StepFailed"::equals))
                        .hasSize(tries);
                desk.tick(Duration.ofHours(1));
            }
        }
    }

    /** As when the connection at the door was lost behind the work, or a person ended it meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"LOOK_UP", "ERRAND"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFailureOfWorkThatIsDoneIsNotTriedInACircle(String step) {
        try (var desk = DeskKit.of(new ScriptedAgents(), List.of())) {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            Standing before = desk.load(id).standing();
            desk.decide(
                    id,
                    new Fact.StepFailed(
                            step, "IllegalStateException", 1, desk.clock().instant()));
            desk.tick(Duration.ofHours(1));
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isEqualTo(before);
        }
    }

    @Test
    void aStepThatBreaksWhileTheCustomerWritesIsOfACaseThatIsAnotherOneNow() {
        var desks = new ArrayDeque<DeskKit>();
        Agents broken = Around.each(Agents.class, new ScriptedAgents(), (method, arguments, call) -> {
            if (method.getName().equals("triage") && !desks.isEmpty()) {
                desks.pop().write(((CaseRecord) arguments.getFirst()).id(), "It is urgent.");
                throw new IllegalStateException("broke while they wrote");
            }
            return call.go();
        });
        try (var desk = DeskKit.of(broken, List.of())) {
            desks.push(desk);
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(facts(desk, id))
                    .doesNotContain("StepFailed")
                    .containsSubsequence("Screened", "MessageReceived", "Screened", "Triaged");
        }
    }

    private static List<String> facts(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .map(event -> event.fact().getClass().getSimpleName())
                .toList();
    }

    private static Agents breakingAfterAsking() {
        return Around.each(Agents.class, new ScriptedAgents(), (method, arguments, call) -> {
            if (method.getName().equals("triage")) {
                CaseNotes.note(ASKED);
                throw new IllegalStateException("broke for " + ((CaseRecord) arguments.getFirst()).id());
            }
            return call.go();
        });
    }
}
