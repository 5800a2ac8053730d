package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How grave a case is that others have too: what many have is worse, a person knows better, and the customer may say more. */
@Tag("database")
class ClusterPriorityStoriesTest {

    private final DeskKit desk = HeaterDesk.open();
    private final Clusters clusters = new Clusters(desk.cases(), desk.database().jdbc());
    private final ClusterLinker linker =
            new ClusterLinker(desk.cases(), desk.database().jdbc(), desk.clock());

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

    private Priority priority(CaseId id) {
        return desk.load(id).triage().priority();
    }

    private Optional<String> cluster(CaseId id) {
        return desk.load(id).handOver().cluster().map(known -> known.id() + " of " + known.customers());
    }

    private long joined(CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.ClusterJoined)
                .count();
    }

    private void correct(CaseId id, Priority priority) {
        var correction = new Correction(Optional.empty(), Optional.of(priority), Optional.empty(), "I have read it");
        assertThat(new Decisions(desk.cases()).reclassify(Seen.of(desk.load(id)), correction, "Ines"))
                .isInstanceOf(Decision.Taken.class);
    }

    @Test
    void aP1AmongThemMakesAllOfThemP1() {
        List<CaseId> cases = three();
        linker.link();
        CaseId grave = from("eve@example.com", "The heater made a flood, person please");
        linker.link();
        assertThat(clusters.list()).hasSize(1);
        assertThat(cluster(grave)).isEqualTo(cluster(cases.getFirst()));
        assertThat(cases).allMatch(id -> desk.load(id).triage().priority() == Priority.P1);
    }

    @Test
    void aPriorityThatAPersonSetStandsUntilTheCustomerWritesAgain() {
        CaseId first = three().getFirst();
        linker.link();
        correct(first, Priority.P4);
        linker.link();
        linker.link();
        assertThat(priority(first)).isEqualTo(Priority.P4);
        assertThat(joined(first)).as("nothing is said again").isEqualTo(1);

        from("di@example.com", "The heater is cold, person please");
        from("eve@example.com", "The heater is cold, person please");
        linker.link();
        assertThat(desk.load(first).handOver().cluster())
                .hasValueSatisfying(cluster -> assertThat(cluster.customers()).isEqualTo(5));
        assertThat(priority(first)).isEqualTo(Priority.P4);

        desk.write(first, "The heater has stopped altogether.");
        desk.runUntilQuiet();
        linker.link();
        assertThat(priority(first)).isEqualTo(Priority.P2);
    }

    @Test
    void aPriorityThatAPersonSetBeforeOthersHadItStandsToo() {
        CaseId first = from("ana@example.com", "My heater is cold, a person please");
        correct(first, Priority.P4);
        from("bo@example.com", "The heater stays cold. person please");
        CaseId third = from("cy@example.com", "No warmth from the heater, person please");
        linker.link();
        linker.link();
        assertThat(cluster(first)).isEqualTo(cluster(third)).isPresent();
        assertThat(priority(first)).isEqualTo(Priority.P4);
        assertThat(priority(third)).isEqualTo(Priority.P2);
    }

    @Test
    void whoeverMovesACaseToAnotherQueueSetsNoPriority() {
        CaseId first = three().getFirst();
        desk.decide(first, new Fact.Reclassified(Optional.empty(), Optional.empty(), Optional.of("product"), "theirs"));
        linker.link();
        assertThat(priority(first)).isEqualTo(Priority.P2);
    }

    @Test
    void onceAWrongP1IsCorrectedNobodyElseIsMadeP1ByThoseThatItMadeSo() {
        List<CaseId> cases = three();
        CaseId wrong = from("eve@example.com", "The heater made a flood, person please");
        linker.link();
        assertThat(cases).allMatch(id -> priority(id) == Priority.P1);
        correct(wrong, Priority.P3);
        CaseId next = from("fay@example.com", "My heater is cold, person please");
        linker.link();
        linker.link();
        assertThat(priority(wrong)).isEqualTo(Priority.P3);
        assertThat(priority(next)).isEqualTo(Priority.P2);
        correct(cases.getFirst(), Priority.P2);
        linker.link();
        assertThat(priority(cases.getFirst())).isEqualTo(Priority.P2);
    }

    @Test
    void aP1ThatAPersonSetMakesAllOfThemP1() {
        List<CaseId> cases = three();
        correct(cases.getFirst(), Priority.P1);
        linker.link();
        assertThat(cases).allMatch(id -> priority(id) == Priority.P1);
    }
}
