package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Standing;
import io.sallyport.connector.builtin.Issue;
import io.sallyport.connector.builtin.Tool;
import io.sallyport.connector.builtin.ToolFault;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What engineering hears of a case, and what its customer hears of engineering. Each also killed at every step. */
@Tag("database")
class TrackerStoriesTest {

    private static final String FAULT = "The export stops half way, a person please";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);

    private void story(boolean crashing, Consumer<DeskKit> story) {
        try (var desk = TrackedDesk.open(clock, crashing)) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static CaseId report(DeskKit desk) {
        CaseId id = desk.ticket(FAULT);
        desk.runUntilQuiet();
        return id;
    }

    private static List<Issue.Line> issues(DeskKit desk) {
        return desk.tools().issues().list(false, 10);
    }

    private static void fix(DeskKit desk, String note) {
        desk.tools().issues().move(issues(desk).getFirst().id(), IssueNews.State.FIXED, note, "Noor");
    }

    private static void hear(DeskKit desk) {
        desk.followUp();
        desk.runUntilQuiet();
    }

    /** Lets time pass until what was put off has had its turn. */
    private static void wait(DeskKit desk, Duration step, int times) {
        for (int passed = 0; passed < times; passed++) {
            desk.tick(step);
            desk.runUntilQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHandOverFilesOneIssueAndSaysItInTheChatOnce(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            wait(desk, Duration.ofMinutes(1), 3);
            assertThat(issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.cases()).isEqualTo(1));
            assertThat(desk.tools().posts(10))
                    .singleElement()
                    .satisfies(post ->
                            assertThat(post.title()).contains(id.value()).contains("technical"));
            assertThat(desk.load(id).handOver().findIssue())
                    .contains(issues(desk).getFirst().id());
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void casesOfOneKnownIssueShareOneIssue(boolean crashing) {
        story(crashing, desk -> {
            CaseId first = desk.ticket(FAULT);
            CaseId second = desk.ticket(FAULT);
            desk.runUntilQuiet();
            wait(desk, Duration.ofMinutes(1), 3);
            CaseId third = report(desk);
            wait(desk, Duration.ofMinutes(1), 3);
            assertThat(issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.cases()).isEqualTo(3));
            assertThat(List.of(first, second, third))
                    .allSatisfy(id -> assertThat(desk.load(id).handOver().findIssue())
                            .contains(issues(desk).getFirst().id()));
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("2.1"))
                    .hasSize(3);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatEngineeringSaysAfterNineDaysTheCustomerHearsOnce(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            wait(desk, Duration.ofDays(1), 9);
            fix(desk, "The export writes all rows since version 2.1. Start it once more.");
            hear(desk);
            hear(desk);
            wait(desk, Duration.ofHours(8), 3);
            hear(desk);
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("2.1"))
                    .containsExactly("""
                            Hello,

                            What you reported is fixed.

                            The export writes all rows since version 2.1. Start it once more.

                            Does it work for you now?

                            This message was written by an automated agent.""");
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whomNobodyAnswersForTwoCadencesHearsEachTimeAndSoDoThoseWhoHaveIt(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            for (int reminders = 1; reminders <= 2; reminders++) {
                Instant due = desk.load(id).handOver().remindAt().orElseThrow();
                desk.tick(Duration.between(clock.instant(), due));
                desk.runUntilQuiet();
                wait(desk, Duration.ofSeconds(30), 3);
                int told = reminders;
                assertThat(desk.load(id).handOver().reminders()).isEqualTo(told);
                assertThat(desk.channel().posted())
                        .filteredOn(text -> text.contains("Nobody has an answer for you yet."))
                        .hasSize(told)
                        .allSatisfy(text -> assertThat(text).contains("You will hear from a person by"));
                assertThat(desk.tools().posts(10))
                        .filteredOn(post -> post.title().contains("reminder " + told))
                        .hasSize(1);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoSaysThatItHelpedIsDone(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            fix(desk, "");
            hear(desk);
            desk.write(id, "It works now, thank you!");
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.Resolved.class,
                            resolved -> assertThat(resolved.how()).contains("helped"));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsStillBrokenGoesBackToThoseWhoHadItAndOpensTheIssueAgain(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            desk.decide(
                    id, new Fact.Reclassified(Optional.empty(), Optional.empty(), Optional.of("product"), "theirs"));
            desk.runUntilQuiet();
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            desk.tick(Duration.ofDays(1));
            desk.write(id, "Sadly it still stops half way.");
            desk.write(id, "It is still broken.");
            desk.runUntilQuiet();
            wait(desk, Duration.ofMinutes(1), 3);
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.queue()).isEqualTo("product"));
            assertThat(issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.state()).isEqualTo(IssueNews.State.OPEN));
            assertThat(desk.channel().posted().getLast()).contains("You will hear from a person by");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wordsThatNoGateLetsThroughArePeoples(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            int before = desk.channel().posted().size();
            fix(desk, "Same as for joan.weaver@example.net, order HL-48211.");
            hear(desk);
            assertThat(desk.channel().posted()).hasSize(before);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.load(id).handOver().news()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoHasTheCaseInHandTellsTheCustomerThemselves(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            int before = desk.channel().posted().size();
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            assertThat(desk.channel().posted()).hasSize(before);
            assertThat(desk.load(id).handOver().notes()).singleElement().satisfies(note -> {
                assertThat(note.mentions()).containsExactly("Ines");
                assertThat(note.text()).contains("fixed in 2.1");
            });
            desk.decide(id, new Fact.CaseResolved("told by phone"));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(before);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "TRACKER, DOWN", "TRACKER, SLOW", "TRACKER, ACCEPTS_BUT_SAYS_NO",
        "CHAT, DOWN", "CHAT, SLOW", "CHAT, ACCEPTS_BUT_SAYS_NO",
        "PAGES, DOWN", "PAGES, SLOW", "PAGES, ACCEPTS_BUT_SAYS_NO"
    })
    void aToolInTroubleLosesNothingAndDoesNothingTwice(Tool tool, ToolFault fault) {
        for (boolean crashing : List.of(false, true)) {
            story(crashing, desk -> {
                desk.tools().fail(tool, fault, 3);
                CaseId id = desk.ticket("A flood of wrong rows. " + FAULT);
                desk.runUntilQuiet();
                assertThat(desk.channel().posted())
                        .as("the customer hears at once")
                        .hasSize(1);
                wait(desk, Duration.ofMinutes(15), 12);
                CaseRecord record = desk.load(id);
                assertThat(record.handOver().errands())
                        .isNotEmpty()
                        .allSatisfy(work -> assertThat(work.stage()).isInstanceOf(ErrandWork.Done.class));
                assertThat(issues(desk)).hasSize(1);
                assertThat(desk.tools().posts(50))
                        .filteredOn(post -> !post.title().contains("reminder"))
                        .hasSize(1);
                assertThat(desk.tools().pages(10))
                        .filteredOn(page -> !page.title().contains("reminder"))
                        .hasSize(1);
            });
        }
    }

    @Test
    void anAnswerToTheCustomerDoesNotCallOffTheIssue() {
        story(false, desk -> {
            desk.tools().fail(Tool.TRACKER, ToolFault.DOWN, 10_000);
            CaseId id = report(desk);
            var words = Sentence.plain("I had a look and will come back to you.", Sentence.Layout.PARAGRAPH);
            desk.decide(
                    id,
                    new Fact.ReplyWritten(
                            new Reply(Reply.Kind.PERSONAL, DeskKit.CUSTOMER, "Re: A question", "en", List.of(words))));
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            assertThat(issues(desk)).isEmpty();
            desk.tools().heal();
            wait(desk, Duration.ofHours(1), 3);
            assertThat(issues(desk)).hasSize(1);
            assertThat(desk.load(id).handOver().findIssue()).isPresent();
        });
    }

    @Test
    void aToolThatIsDownForDaysIsAskedUntilItAnswers() {
        story(false, desk -> {
            desk.tools().fail(Tool.TRACKER, ToolFault.DOWN, 10_000);
            CaseId id = report(desk);
            wait(desk, Duration.ofHours(2), 24);
            assertThat(issues(desk)).isEmpty();
            desk.tools().heal();
            wait(desk, Duration.ofHours(1), 3);
            assertThat(issues(desk)).hasSize(1);
            assertThat(desk.load(id).handOver().findIssue()).isPresent();
        });
    }

    @Test
    void newsIsHeardOnceThoughTheReaderDiesBeforeItSaysWhereItWas() {
        story(false, desk -> {
            CaseId id = report(desk);
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            desk.database().jdbc().sql("DELETE FROM issue_news_cursor").update();
            hear(desk);
            assertThat(desk.cases().events(id))
                    .filteredOn(event -> event.fact() instanceof Fact.IssueMoved)
                    .hasSize(1);
        });
    }
}
