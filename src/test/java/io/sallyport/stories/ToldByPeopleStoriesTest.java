package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.WrittenElsewhere;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person told a customer of engineering's work the machine does not tell them again. Each also killed at every step. */
@Tag("database")
class ToldByPeopleStoriesTest {

    private static final String MENDED = "The export is fixed in 2.1.";
    private static final String OWN = "Good news: we have mended the export, please try again.";

    private static long told(DeskKit desk) {
        return desk.channel().posted().stream()
                .filter(text -> text.contains("What you reported is fixed."))
                .count();
    }

    private static CaseId claimed(DeskKit desk) {
        CaseId id = report(desk);
        desk.decide(id, new Fact.CaseClaimed());
        desk.runUntilQuiet();
        return id;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whomTheOwnerAnsweredIsNotWrittenToAgain(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = claimed(desk);
            fix(desk, MENDED);
            hear(desk);
            desk.tick(Duration.ofMinutes(10));
            PeopleDecideStoriesTest.write(desk, id, OWN);
            passTime(desk, Duration.ofHours(1), 3);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            assertThat(desk.channel().posted()).endsWith(OWN);
            assertThat(told(desk)).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void norIsWhomTheyWroteToInTheHelpDesk(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = claimed(desk);
            fix(desk, MENDED);
            hear(desk);
            desk.tick(Duration.ofMinutes(10));
            new WrittenElsewhere(desk.cases())
                    .note(
                            id,
                            new Message(
                                    "help-desk-1",
                                    Message.Author.PERSON,
                                    "",
                                    desk.clock().instant(),
                                    "",
                                    OWN,
                                    "",
                                    List.of(),
                                    Map.of()),
                            "Ines");
            desk.decide(id, new Fact.CaseReleased());
            desk.runUntilQuiet();
            passTime(desk, Duration.ofHours(1), 3);
            assertThat(told(desk)).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatEngineeringSaysAfterTheOwnerWroteIsTold(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = claimed(desk);
            assertThat(new Decisions(desk.cases()).reply(Seen.of(desk.load(id)), "We look into it.", "Ines"))
                    .isInstanceOf(Decision.Taken.class);
            desk.channel().during(() -> {
                desk.tick(Duration.ofSeconds(1));
                fix(desk, MENDED);
                desk.news().poll();
            });
            desk.runUntilQuiet();
            hear(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(told(desk)).isOne();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whomItHelpedIsNotWrittenToWhenItIsMendedForOthers(boolean crashing) {
        story(crashing, desk -> {
            CaseId helped = report(desk);
            CaseId other = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            fix(desk, MENDED);
            hear(desk);
            desk.tick(Duration.ofHours(1));
            desk.write(helped, "It works now, thank you!");
            desk.write(other, "It is still broken.");
            desk.runUntilQuiet();
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(TrackedDesk.issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.state()).isEqualTo(IssueNews.State.OPEN));
            fix(desk, "The export is fixed for large files, too, in 2.2.");
            hear(desk);
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("in 2.2"))
                    .hasSize(1);
            assertThat(desk.load(other).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            assertThat(desk.load(helped).standing()).isInstanceOf(Standing.Resolved.class);
            assertThat(desk.load(helped).handOver().untold()).isEmpty();
        });
    }
}
