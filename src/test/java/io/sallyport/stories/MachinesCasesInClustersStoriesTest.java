package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.escalation.ClusterDecisions;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.flow.Agents;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several customers have one fault, and the machine has some of their cases: these are linked with those that people have. */
@Tag("database")
class MachinesCasesInClustersStoriesTest {

    private static final String INES = "Ines";
    private static final String NEWS = "The heater firmware is mended; please restart yours.";

    private static void link(DeskKit desk) {
        new ClusterLinker(desk.cases(), desk.database().jdbc(), desk.clock()).link();
        desk.runUntilQuiet();
    }

    private static CaseId approved(DeskKit desk, CaseId id) {
        CaseRecord record = desk.load(id);
        String hash = record.answer().findDraft().orElseThrow().contentHash();
        assertThat(new Decisions(desk.cases()).approve(Seen.of(record), hash, INES))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        return id;
    }

    @Test
    void whoseDraftsAreHeldArePutBeforePeopleWithTheCaseThatTheyHave() {
        try (var desk = HeaterDesk.open()) {
            List<CaseId> held = List.of(
                    HeaterDesk.from(desk, "ana@example.com", "My heater is cold."),
                    HeaterDesk.from(desk, "bo@example.com", "The heater stays cold."));
            CaseId asked = HeaterDesk.from(desk, "cy@example.com", "No warmth from the heater, person please");
            assertThat(held).allMatch(id -> desk.load(id).answer() instanceof AnswerWork.Held);
            link(desk);
            String cluster = desk.load(asked).handOver().cluster().orElseThrow().id();
            assertThat(held).allSatisfy(id -> {
                CaseRecord record = desk.load(id);
                assertThat(record.standing())
                        .isInstanceOfSatisfying(
                                Standing.WithPeople.class,
                                people -> assertThat(people.why()).isEqualTo("3 customers have one cause"));
                assertThat(record.handOver().cluster().orElseThrow().id()).isEqualTo(cluster);
                assertThat(record.triage().priority()).isEqualTo(Priority.P2);
                assertThat(record.handOver().packet().orElseThrow().impact().customers())
                        .isEqualTo(3);
            });
            approvedAmongPeople(desk, held.getFirst());
        }
    }

    private static void approvedAmongPeople(DeskKit desk, CaseId id) {
        CaseRecord record = desk.load(id);
        String hash = record.answer().findDraft().orElseThrow().contentHash();
        assertThat(new Decisions(desk.cases()).approve(Seen.of(record), hash, INES))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        assertThat(desk.load(id).messages().getLast().isAnswer()).isTrue();
    }

    @Test
    void whoWasAnsweredIsLinkedAndHearsTheNewsWithTheOthers() {
        try (var desk = HeaterDesk.open()) {
            CaseId one = approved(desk, HeaterDesk.from(desk, "ana@example.com", "My heater is cold."));
            CaseId other = approved(desk, HeaterDesk.from(desk, "bo@example.com", "The heater stays cold."));
            CaseId asked = HeaterDesk.from(desk, "cy@example.com", "No warmth from the heater, person please");
            link(desk);
            String cluster = desk.load(asked).handOver().cluster().orElseThrow().id();
            assertThat(List.of(one, other))
                    .allMatch(id -> desk.load(id).standing() instanceof Standing.AwaitingCustomer);
            var clusters = new Clusters(desk.cases(), desk.database().jdbc());
            new ClusterDecisions(clusters, new Decisions(desk.cases())).tell(cluster, NEWS, INES);
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).filteredOn(NEWS::equals).hasSize(3);
        }
    }

    @Test
    void whatPeopleGaveBackIsNotPutBeforeThemAgain() {
        try (var desk = HeaterDesk.open()) {
            CaseId held = HeaterDesk.from(desk, "ana@example.com", "My heater is cold.");
            HeaterDesk.from(desk, "bo@example.com", "The heater stays cold, person please");
            HeaterDesk.from(desk, "cy@example.com", "No warmth from the heater, person please");
            link(desk);
            assertThat(new Decisions(desk.cases()).giveBack(Seen.of(desk.load(held)), "the draft will do", INES))
                    .isInstanceOf(Decision.Taken.class);
            desk.runUntilQuiet();
            HeaterDesk.from(desk, "di@example.com", "The heater is cold, person please");
            HeaterDesk.from(desk, "eve@example.com", "The heater is cold, person please");
            link(desk);
            assertThat(desk.load(held).standing()).isInstanceOf(Standing.AtWork.class);
        }
    }

    @Test
    void whatThreeAskAlikeIsNoFaultUntilPeopleHaveIt() {
        assertThat(linkedOf("How does the toaster work?")).isZero();
        assertThat(linkedOf("How does the toaster work? person please")).isEqualTo(3);
        assertThat(linkedOf("The toaster is broken.")).isEqualTo(3);
    }

    private static long linkedOf(String text) {
        try (var desk = DeskKit.of(new Alike(new ScriptedAgents(), new ArrayList<>()), ScriptedGate.required())) {
            List<CaseId> ids = List.of("ana@example.com", "bo@example.com", "cy@example.com").stream()
                    .map(customer -> HeaterDesk.from(desk, customer, text))
                    .toList();
            link(desk);
            return ids.stream()
                    .filter(id -> desk.load(id).handOver().cluster().isPresent())
                    .count();
        }
    }

    /** Takes every case for one like all before it, and for a fault where something is broken. */
    private record Alike(Agents others, List<CaseId> before) implements AgentsOver {

        @Override
        public Triage triage(CaseRecord record) {
            Triage read = others.triage(record);
            boolean isBroken = record.latestFromCustomer().written().contains("broken");
            var duplicates =
                    before.stream().filter(id -> !id.equals(record.id())).toList();
            before.add(record.id());
            return new Triage(
                    new Triage.Classification(
                            isBroken ? Category.BUG : Category.HOW_TO, Optional.empty(), 0.9, "", "", false),
                    read.urgency(),
                    read.impressions(),
                    read.mood(),
                    read.customer(),
                    new Triage.Related(Optional.empty(), duplicates),
                    read.sla());
        }
    }
}
