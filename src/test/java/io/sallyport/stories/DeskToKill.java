package io.sallyport.stories;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.action.ActionPlanner;
import io.sallyport.action.Catalogue;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Query;
import io.sallyport.casefile.CaseStore.Summary;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Receipt;
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
import io.sallyport.delivery.UndoAgent;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.gate.Permit;
import io.sallyport.gate.authorization.ShippedGate;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import io.sallyport.stories.MortalPort.Point;
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
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A desk in a process of its own, to be killed. It says on standard output which case has come to the point of its death, and
 * stands still there; cases in the table {@code killed} have died there before and go on.
 */
final class DeskToKill {

    /** What a person at this desk wants. */
    enum Person {
        AWAY,
        /** Every refund taken back that nobody has wanted back yet. */
        UNDOES,
        /** Every refund taken back, whoever has wanted that before. */
        INSISTS
    }

    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** With four missed heartbeats what a dead desk had picked is taken over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private DeskToKill() {}

    /** @param args point, the database's address, user and password, the address of a sandbox elsewhere, or nothing, its key, and the person */
    public static void main(String... args) throws IOException {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(args[1]);
        pool.setUsername(args[2]);
        pool.setPassword(args[3]);
        pool.setMaximumPoolSize(20);
        Manned manned = desk(pool, Point.valueOf(args[0]), args[4], new SandboxKey(args[5]));
        Scheduler.create(pool, manned.desk().task())
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
        manned.work(Person.valueOf(args[6]));
        // Nobody writes there: it ends when whoever started this does.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }

    private static Manned desk(DataSource database, Point point, String elsewhere, SandboxKey key) {
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
                List.of(new MortalPort(port, point, JdbcClient.create(database))),
                ShippedGate.reservations(database, clock),
                ActionDoors.NONE.codes(),
                sandbox.codes());
        var desk = new Desk(database, agents, gates, List.of(new Accepting()), doors, clock);
        var undoing = new UndoAgent(desk.cases(), new Gatekeeper(gates, clock), desk.lanes(), doors, clock);
        return new Manned(desk, undoing);
    }

    private record Manned(Desk desk, UndoAgent undoing) {

        void work(Person person) {
            if (person == Person.AWAY) {
                return;
            }
            for (Summary line : desk.cases().list(Query.newest(1000))) {
                CaseRecord record = desk.cases().load(line.id());
                record.receipts().stream()
                        .map(Receipt::effectId)
                        .filter(_ -> person == Person.INSISTS || !wasWanted(record))
                        .forEach(action ->
                                Thread.ofVirtual().start(() -> undoing.undo(record, action, "Ines")));
            }
        }

        private boolean wasWanted(CaseRecord record) {
            return desk.cases().events(record.id()).stream()
                    .anyMatch(event -> event.fact() instanceof Fact.EffectIntended(var effect)
                            && effect.content() instanceof Undo);
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
