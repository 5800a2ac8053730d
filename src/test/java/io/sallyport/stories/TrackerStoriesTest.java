package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.FAULT;
import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.issues;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Standing;
import io.sallyport.connector.builtin.Tool;
import io.sallyport.connector.builtin.ToolFault;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.RecordingChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What engineering and colleagues hear of a case. Each also killed at every step. */
@Tag("database")
class TrackerStoriesTest {

    /** What the customer is to hear waits; what colleagues are to hear does not; and it is tried again when people are reminded. */
    @Test
    void aBrokenChannelHoldsUpNobodyElseAndIsTriedAgain() {
        story(false, desk -> {
            desk.channel().answer(RecordingChannel.Answer.THROW);
            CaseId id = report(desk);
            passTime(desk, Duration.ofMinutes(1), 10);
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(issues(desk)).hasSize(1);
            assertThat(desk.load(id).handOver().remindAt()).isPresent();
            desk.channel().answer(RecordingChannel.Answer.ACCEPT);
            passTime(desk, Duration.ofHours(12), 6);
            assertThat(desk.channel().posted()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHandOverFilesOneIssueAndSaysItInTheChatOnce(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
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
    void aBriefThatIsWrittenOnceTheCustomerIsToldGoesIntoThePacketAndToEngineering(boolean crashing) {
        var brief = new Brief("a model", "0".repeat(64), "The export ends early.", List.of(), List.of(), "Mend it.");
        story(crashing, _ -> Optional.of(brief), desk -> {
            CaseId id = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(packet(desk, id).problem()).isEqualTo(brief.problem());
            assertThat(packet(desk, id).nextStep()).isEqualTo(brief.nextStep());
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(desk.cases().events(id))
                    .extracting(CaseEvent::fact)
                    .filteredOn(fact -> fact instanceof Fact.Packaged || fact instanceof Fact.Briefed)
                    .extracting(fact -> (Object) fact.getClass())
                    .containsExactly(Fact.Packaged.class, Fact.Briefed.class, Fact.Packaged.class);
            assertThat(issueText(desk)).startsWith("## Problem\n\n- The export ends early.");

            desk.write(id, "Now the export stops at row 40.");
            desk.runUntilQuiet();
            assertThat(packet(desk, id).problem()).contains("Now the export stops at row 40.");
        });
    }

    @Test
    void anIssueHoldsThePacketWithoutWhatIsTheDesksAloneAndWithoutWhoWroteIt() {
        story(false, desk -> {
            CaseId id = desk.ticket(
                    "When I press Export *twice*, the export stops. I am Mara, mara@example.com. " + "A person please");
            desk.runUntilQuiet();
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(issueText(desk))
                    .contains("## Problem", "## Missing", "## Impact", "**customers** 1", "## Reproduction")
                    .contains("\\*twice\\*", "\\[EMAIL-1\\]")
                    .endsWith("Case " + id + ", queue technical, bug.")
                    .doesNotContain("mara@example.com", "## Said so far", "## Account", "## Drafts");
        });
    }

    private static Packet packet(DeskKit desk, CaseId id) {
        return desk.load(id).handOver().packet().orElseThrow();
    }

    private static String issueText(DeskKit desk) {
        return desk.tools().issues().load(issues(desk).getFirst().id()).text();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void casesOfOneKnownIssueShareOneIssue(boolean crashing) {
        story(crashing, desk -> {
            CaseId first = desk.ticket(FAULT);
            CaseId second = desk.ticket(FAULT);
            desk.runUntilQuiet();
            passTime(desk, Duration.ofMinutes(1), 3);
            CaseId third = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
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
                passTime(desk, Duration.ofMinutes(15), 12);
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
            passTime(desk, Duration.ofHours(1), 3);
            assertThat(issues(desk)).hasSize(1);
            assertThat(desk.load(id).handOver().findIssue()).isPresent();
        });
    }

    @Test
    void aToolThatIsDownForDaysIsAskedUntilItAnswers() {
        story(false, desk -> {
            desk.tools().fail(Tool.TRACKER, ToolFault.DOWN, 10_000);
            CaseId id = report(desk);
            passTime(desk, Duration.ofHours(2), 24);
            assertThat(issues(desk)).isEmpty();
            desk.tools().heal();
            passTime(desk, Duration.ofHours(1), 3);
            assertThat(issues(desk)).hasSize(1);
            assertThat(desk.load(id).handOver().findIssue()).isPresent();
        });
    }
}
