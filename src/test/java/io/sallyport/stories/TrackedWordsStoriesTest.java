package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.issues;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Standing;
import io.sallyport.connector.builtin.Issue;
import io.sallyport.connector.builtin.Tool;
import io.sallyport.connector.builtin.ToolFault;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What engineering hears of a customer who writes on. Each also killed at every step. */
@Tag("database")
class TrackedWordsStoriesTest {

    private static final String STEPS = "I press Export twice. It should write one file. It is version 2.0.";
    private static final String BROKEN = "The customer says that it is still broken";

    private static CaseId filed(DeskKit desk) {
        CaseId id = report(desk);
        passTime(desk, Duration.ofMinutes(1), 3);
        return id;
    }

    private static void add(DeskKit desk, CaseId id, String... words) {
        for (String each : words) {
            desk.write(id, each);
        }
        desk.runUntilQuiet();
        passTime(desk, Duration.ofMinutes(1), 3);
    }

    /** The issue that was filed first. */
    private static Issue issue(DeskKit desk) {
        String first =
                issues(desk).stream().map(Issue.Line::id).sorted().findFirst().orElseThrow();
        return desk.tools().issues().load(first);
    }

    /** What cases added to it. */
    private static List<String> added(DeskKit desk) {
        return issue(desk).cases().stream()
                .map(Issue.LinkedCase::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheCustomerAddsReachesTheIssueOnceAndTheChatIsToldOfTheHandOverAlone(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = filed(desk);
            add(desk, id, STEPS);
            assertThat(added(desk))
                    .singleElement()
                    .asString()
                    .startsWith("The customer wrote again:")
                    .contains("It is version 2.0.");
            add(desk, id, "And it is Linux.", "With the client 3.1.");
            assertThat(added(desk)).hasSize(2);
            assertThat(added(desk).getLast()).contains("Linux", "3.1").doesNotContain("version 2.0");
            assertThat(issues(desk)).hasSize(1);
            assertThat(desk.tools().posts(10)).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soDoesWhatTheyWriteToAPersonWhoHasTheCaseInHand(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = filed(desk);
            desk.decide(id, new Fact.CaseClaimed());
            add(desk, id, STEPS);
            assertThat(added(desk)).singleElement().asString().contains("It is version 2.0.");
            assertThat(desk.load(id).isTakenOver()).isTrue();
            assertThat(desk.tools().posts(10)).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheyAddWhileTheTrackerIsDownFollowsTheIssue(boolean crashing) {
        story(crashing, desk -> {
            desk.tools().fail(Tool.TRACKER, ToolFault.DOWN, 10_000);
            CaseId id = filed(desk);
            add(desk, id, STEPS);
            assertThat(issues(desk)).isEmpty();
            desk.tools().heal();
            passTime(desk, Duration.ofMinutes(30), 6);
            assertThat(issues(desk)).hasSize(1);
            assertThat(added(desk)).singleElement().asString().contains("It is version 2.0.");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thatAFixDidNotHelpReachesTheIssueInTheirWords(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = filed(desk);
            fix(desk, "The export is fixed in 2.1.");
            hear(desk);
            desk.tick(Duration.ofDays(1));
            add(desk, id, "Sadly it stops at row 40 now.", "It is still broken.");
            assertThat(added(desk))
                    .singleElement()
                    .asString()
                    .startsWith(BROKEN)
                    .contains("row 40", "still broken.");
            assertThat(issue(desk).state()).isEqualTo(IssueNews.State.OPEN);
            // Before the tracker has told that it is open again.
            add(desk, id, "It is Linux.");
            assertThat(issues(desk)).hasSize(1);
            assertThat(added(desk)).hasSize(2);
            assertThat(desk.tools().posts(10)).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thatAnAnswerDidNotHelpReachesTheIssueWhileTheCaseIsInItsQueue(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = filed(desk);
            desk.tools().issues().move(issue(desk).id(), IssueNews.State.ANSWERED, "Export by month.", "Noor");
            hear(desk);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            add(desk, id, "It is still broken.");
            assertThat(added(desk)).singleElement().asString().startsWith(BROKEN);
        });
    }

    private static CaseId mended(DeskKit desk) {
        CaseId id = filed(desk);
        fix(desk, "The export is fixed in 2.1.");
        hear(desk);
        desk.write(id, "It works now, thank you!");
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
        desk.tick(Duration.ofDays(14));
        return id;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherMatterInTheSameThreadLeavesTheOldIssueAsItIs(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = mended(desk);
            add(desk, id, "There is a wrong sum on my invoice, a person please");
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.tools().posts(10)).hasSize(2);
            assertThat(issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.state()).isEqualTo(IssueNews.State.FIXED));
            assertThat(added(desk)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherFaultInTheSameThreadGetsAnIssueOfItsOwn(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = mended(desk);
            add(desk, id, "The import stops half way, a person please");
            assertThat(issue(desk).state()).isEqualTo(IssueNews.State.FIXED);
            assertThat(added(desk)).isEmpty();
            assertThat(issues(desk)).hasSize(2);
            assertThat(desk.load(id).handOver().findIssue())
                    .get()
                    .isNotEqualTo(issue(desk).id());
            add(desk, id, "It is version 2.1.");
            assertThat(issues(desk)).hasSize(2);
            assertThat(added(desk)).isEmpty();
        });
    }

    /** Whoever has the case is to tell them of the fix. */
    @Test
    void whatElseIsSaidWhereTheIssueIsMendedFilesNoOther() {
        story(false, desk -> {
            CaseId id = filed(desk);
            fix(desk, "Same as for joan.weaver@example.net, order HL-48211.");
            hear(desk);
            add(desk, id, "Thank you, I will wait.");
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.state()).isEqualTo(IssueNews.State.FIXED));
            assertThat(added(desk)).isEmpty();
        });
    }

    /** Given back to the machine and handed over once more. */
    @Test
    void whatEngineeringHasIsNotToldAgain() {
        story(false, desk -> {
            CaseId id = filed(desk);
            desk.decide(id, new Fact.CaseReturned("try again"));
            desk.runUntilQuiet();
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.tools().posts(10)).hasSize(2);
            assertThat(desk.load(id).handOver().errands())
                    .filteredOn(work -> work.errand().kind() == Errand.Kind.LINK)
                    .isEmpty();
        });
    }

    /** It costs a call of a model; whoever has the case reads what comes later themselves. */
    @Test
    void aBriefIsWrittenOnceForEachHandOver() {
        var brief = new Brief("a model", "0".repeat(64), "The export ends early.", List.of(), List.of(), "Mend it.");
        story(false, _ -> Optional.of(brief), desk -> {
            CaseId id = filed(desk);
            add(desk, id, STEPS);
            assertThat(desk.cases().events(id))
                    .filteredOn(event -> event.fact() instanceof Fact.Briefed)
                    .hasSize(1);
            assertThat(desk.load(id).handOver().errands())
                    .allSatisfy(work -> assertThat(work.stage()).isInstanceOf(ErrandWork.Done.class));
        });
    }
}
