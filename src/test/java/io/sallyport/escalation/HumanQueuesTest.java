package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.escalation.HumanQueues.Count;
import io.sallyport.escalation.HumanQueues.Load;
import io.sallyport.escalation.HumanQueues.Undecided;
import io.sallyport.escalation.QueueFilter.View;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures of the human queue. */
@Tag("database")
class HumanQueuesTest {

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());
    private final QueueMembers members = new QueueMembers(desk.database().dataSource());
    private final HumanQueues queues = new HumanQueues(
            desk.database().jdbc(),
            new DueTimes(new BusinessCalendar(ZoneOffset.UTC)),
            new PostgresQueueWaits(desk.database().jdbc()),
            desk.clock());

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseId handedOver(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return id;
    }

    private CaseId inQueue(String queue) {
        CaseId id = handedOver("person please");
        desk.decide(id, new Fact.Reclassified(Optional.empty(), Optional.empty(), Optional.of(queue), "theirs"));
        return id;
    }

    private List<CaseId> seen(View view, String person) {
        return queues.list(new QueueFilter(Optional.empty(), view, person, 50)).stream()
                .map(QueueLine::id)
                .toList();
    }

    private String clock(CaseId id) {
        return queues.list(QueueFilter.all(50)).stream()
                .filter(line -> line.id().equals(id))
                .flatMap(line -> line.clock().stream())
                .map(QueueLine.Clock::words)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatWaitsForADecisionOutsideOfTheQueues() {
        assertThat(queues.undecided()).isEqualTo(new Undecided(0, 0));
        handedOver("person please");
        handedOver("When do you open?");
        desk.tick(Duration.ofMinutes(30));
        handedOver("When do you close?");
        assertThat(queues.undecided()).isEqualTo(new Undecided(2, 0));
        desk.tick(Duration.ofMinutes(30));
        assertThat(queues.undecided()).isEqualTo(new Undecided(2, 1));
        desk.runUntilQuiet();
        assertThat(queues.undecided()).isEqualTo(new Undecided(2, 1));
    }

    @Test
    void clocksRunInOfficeHoursAndForWhatIsUrgentAlways() {
        CaseId calm = handedOver("person please");
        CaseId urgent = handedOver("a flood, person please");
        assertThat(clock(calm)).isEqualTo("1 h 0 min of office time left");
        assertThat(clock(urgent)).isEqualTo("1 h 0 min left");
        desk.tick(Duration.ofMinutes(90));
        assertThat(clock(calm)).isEqualTo("overdue by 30 min of office time");
        assertThat(clock(urgent)).isEqualTo("overdue by 30 min");
        // Monday ends at five: seven hours after the answer was due; Tuesday adds two.
        desk.tick(Duration.ofHours(24).plusMinutes(30));
        assertThat(clock(calm)).isEqualTo("overdue by 9 h 0 min of office time");
        assertThat(clock(urgent)).isEqualTo("overdue by 25 h 0 min");
    }

    @Test
    void onceItIsAnsweredTheClockIsTheSolutions() {
        CaseId id = handedOver("person please");
        desk.decide(id, new Fact.CaseClaimed());
        desk.tick(Duration.ofMinutes(90));
        assertThat(clock(id)).isEqualTo("overdue by 30 min of office time");
        var said = new Message(
                "help-desk-1",
                Message.Author.PERSON,
                "",
                desk.clock().instant(),
                "",
                "It is being looked at.",
                "",
                List.of(),
                Map.of());
        desk.decide(id, new Fact.MessageReceived(said));
        assertThat(clock(id)).startsWith("solution: ").endsWith(" of office time left");
        Instant due = desk.load(id).triage().sla().solutionDue();
        desk.tick(Duration.between(desk.clock().instant(), due).plusMinutes(5));
        assertThat(clock(id)).startsWith("solution: overdue by ");
        desk.write(id, "And then?");
        desk.runUntilQuiet();
        assertThat(clock(id)).isEqualTo("1 h 0 min of office time left");
    }

    @Test
    void whomANoteNamesFindsTheCaseWhateverBecameOfItForAMonth() {
        CaseId held = handedOver("When do you open?");
        CaseId resolved = handedOver("When do you close?");
        CaseId others = inQueue("returns");
        for (CaseId id : List.of(held, resolved, others)) {
            desk.decide(id, new Fact.NoteAdded("@Omar look", List.of("Omar")));
        }
        desk.decide(resolved, new Fact.CaseResolved("by telephone"));
        members.serve("Omar", List.of("billing"));
        for (View view : List.of(View.MINE, View.MY_QUEUES)) {
            assertThat(seen(view, "omar")).containsExactlyInAnyOrder(held, resolved, others);
            assertThat(seen(view, "Jo")).doesNotContain(held, resolved);
        }
        assertThat(queues.list(new QueueFilter(Optional.empty(), View.MINE, "omar", 50)))
                .filteredOn(line -> line.id().equals(resolved))
                .singleElement()
                .satisfies(line -> assertThat(line.why()).isEqualTo("resolved; a note names you"));
        assertThat(seen(View.ALL, "omar")).containsExactly(others);
        desk.tick(Duration.ofDays(31));
        assertThat(seen(View.MINE, "omar")).containsExactlyInAnyOrder(held, others);
    }

    @Test
    void whatPressesMostComesFirst() {
        CaseId calm = handedOver("person please");
        CaseId urgent = handedOver("a flood, person please");
        assertThat(seen(View.ALL, "")).containsExactly(urgent, calm);
    }

    @Test
    void whoServesQueuesSeesTheseAndTheirOwnAndWhoServesNoneSeesAll() {
        CaseId technical = handedOver("person please");
        CaseId billing = inQueue("billing");
        CaseId returns = inQueue("returns");
        assertThat(seen(View.MY_QUEUES, "Ines")).containsExactlyInAnyOrder(technical, billing, returns);
        members.serve("Ines", List.of("billing"));
        assertThat(seen(View.MY_QUEUES, "Ines")).containsExactly(billing);
        desk.decide(returns, new Fact.CaseClaimed());
        assertThat(seen(View.MY_QUEUES, "Ines")).containsExactlyInAnyOrder(billing, returns);
        assertThat(seen(View.MY_QUEUES, "Omar")).hasSize(3);
        assertThat(seen(View.ALL, "Ines")).hasSize(3);
        members.serve("Ines", List.of());
        assertThat(seen(View.MY_QUEUES, "Ines")).hasSize(3);
    }

    @Test
    void loadCountsWhatPeopleHaveAndWhatIsFreeInTheirQueues() {
        CaseId urgent = handedOver("a flood, person please");
        handedOver("person please");
        inQueue("billing");
        desk.decide(urgent, new Fact.CaseClaimed());
        members.serve("Omar", List.of("technical", "returns"));
        assertThat(queues.loads())
                .containsExactly(
                        new Load("Ines", 1, 1, 0, List.of(), 2),
                        new Load("Omar", 0, 0, 0, List.of("returns", "technical"), 1));
        members.serve("ines", List.of("billing"));
        assertThat(queues.loads()).hasSize(2);
        assertThat(queues.loads().getFirst()).isEqualTo(new Load("Ines", 1, 1, 0, List.of("billing"), 1));
    }

    @Test
    void eachQueueSaysWhoServesItAndHowLongItsCasesLatelyWaited() {
        members.serve("Omar", List.of("technical"));
        assertThat(queues.counts()).isEmpty();
        for (int taken = 1; taken <= 10; taken++) {
            CaseId id = handedOver("person please");
            desk.tick(Duration.ofMinutes(5));
            desk.decide(id, new Fact.CaseClaimed());
        }
        handedOver("person please");
        inQueue("billing");
        assertThat(queues.counts())
                .containsExactly(
                        new Count("billing", 1, 1, 0, 0, Optional.empty()),
                        new Count(
                                "technical",
                                11,
                                1,
                                0,
                                1,
                                Optional.of("nine of ten of the last 10 cases of the queue technical were taken within"
                                        + " 5 min of office time")));
    }
}
