package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.ClusterDecisions;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.gate.HandoffGate;
import io.sallyport.insight.Patterns;
import io.sallyport.testkit.BrokenCase;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several customers have one cause: their cases are linked, raised, told and closed together, and remembered. */
@Tag("database")
class OneCauseStoriesTest {

    private static final String INES = "Ines";
    private static final String NEWS = "The heater firmware is mended; please restart yours.";

    private final DeskKit desk = HeaterDesk.open();
    private final Clusters clusters = new Clusters(desk.cases(), desk.database().jdbc());
    private final ClusterLinker linker =
            new ClusterLinker(desk.cases(), desk.database().jdbc(), desk.clock());
    private final ClusterDecisions together = new ClusterDecisions(clusters, new Decisions(desk.cases()));

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseId from(String customer, String text) {
        return HeaterDesk.from(desk, customer, text);
    }

    private List<CaseId> three() {
        return HeaterDesk.three(desk);
    }

    @Test
    void threeCustomersMakeAClusterAndItIsRaisedOnce() {
        List<CaseId> cases = three();
        CaseId other = from("di@example.com", "Where is my parcel? person please");
        linker.link();
        linker.link();
        var found = clusters.list();
        assertThat(found).singleElement().satisfies(cluster -> {
            assertThat(cluster.customers()).isEqualTo(3);
            assertThat(cluster.priority()).isEqualTo("P2");
        });
        for (CaseId id : cases) {
            assertThat(desk.load(id).triage().priority()).isEqualTo(Priority.P2);
            assertThat(desk.cases().events(id))
                    .filteredOn(event -> event.fact() instanceof Fact.ClusterJoined)
                    .hasSize(1);
        }
        assertThat(desk.load(other).handOver().cluster()).isEmpty();
    }

    @Test
    void thePacketOfEachSaysHowManyCustomersHaveItAndHowGraveItIs() {
        List<CaseId> cases = three();
        from("ana@example.com", "The heater again, a person please");
        assertThat(cases).allMatch(id -> packet(id).impact().customers() == 1);
        linker.link();
        desk.runUntilQuiet();
        assertThat(cases).allSatisfy(id -> {
            assertThat(packet(id).impact().customers()).isEqualTo(3);
            assertThat(packet(id).severity()).isEqualTo(Priority.P2);
            assertThat(Verdict.reason(List.of(new HandoffGate().judge(desk.load(id), packet(id)))))
                    .isEqualTo("incomplete: impact.workflow");
        });
    }

    @Test
    void whileAWaveGrowsThePacketsAreMadeAnewOnlyWhereHalfAsManyHaveItAgain() {
        CaseId first = three().getFirst();
        linker.link();
        from("di@example.com", "The heater is cold, person please");
        linker.link();
        desk.runUntilQuiet();
        assertThat(packet(first).impact().customers()).isEqualTo(3);
        CaseId fifth = from("eve@example.com", "The heater is cold, person please");
        linker.link();
        linker.link();
        desk.runUntilQuiet();
        assertThat(packet(first).impact().customers()).isEqualTo(5);
        assertThat(packet(fifth).impact().customers()).isEqualTo(5);
        assertThat(desk.cases().events(first))
                .filteredOn(event -> event.fact() instanceof Fact.ClusterJoined)
                .hasSize(2);
    }

    @Test
    void whoseCaseIsOverHadItToo() {
        List<CaseId> cases = three();
        linker.link();
        desk.decide(cases.getFirst(), new Fact.CaseResolved("told by phone"));
        CaseId fourth = from("di@example.com", "The heater is cold, person please");
        linker.link();
        desk.runUntilQuiet();
        assertThat(packet(fourth).impact().customers()).isEqualTo(4);
    }

    private Packet packet(CaseId id) {
        return desk.load(id).handOver().packet().orElseThrow();
    }

    @Test
    void twoCustomersAreNoClusterHoweverManyCasesTheyHave() {
        from("ana@example.com", "My heater is cold, a person please");
        from("ana@example.com", "The heater again, a person please");
        from("bo@example.com", "The heater stays cold. person please");
        linker.link();
        assertThat(clusters.list()).isEmpty();
    }

    @Test
    void whoseFirstCaseRefusesIsToldOnTheirSecondAndOnlyThere() {
        CaseId first = three().getFirst();
        desk.tick(Duration.ofMinutes(1));
        CaseId second = from("ana@example.com", "And one more heater, a person please");
        linker.link();
        assertThat(new Decisions(desk.cases()).reply(Seen.of(desk.load(first)), "We look into it.", INES))
                .isInstanceOf(Decision.Taken.class);
        String cluster = clusters.list().getFirst().id();
        assertThat(together.tell(cluster, NEWS, INES))
                .filteredOn(outcome -> outcome.whyNot().isPresent())
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.caseId()).isEqualTo(first);
                    assertThat(refused.whyNot().orElseThrow()).contains("with the gates");
                });
        desk.runUntilQuiet();
        assertThat(desk.load(second).messages())
                .anyMatch(message -> message.isAnswer() && message.written().equals(NEWS));

        assertThat(together.tell(cluster, NEWS, INES))
                .allMatch(outcome -> outcome.whyNot().isPresent());
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).filteredOn(NEWS::equals).hasSize(3);
    }

    @Test
    void onePersonTellsEveryCustomerOnceAndClosesAll() {
        List<CaseId> cases = three();
        from("ana@example.com", "And one more heater, a person please");
        linker.link();
        String cluster = clusters.list().getFirst().id();
        assertThat(together.tell(cluster, NEWS, INES))
                .filteredOn(outcome -> outcome.whyNot().isEmpty())
                .hasSize(3);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly(NEWS, NEWS, NEWS);
        assertThat(together.tell(cluster, NEWS, INES))
                .allMatch(outcome -> outcome.whyNot().isPresent());
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).hasSize(3);
        assertThat(together.resolve(cluster, "firmware 2.4", INES)).hasSize(4);
        assertThat(cases).allMatch(id -> desk.load(id).standing() instanceof Standing.Resolved);
    }

    @Test
    void aCaseThatCannotBeReadKeepsNoOtherFromBeingLinked() {
        List<CaseId> cases = three();
        CaseId fourth = from("di@example.com", "The heater is cold, person please");
        var broken = BrokenCase.make(desk, fourth);
        linker.link();
        assertThat(clusters.list())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.customers()).isEqualTo(3));
        assertThat(cases).allMatch(id -> desk.load(id).handOver().cluster().isPresent());
        broken.mend();
        linker.link();
        assertThat(desk.load(fourth).handOver().cluster()).isPresent();
    }

    @Test
    void aCaseThatCannotBeReadHoldsUpNoOthersSolutionAndIsRememberedOnceItCan() {
        List<CaseId> cases = three();
        cases.forEach(id -> desk.decide(id, new Fact.CaseResolved("The firmware had to be restarted.")));
        CaseId later = from("di@example.com", "The heater is cold, person please");
        var broken = BrokenCase.make(desk, cases.getFirst());
        var patterns = new Patterns(desk.cases(), desk.database().jdbc());
        patterns.learn();
        assertThat(patterns.list(10))
                .extracting(Patterns.Pattern::caseId)
                .hasSize(2)
                .doesNotContain(cases.getFirst());

        desk.tick(Duration.ofHours(5));
        desk.decide(later, new Fact.CaseResolved("told by phone"));
        patterns.learn();
        broken.mend();
        patterns.learn();
        assertThat(patterns.list(10))
                .extracting(Patterns.Pattern::caseId)
                .hasSize(4)
                .contains(cases.getFirst(), later);
    }

    @Test
    void whatPeopleSolvedLongBeforeTheLastIsNotReadAgain() {
        CaseId first = three().getFirst();
        desk.decide(first, new Fact.CaseResolved("told by phone"));
        var patterns = new Patterns(desk.cases(), desk.database().jdbc());
        patterns.learn();
        desk.tick(Duration.ofHours(2));
        CaseId later = from("di@example.com", "The heater is cold, person please");
        desk.decide(later, new Fact.CaseResolved("told by phone"));
        patterns.learn();
        desk.database().jdbc().sql("DELETE FROM resolution_pattern").update();
        patterns.learn();
        assertThat(patterns.list(10)).extracting(Patterns.Pattern::caseId).containsExactly(later);
    }

    @Test
    void howAPersonSolvedItIsRememberedAndFoundForTheNext() {
        List<CaseId> cases = three();
        linker.link();
        together.resolve(clusters.list().getFirst().id(), "The firmware had to be restarted.", INES);
        var patterns = new Patterns(desk.cases(), desk.database().jdbc());
        patterns.learn();
        patterns.learn();
        assertThat(patterns.list(10)).hasSize(3).allSatisfy(pattern -> {
            assertThat(pattern.worked()).isEqualTo("The firmware had to be restarted.");
            assertThat(pattern.isCandidate()).isFalse();
        });
        CaseId next = from("fay@example.com", "My heater does not get warm, person please");
        assertThat(patterns.like(desk.load(next), 2)).hasSize(2).allMatch(pattern -> cases.contains(pattern.caseId()));
        assertThat(patterns.search("parcel", 5)).isEmpty();
    }
}
