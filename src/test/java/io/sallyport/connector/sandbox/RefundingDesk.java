package io.sallyport.connector.sandbox;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Ticket;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.UndoAgent;
import io.sallyport.flow.Agents;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Reservations;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.Crash;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.RecordingChannel;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A desk whose every message wants one and the same refund, from a sandbox that fails by itself as well. It is started again
 * whenever it has died.
 */
final class RefundingDesk implements AutoCloseable {

    /** Of each refund, in cents. */
    static final long SUM = 100;

    private static final Duration LONG = Duration.ofHours(1);
    private static final String HASH = "1".repeat(64);
    private static final String BINDING = "sandbox/partial-refund";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    final SandboxKit kit = new SandboxKit(clock);
    final Sandbox sandbox = Sandbox.of(kit.database.dataSource(), Duration.ofMillis(200), clock);
    final MortalPort door = new MortalPort(sandbox.actions(), kit.database);
    final Counted reservations = new Counted();

    @Override
    public void close() {
        kit.close();
    }

    void tryToUndo(CaseId id, String action) {
        Desk desk = desk();
        var gatekeeper = new Gatekeeper(Permits.willing(), clock);
        try {
            new UndoAgent(desk.cases(), gatekeeper, desk.lanes(), doors(), clock)
                    .undo(desk.cases().load(id), action, "Ines");
        } catch (Crash _) {
            // Nobody hears what became of it.
        }
    }

    void misbehave(Random random) {
        int dice = random.nextInt(20);
        if (dice < 8) {
            sandbox.fail("*", dice < 3 ? Fault.FAIL_AFTER : dice < 6 ? Fault.FAIL_BEFORE : Fault.REFUSE, 1);
        } else if (dice == 8) {
            sandbox.fail("*", random.nextBoolean() ? Fault.TIME_OUT : Fault.HANG, 1);
        } else if (dice < 11) {
            sandbox.fail(Faults.LOOK_UP, Fault.FAIL_BEFORE, 1);
        }
    }

    long made(CaseId id) {
        return kit.database
                .jdbc()
                .sql("SELECT count(*) FROM sandbox_effect WHERE case_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** From the message to the rest, starting again after the crash. */
    CaseRecord live(Optional<MortalPort.Death> where) {
        door.dieNext(where);
        Desk desk = desk();
        desk.lanes().set(Lane.ACTION, LaneMode.AUTO, "tester");
        CaseId id = desk.cases()
                .open(Actor.customer(DeskKit.CUSTOMER), opening())
                .record()
                .id();
        return rest(desk, id, LONG);
    }

    /** @param ahead how far time may jump to what is due then */
    CaseRecord rest(Desk first, CaseId id, Duration ahead) {
        Desk desk = first;
        for (int wakes = 0; wakes < 200; wakes++) {
            Optional<String> due = nextDue(id, ahead);
            if (due.isEmpty()) {
                return desk.cases().load(id);
            }
            try {
                desk.task().execute(new TaskInstance<>(desk.task().getName(), due.get()), null);
                kit.database
                        .jdbc()
                        .sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                        .param(due.get())
                        .update();
            } catch (Crash _) {
                desk = desk();
            }
            clock.tick(Duration.ofSeconds(1));
        }
        throw new AssertionError("the desk does not come to rest with " + id);
    }

    /** Time passes until it is due; reminders of what waits for people are no part of it. */
    private Optional<String> nextDue(CaseId id, Duration ahead) {
        Optional<Instant> reminder = desk().cases().load(id).handOver().remindAt();
        return kit.database
                .jdbc()
                .sql("""
                        SELECT task_instance, execution_time FROM scheduled_tasks
                        WHERE task_instance LIKE ? || '/%' AND execution_time <= ? AND execution_time IS DISTINCT FROM ?
                        ORDER BY execution_time LIMIT 1
                        """)
                .param(id.value())
                .param(Timestamp.from(clock.instant().plus(ahead)))
                .param(reminder.map(Timestamp::from).orElse(null))
                .query((row, _) -> {
                    var due = row.getTimestamp("execution_time").toInstant();
                    if (due.isAfter(clock.instant())) {
                        clock.tick(Duration.between(clock.instant(), due));
                    }
                    return row.getString("task_instance");
                })
                .optional();
    }

    private ActionDoors doors() {
        var definition = new Definition("partial-refund", HASH, BINDING, Assurance.NONE, true);
        return new ActionDoors(
                new Catalogue(List.of(definition)),
                List.of(door),
                reservations,
                ActionDoors.NONE.codes(),
                sandbox.codes());
    }

    Desk desk() {
        return new Desk(
                kit.database.dataSource(),
                new Refunding(new ScriptedAgents()),
                Permits.willing(),
                List.of(new RecordingChannel()),
                doors(),
                clock);
    }

    private Fact.TicketOpened opening() {
        var ticket = new Ticket(
                "test",
                CaseId.random().value(),
                Channel.EMAIL,
                DeskKit.CUSTOMER,
                "A refund",
                CaseId.random().value());
        return new Fact.TicketOpened(
                ticket,
                new Message(
                        CaseId.random().value(),
                        Message.Author.CUSTOMER,
                        DeskKit.CUSTOMER,
                        clock.instant(),
                        "A refund",
                        "The hub came broken.",
                        "",
                        List.of(),
                        Map.of()));
    }

    /** Counts without limits. */
    static final class Counted implements Reservations {
        final Set<String> held = ConcurrentHashMap.newKeySet();

        @Override
        public <T> T alone(ActionPlan plan, Supplier<T> decision) {
            return decision.get();
        }

        @Override
        public boolean reserve(String effectId, ActionPlan plan) {
            return held.add(effectId);
        }

        @Override
        public void booked(String effectId) {}

        @Override
        public void release(String effectId) {
            held.remove(effectId);
        }
    }

    /** Every message wants one and the same refund. */
    private record Refunding(Agents others) implements AgentsOver {
        @Override
        public Route route(CaseRecord record) {
            return new Route(Set.of(Lane.ACTION, Lane.ANSWER), Specialist.RETURNS, "returns", List.of());
        }

        @Override
        public Fact plan(CaseRecord record) {
            ActionPlan plan =
                    SandboxKit.plan(record.id(), "partial-refund", Map.of("order", "HL-BIG"), SandboxKit.dollars(SUM));
            return new Fact.ActionPlanned(new ActionPlan(
                    plan.caseId(), plan.action(), HASH, plan.customer(), plan.slots(), plan.reason(), plan.amount()));
        }
    }
}
