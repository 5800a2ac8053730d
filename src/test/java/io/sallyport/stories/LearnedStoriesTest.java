package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.insight.Patterns;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a case that a person answered and nobody resolved. Each also killed at every step. */
@Tag("database")
class LearnedStoriesTest {

    private static final String LETTER = "Please send it back to us.";

    private static void story(boolean crashing, Consumer<DeskKit> story) {
        try (var desk = crashing
                ? DeskKit.crashingEverywhere(new ScriptedAgents(), ScriptedGate.required())
                : DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            story.accept(desk.mode(LaneMode.AUTO));
        }
    }

    private static List<Patterns.Pattern> learned(DeskKit desk) {
        var patterns = new Patterns(desk.cases(), desk.database().jdbc());
        patterns.learn();
        patterns.learn();
        return patterns.list(10);
    }

    /** Until the desk closes it. */
    private static void waitAWeek(DeskKit desk, CaseId id) {
        desk.tick(Duration.ofDays(8));
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPersonAnsweredIsRememberedOnceTheCustomerHasSaidNothingForAWeek(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("The heater is cold, person please");
            desk.runUntilQuiet();
            PeopleDecideStoriesTest.write(desk, id, LETTER);
            assertThat(learned(desk)).isEmpty();
            waitAWeek(desk, id);
            assertThat(learned(desk)).singleElement().satisfies(pattern -> {
                assertThat(pattern.caseId()).isEqualTo(id);
                assertThat(pattern.resolvedBy()).isEqualTo("Ines");
                assertThat(pattern.worked()).isEqualTo(LETTER + "\n\n(no word from the customer for a week)");
                assertThat(pattern.isCandidate()).isTrue();
            });
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheMachineAnsweredIsNobodysSolution(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            waitAWeek(desk, id);
            assertThat(learned(desk)).isEmpty();
        });
    }

    /** The fix helped, not what was said before it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatEngineeringMendedAfterwardsIsNotThePersonsSolution(boolean crashing) {
        TrackedDesk.story(crashing, desk -> {
            CaseId id = TrackedDesk.report(desk);
            PeopleDecideStoriesTest.write(desk, id, LETTER);
            TrackedDesk.fix(desk, "");
            TrackedDesk.hear(desk);
            waitAWeek(desk, id);
            assertThat(learned(desk)).isEmpty();
        });
    }
}
