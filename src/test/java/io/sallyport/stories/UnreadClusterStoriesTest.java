package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.ClusterDecisions;
import io.sallyport.escalation.ClusterDecisions.Outcome;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Decisions;
import io.sallyport.testkit.BrokenCase;
import io.sallyport.testkit.DeskKit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A newer node wrote to one case of a cluster: a person tells and closes the others, and hears which one it was. */
@Tag("database")
class UnreadClusterStoriesTest {

    private static final String INES = "Ines";
    private static final String NEWS = "The heater firmware is mended; please restart yours.";

    private final DeskKit desk = HeaterDesk.open();
    private final Clusters clusters = new Clusters(desk.cases(), desk.database().jdbc());
    private final ClusterDecisions together = new ClusterDecisions(clusters, new Decisions(desk.cases()));

    @AfterEach
    void close() {
        desk.close();
    }

    private String link() {
        new ClusterLinker(desk.cases(), desk.database().jdbc(), desk.clock()).link();
        desk.runUntilQuiet();
        return clusters.list().getFirst().id();
    }

    private static List<CaseId> done(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.whyNot().isEmpty())
                .map(Outcome::caseId)
                .toList();
    }

    private static String whyNot(List<Outcome> outcomes, CaseId id) {
        return outcomes.stream()
                .filter(outcome -> outcome.caseId().equals(id))
                .flatMap(outcome -> outcome.whyNot().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allOthersAreListedToldAndClosedAndThatOneIsNamed() {
        List<CaseId> cases = HeaterDesk.three(desk);
        CaseId unread = cases.get(1);
        String cluster = link();
        BrokenCase.make(desk, unread);
        var members = clusters.members(cluster);
        assertThat(members.read()).hasSize(2);
        assertThat(members.unread())
                .containsExactly(new Clusters.Unread(unread, "bo@example.com", "Heater is cold", true));

        List<Outcome> told = together.tell(cluster, NEWS, INES);
        assertThat(done(told)).containsExactlyInAnyOrder(cases.get(0), cases.get(2));
        assertThat(whyNot(told, unread)).startsWith("The case cannot be read now");
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly(NEWS, NEWS);

        List<Outcome> closed = together.resolve(cluster, "firmware 2.4", INES);
        assertThat(done(closed)).containsExactlyInAnyOrder(cases.get(0), cases.get(2));
        assertThat(whyNot(closed, unread)).startsWith("The case cannot be read now");
        assertThat(desk.load(cases.get(0)).standing()).isInstanceOf(Standing.Resolved.class);
    }

    @Test
    void nothingIsAskedOfOneThatIsOver() {
        List<CaseId> cases = HeaterDesk.three(desk);
        String cluster = link();
        desk.decide(cases.getFirst(), new Fact.CaseResolved("told by phone"));
        BrokenCase.make(desk, cases.getFirst());
        assertThat(together.tell(cluster, NEWS, INES))
                .hasSize(2)
                .allMatch(outcome -> outcome.whyNot().isEmpty());
    }

    @Test
    void whoMayHaveBeenToldOnThatOneIsToldOnceItCanBeRead() {
        CaseId unread = HeaterDesk.three(desk).getFirst();
        CaseId second = HeaterDesk.from(desk, "ana@example.com", "And one more heater, a person please");
        String cluster = link();
        var broken = BrokenCase.make(desk, unread);
        List<Outcome> told = together.tell(cluster, NEWS, INES);
        assertThat(done(told)).hasSize(2);
        assertThat(whyNot(told, second))
                .isEqualTo("Nobody knows whether the customer has been told, as " + unread
                        + " of theirs cannot be read now.");

        broken.mend();
        assertThat(done(together.tell(cluster, NEWS, INES))).hasSize(1);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly(NEWS, NEWS, NEWS);
    }
}
