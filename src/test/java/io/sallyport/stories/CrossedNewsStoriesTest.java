package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.over;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens while customers are told that it is mended, and what else they want. Each also killed at every step. */
@Tag("database")
class CrossedNewsStoriesTest {

    private static final String MENDED = "The export is fixed in 2.1.";
    private static final String REFUND = "You also charged me twice, please refund one of them.";
    private static final String HELPED = "It works now, thank you!";

    private static void fixAnd(DeskKit desk, Runnable meanwhile) {
        fix(desk, MENDED);
        desk.channel().during(() -> {
            desk.tick(Duration.ofSeconds(1));
            meanwhile.run();
        });
        hear(desk);
        passTime(desk, Duration.ofMinutes(1), 3);
        assertThat(desk.channel().posted())
                .filteredOn(text -> text.contains(MENDED))
                .hasSize(1);
    }

    private static void assertRead(DeskKit desk, CaseId id) {
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(desk.load(id).findings().triage()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenWhileTheNewsAreOnTheirWayIsRead(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = over(desk);
            fixAnd(desk, () -> desk.write(id, REFUND));
            assertRead(desk, id);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsAddedInTheQueueMeanwhileStaysThere(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            fixAnd(desk, () -> desk.write(id, REFUND));
            assertRead(desk, id);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoClaimsTheCaseMeanwhileKeepsIt(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = over(desk);
            fixAnd(desk, () -> desk.decide(id, new Fact.CaseClaimed()));
            assertThat(desk.load(id).isTakenOver()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatElseTheyWantIsNotOverBecauseItHelped(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            fix(desk, MENDED);
            hear(desk);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            desk.write(id, REFUND);
            desk.write(id, HELPED);
            desk.runUntilQuiet();
            assertRead(desk, id);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void norIsWhatTheyWantedWhileTheNewsWereOnTheirWay(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            fixAnd(desk, () -> desk.write(id, REFUND));
            desk.tick(Duration.ofHours(1));
            desk.write(id, HELPED);
            desk.runUntilQuiet();
            assertRead(desk, id);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoSaysTwiceThatItHelpedIsDone(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            fix(desk, MENDED);
            hear(desk);
            desk.tick(Duration.ofHours(1));
            desk.write(id, "It works now!");
            desk.write(id, HELPED);
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
        });
    }
}
