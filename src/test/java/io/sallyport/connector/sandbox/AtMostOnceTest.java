package io.sallyport.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
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
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.UndoAgent;
import io.sallyport.flow.Agents;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Permit;
import io.sallyport.gate.Reservations;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.Crash;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.RecordingChannel;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promises 6 and 7 of account changes: the desk dies around the call to a sandbox that fails by itself as well, and every refund
 * happens at most once, is accounted for, and no case is dropped.
 */
@Tag("database")
@Tag("slow")
class AtMostOnceTest {

    private static final int TIMES = Integer.getInteger("sallyport.test.crashes", 200);
    private static final long SUM = 100;
    private static final Duration LONG = Duration.ofHours(1);

    /** A refund can be called back within the hour. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String HASH = "1".repeat(64);
    private static final String BINDING = "sandbox/partial-refund";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final SandboxKit kit = new SandboxKit(clock);
    private final Sandbox sandbox = Sandbox.of(kit.database.dataSource(), Duration.ofMillis(200), clock);
    private final Counted reservations = new Counted();
    private Optional<Death> death = Optional.empty();

    /** Where the desk dies. */
    enum Death {
        BEFORE_THE_CALL,
        /** And the sandbox with it, in the middle of its transaction. */
        DURING_THE_CALL,
        /** And the sandbox goes on. */
        DURING_THE_CALL_ALONE,
        AFTER_THE_CALL,
        WHILE_LOOKING_UP
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyRefundHappensAtMostOnceAndIsAccountedFor(Death where) throws SQLException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        kit.load(
                "orders.jsonl",
                SandboxKit.order("HL-BIG", "delivered")
                        .replace("8900", "89000000")
                        .replace("9600", "89000700"));
        int done = 0;
        for (int i = 0; i < TIMES; i++) {
            misbehave(random);
            CaseRecord ended = live(Optional.of(where));
            assertThat(ended.findOpenEffect())
                    .as("seed %d, %s", seed, ended.id())
                    .isEmpty();
            long made = made(ended.id());
            assertThat(made).as("seed %d, %s", seed, ended.id()).isLessThanOrEqualTo(1);
            boolean isDone = ended.action() instanceof ActionWork.Done;
            boolean isWithPeople = ended.standing() instanceof Standing.WithPeople;
            assertThat(isDone || isWithPeople)
                    .as("seed %d, %s", seed, ended.action())
                    .isTrue();
            if (isDone) {
                assertThat(made).as("seed %d, %s", seed, ended.id()).isEqualTo(1);
                assertThat(ended.receipts()).hasSize(1);
                done++;
            }
            sandbox.heal();
        }
        long effects = kit.database
                .jdbc()
                .sql("SELECT count(*) FROM sandbox_effect")
                .query(Long.class)
                .single();
        assertThat(kit.sandbox.records().find("order", "HL-BIG").orElseThrow().whole("refunded_minor"))
                .as("seed %d", seed)
                .contains(effects * SUM);
        assertThat(reservations.held)
                .as("what was given back counts, seed %d", seed)
                .hasSizeGreaterThanOrEqualTo(Math.toIntExact(effects));
        System.out.printf(
                "%s: %d cases, %d refunds made, %d confirmed on the case, the others with people%n",
                where, TIMES, effects, done);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefundIsUndoneAtMostOnceHoweverOftenAPersonTries(Death where) throws SQLException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        kit.load("orders.jsonl", SandboxKit.order("HL-BIG", "delivered"));
        for (int i = 0; i < TIMES / 4; i++) {
            CaseRecord refunded = live(Optional.empty());
            String action = refunded.receipts().getFirst().effectId();
            death = Optional.of(where);
            for (int tries = 0; tries < 4; tries++) {
                misbehave(random);
                if (tries == 3) {
                    death = Optional.empty();
                    sandbox.heal();
                }
                tryToUndo(refunded.id(), action);
                assertThat(rest(desk(), refunded.id(), SOON).findOpenEffect())
                        .as("seed %d", seed)
                        .isEmpty();
                sandbox.heal();
            }
            assertThat(desk().cases()
                            .load(refunded.id())
                            .findUndo(action)
                            .orElseThrow()
                            .isAccepted())
                    .as("seed %d", seed)
                    .isTrue();
            long undone = kit.database
                    .jdbc()
                    .sql("SELECT count(*) FROM sandbox_effect WHERE undoes = ?")
                    .param(action)
                    .query(Long.class)
                    .single();
            assertThat(undone).as("seed %d, %s", seed, refunded.id()).isEqualTo(1);
        }
        assertThat(kit.sandbox.records().find("order", "HL-BIG").orElseThrow().whole("refunded_minor"))
                .as("seed %d", seed)
                .contains(0L);
        assertThat(reservations.held).as("seed %d", seed).isEmpty();
    }

    private void tryToUndo(CaseId id, String action) {
        Desk desk = desk();
        var gatekeeper = new Gatekeeper(Permits.willing(), clock);
        try {
            new UndoAgent(desk.cases(), gatekeeper, desk.lanes(), doors(), clock)
                    .undo(desk.cases().load(id), action, "Ines");
        } catch (Crash _) {
            // Nobody hears what became of it.
        }
    }

    private void misbehave(Random random) {
        int dice = random.nextInt(20);
        if (dice < 8) {
            sandbox.fail("*", dice < 3 ? Fault.FAIL_AFTER : dice < 6 ? Fault.FAIL_BEFORE : Fault.REFUSE, 1);
        } else if (dice == 8) {
            sandbox.fail("*", random.nextBoolean() ? Fault.TIME_OUT : Fault.HANG, 1);
        } else if (dice < 11) {
            sandbox.fail(Faults.LOOK_UP, Fault.FAIL_BEFORE, 1);
        }
    }

    private long made(CaseId id) {
        return kit.database
                .jdbc()
                .sql("SELECT count(*) FROM sandbox_effect WHERE case_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** From the message to the rest, starting again after the crash. */
    private CaseRecord live(Optional<Death> where) {
        death = where;
        Desk desk = desk();
        desk.lanes().set(Lane.ACTION, LaneMode.AUTO, "tester");
        CaseId id = desk.cases()
                .open(Actor.customer(DeskKit.CUSTOMER), opening())
                .record()
                .id();
        return rest(desk, id, LONG);
    }

    /** @param ahead how far time may jump to what is due then */
    private CaseRecord rest(Desk first, CaseId id, Duration ahead) {
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

    /** Time passes until it is due; the reminders of cases that are with people already are no part of it. */
    private Optional<String> nextDue(CaseId id, Duration ahead) {
        return kit.database
                .jdbc()
                .sql("""
                        SELECT task_instance, execution_time FROM scheduled_tasks
                        WHERE task_instance LIKE ? || '/%' AND execution_time <= ? ORDER BY execution_time LIMIT 1
                        """)
                .param(id.value())
                .param(Timestamp.from(clock.instant().plus(ahead)))
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
                List.of(new Mortal(sandbox.actions())),
                reservations,
                ActionDoors.NONE.codes(),
                sandbox.codes());
    }

    private Desk desk() {
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

    /** The desk dies once where it is to die. */
    private final class Mortal implements ActionPort {
        private final ActionPort port;

        Mortal(ActionPort port) {
            this.port = port;
        }

        private void dieAt(Death here) {
            if (death.equals(Optional.of(here))) {
                death = Optional.empty();
                throw new Crash(here.name());
            }
        }

        @Override
        public boolean serves(String binding) {
            return port.serves(binding);
        }

        @Override
        public Outcome carryOut(Permit permit, String binding, ActionPlan plan) {
            return mortally(() -> port.carryOut(permit, binding, plan));
        }

        @Override
        public Outcome undo(Permit permit, String binding, Undo undo) {
            return mortally(() -> port.undo(permit, binding, undo));
        }

        private Outcome mortally(Supplier<Outcome> call) {
            dieAt(Death.BEFORE_THE_CALL);
            boolean both = death.equals(Optional.of(Death.DURING_THE_CALL));
            if (both || death.equals(Optional.of(Death.DURING_THE_CALL_ALONE))) {
                death = Optional.empty();
                interrupted(call, both);
            }
            Outcome outcome = call.get();
            if (death.equals(Optional.of(Death.WHILE_LOOKING_UP))) {
                return new Outcome.Unknown("the answer was lost");
            }
            dieAt(Death.AFTER_THE_CALL);
            return outcome;
        }

        @Override
        public LookUp lookUp(String binding, String effectId) {
            dieAt(Death.WHILE_LOOKING_UP);
            return port.lookUp(binding, effectId);
        }
    }

    /** Stops the sandbox at the order's row, which somebody else holds, and lets the desk die there. */
    private void interrupted(Supplier<ActionPort.Outcome> call, boolean sandboxToo) {
        try (Connection other = kit.database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            try (var hold = other.createStatement()) {
                hold.execute("SELECT 1 FROM sandbox_record WHERE kind = 'order' AND id = 'HL-BIG' FOR UPDATE");
            }
            Thread.ofVirtual().start(new FutureTask<>(call::get));
            List<Integer> waiting = List.of();
            for (int tries = 0; tries < 100 && waiting.isEmpty(); tries++) {
                waiting = listWaiting();
            }
            if (sandboxToo) {
                waiting.forEach(pid -> kit.database
                        .jdbc()
                        .sql("SELECT pg_terminate_backend(?)")
                        .param(pid)
                        .query(Boolean.class)
                        .single());
            }
            other.rollback();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        throw new Crash("during the call");
    }

    private List<Integer> listWaiting() {
        return kit.database.jdbc().sql("""
                        SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                            AND query LIKE '%sandbox_record%FOR UPDATE%'
                        """).query((row, _) -> row.getInt("pid")).list();
    }

    /** Counts without limits. */
    private static final class Counted implements Reservations {
        private final Set<String> held = ConcurrentHashMap.newKeySet();

        @Override
        public <T> T alone(ActionPlan plan, Supplier<T> decision) {
            return decision.get();
        }

        @Override
        public boolean reserve(String effectId, ActionPlan plan) {
            return held.add(effectId);
        }

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
