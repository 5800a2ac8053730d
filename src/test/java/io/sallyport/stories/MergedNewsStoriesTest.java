package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Note;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where engineering's news of a case go that goes on as another. Each also killed at every step. */
@Tag("database")
class MergedNewsStoriesTest {

    private static final String MENDED = "The export is fixed in 2.1.";

    /** Another matter, with an issue of its own. */
    private static CaseId reportOther(DeskKit desk) {
        CaseId id = desk.ticket("The import stops half way, a person please");
        desk.runUntilQuiet();
        return id;
    }

    private static void merge(DeskKit desk, CaseId from, CaseId into) {
        assertThat(new Decisions(desk.cases()).merge(Seen.of(desk.load(from)), into, "the same", "Ines"))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    private static String issue(DeskKit desk, CaseId id) {
        return desk.load(id).handOver().findIssue().orElseThrow();
    }

    private static void fix(DeskKit desk, String issue) {
        desk.tools().issues().move(issue, IssueNews.State.FIXED, MENDED, "Noor");
        hear(desk);
        hear(desk);
        passTime(desk, Duration.ofHours(1), 2);
    }

    private static long heard(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.IssueMoved)
                .count();
    }

    private static List<String> toldOfIt(DeskKit desk) {
        return desk.channel().posted().stream()
                .filter(text -> text.contains(MENDED))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoHasTheCaseThatGoesOnHearsItAndTheMachineIsSilent(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = reportOther(desk);
            CaseId merged = report(desk);
            String issue = issue(desk, merged);
            assertThat(issue(desk, kept)).isNotEqualTo(issue);
            merge(desk, merged, kept);
            desk.decide(kept, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            long over = desk.load(merged).version();
            fix(desk, issue);
            assertThat(toldOfIt(desk)).isEmpty();
            assertThat(desk.load(merged).version()).isEqualTo(over);
            assertThat(desk.load(kept).handOver().notes())
                    .singleElement()
                    .extracting(Note::mentions)
                    .isEqualTo(List.of("ines"));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothOfOneIssueHearItOnce(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = report(desk);
            CaseId merged = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            String issue = issue(desk, merged);
            assertThat(issue(desk, kept)).isEqualTo(issue);
            merge(desk, merged, kept);
            fix(desk, issue);
            assertThat(heard(desk, merged)).isZero();
            assertThat(heard(desk, kept)).isEqualTo(1);
            assertThat(toldOfIt(desk)).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWentOnTwiceIsHeardByTheLastOfThem(boolean crashing) {
        story(crashing, desk -> {
            CaseId last = reportOther(desk);
            CaseId second = reportOther(desk);
            CaseId first = report(desk);
            String issue = issue(desk, first);
            merge(desk, first, second);
            merge(desk, second, last);
            fix(desk, issue);
            assertThat(heard(desk, first) + heard(desk, second)).isZero();
            assertThat(heard(desk, last)).isEqualTo(1);
            assertThat(toldOfIt(desk)).hasSize(1);
        });
    }

    @Test
    void whatWasAnsweredBeforeTheCaseJoinedItIsHeardWhereItGoesOn() {
        story(false, desk -> {
            String issue = issue(desk, report(desk));
            desk.tools().issues().move(issue, IssueNews.State.ANSWERED, "Export by month.", "Noor");
            hear(desk);
            CaseId kept = reportOther(desk);
            CaseId merged = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            merge(desk, merged, kept);
            hear(desk);
            hear(desk);
            assertThat(heard(desk, merged)).isZero();
            assertThat(heard(desk, kept)).isEqualTo(1);
        });
    }

    /** No decision makes such a loop; a record that holds one must not hold up everybody's news. */
    @Test
    void casesThatGoOnWithOneAnotherHearItOnce() {
        story(false, desk -> {
            CaseId one = report(desk);
            CaseId other = reportOther(desk);
            String issue = issue(desk, one);
            desk.decide(one, new Fact.CaseMerged(other, "the same"));
            desk.decide(other, new Fact.CaseMerged(one, "the same"));
            desk.runUntilQuiet();
            fix(desk, issue);
            assertThat(heard(desk, one) + heard(desk, other)).isEqualTo(1);
        });
    }
}
