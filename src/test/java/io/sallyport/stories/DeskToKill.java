package io.sallyport.stories;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.action.ActionPlanner;
import io.sallyport.action.Catalogue;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.connector.sandbox.SandboxKey;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gates;
import io.sallyport.gate.Permit;
import io.sallyport.gate.authorization.ShippedGate;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import io.sallyport.testkit.ActingAgents;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.StoryGates;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A desk in a process of its own, to be killed. It says on standard output which case has come to the point of its death, and
 * stands still there; cases in the table {@code killed} have died there before and go on.
 */
final class DeskToKill {

    /** Where the desk dies. */
    enum Point {
        BEFORE_THE_CALL,
        /** And the sandbox with it, in the middle of its transaction. */
        DURING_THE_CALL,
        /** And the sandbox, a process of its own, goes on. */
        DURING_THE_CALL_ALONE,
        AFTER_THE_CALL,
        WHILE_LOOKING_UP,
        NOWHERE
    }

    static final String AT = "at ";
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** With four missed heartbeats what a dead desk had picked is taken over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private DeskToKill() {}

    /** @param args point, the database's address, user and password, the address of a sandbox elsewhere, or nothing, and its key */
    public static void main(String... args) throws IOException {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(args[1]);
        pool.setUsername(args[2]);
        pool.setPassword(args[3]);
        pool.setMaximumPoolSize(20);
        Desk desk = desk(pool, Point.valueOf(args[0]), args[4], new SandboxKey(args[5]));
        Scheduler.create(pool, desk.task())
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(8)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofMillis(50))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .enablePriority()
                .build()
                .start();
        // Nobody writes there: it ends when whoever started this does.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }

    private static Desk desk(DataSource database, Point point, String elsewhere, SandboxKey key) {
        InstantSource clock = InstantSource.system();
        Sandbox sandbox = Sandbox.of(database, PATIENCE, clock);
        ActionPort port = elsewhere.isEmpty() ? sandbox.actions() : sandbox.actionsAt(URI.create(elsewhere), key);
        KnowledgeBase articles = KnowledgeBase.inMemory(new Flat(), clock);
        Gates willing = Permits.willing();
        var replies = StoryGates.over(articles, clock);
        var may = ShippedGate.on(database, sandbox.records(), Assurance.PROVEN, clock);
        var gates = new Gates(
                replies.all(),
                List.of(willing.plans().getFirst(), may),
                willing.codes(),
                willing.undos(),
                List.of(),
                List.of());
        var agents = new ActingAgents(
                ActionPlanner.of(Catalogue.shipped(), sandbox.records(), clock),
                articles,
                SenderAssurance.NOBODY,
                "Mill Pond Boats",
                new SourceRef("article:none", 1),
                "");
        var doors = new ActionDoors(
                Catalogue.shipped(),
                List.of(new Mortal(port, point, JdbcClient.create(database))),
                ShippedGate.reservations(database, clock),
                ActionDoors.NONE.codes(),
                sandbox.codes());
        return new Desk(database, agents, gates, List.of(new Accepting()), doors, clock);
    }

    /** Stands still at the point. */
    private record Mortal(ActionPort port, Point point, JdbcClient jdbc) implements ActionPort {

        @Override
        public boolean serves(String binding) {
            return port.serves(binding);
        }

        @Override
        public Outcome carryOut(Permit permit, String binding, ActionPlan plan) {
            if (hasDied(permit.effectId())) {
                return port.carryOut(permit, binding, plan);
            }
            return switch (point) {
                case BEFORE_THE_CALL -> {
                    say(permit.effectId());
                    yield stand();
                }
                case DURING_THE_CALL, DURING_THE_CALL_ALONE -> {
                    say(permit.effectId());
                    port.carryOut(permit, binding, plan);
                    yield stand();
                }
                case AFTER_THE_CALL -> {
                    port.carryOut(permit, binding, plan);
                    say(permit.effectId());
                    yield stand();
                }
                case WHILE_LOOKING_UP -> {
                    port.carryOut(permit, binding, plan);
                    yield new Outcome.Unknown("the answer was lost");
                }
                case NOWHERE -> port.carryOut(permit, binding, plan);
            };
        }

        @Override
        public Outcome undo(Permit permit, String binding, Undo undo) {
            return port.undo(permit, binding, undo);
        }

        @Override
        public LookUp lookUp(String binding, String effectId) {
            if (point == Point.WHILE_LOOKING_UP && !hasDied(effectId)) {
                say(effectId);
                stand();
            }
            return port.lookUp(binding, effectId);
        }

        private boolean hasDied(String effectId) {
            return jdbc.sql("SELECT count(*) FROM killed WHERE effect_id = ?")
                            .param(effectId)
                            .query(Long.class)
                            .single()
                    > 0;
        }

        private static void say(String effectId) {
            synchronized (System.out) {
                System.out.println(AT + effectId);
                System.out.flush();
            }
        }

        private static Outcome stand() {
            while (true) {
                LockSupport.park();
            }
        }
    }

    private static final class Accepting implements ReplyChannel {
        @Override
        public boolean serves(Ticket ticket) {
            return true;
        }

        @Override
        public Delivery post(Permit permit, Ticket ticket, Reply reply) {
            return new Delivery.Accepted("r-" + permit.effectId());
        }

        @Override
        public LookUp lookUp(String effectId) {
            return new LookUp.Absent();
        }
    }

    /** Meaning plays no part here. */
    private static final class Flat implements Embedder {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1, 0};
        }
    }
}
