package io.sallyport.evaluation.load;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Escalated cases that wait for people, as the store keeps them: with packet, told customer, and a reminder far ahead. */
public final class ParkedCases {

    /** As many as write side by side without waiting for a connection. */
    private static final int WRITERS = 8;

    private final CaseStore cases;
    private final JdbcClient jdbc;

    public ParkedCases(CaseStore cases, DataSource dataSource) {
        this.cases = cases;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Opens them and parks all for a day or two. Nothing must be running on this database.
     *
     * @param remindAt what the cases themselves say
     */
    public List<CaseId> open(int count, Instant now, Instant remindAt) throws InterruptedException {
        var ids = new ArrayList<CaseId>();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<CaseId>> all = IntStream.range(0, count)
                    .mapToObj(_ -> writers.submit(() -> open(now, remindAt)))
                    .toList();
            for (Future<CaseId> one : all) {
                ids.add(one.get());
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("could not open the cases", broken.getCause());
        }
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = 'case'").update();
        jdbc.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                SELECT 'case', case_id || '/' || version || '@parked', now() + interval '1 day' * (1 + random()), false, 1, 20
                FROM case_head
                """).update();
        jdbc.sql("ANALYZE").update();
        return ids;
    }

    /** One that was handed over and is to be reminded then. */
    private CaseId open(Instant now, Instant remindAt) {
        String key = UUID.randomUUID().toString();
        var ticket = new Ticket("bench", key, Channel.WEB, "someone@example.com", "Exports stop half way", key);
        var message = new Message(
                key,
                Message.Author.CUSTOMER,
                "someone@example.com",
                now,
                "Exports stop half way",
                "The export of the ledger stops half way. I need a person to look at it, please.",
                "",
                List.of(),
                Map.of());
        CaseRecord record = cases.open(Actor.customer("someone@example.com"), new Fact.TicketOpened(ticket, message))
                .record();
        CaseRecord handedOver = cases.appendAtWork(record, handedOver(now));
        Packet bare = Packet.bare(handedOver);
        Packet packet = new Packet(
                bare.problem(),
                bare.severity(),
                bare.impact(),
                bare.tried(),
                bare.reproduction(),
                bare.details(),
                bare.evidence(),
                bare.words(),
                bare.moods(),
                bare.flags(),
                bare.communication(),
                bare.drafts(),
                bare.nextStep(),
                bare.owner(),
                new Packet.Ask("Answer it.", remindAt),
                bare.missing());
        return cases.appendAtWork(
                        handedOver,
                        List.of(
                                by("escalation-packager", new Fact.Packaged(packet, List.of())),
                                by("escalation-writer", new Fact.BridgeOmitted("a bench tells nobody")),
                                by("tracker-agent", new Fact.ErrandsPlanned(List.of()))))
                .id();
    }

    private static List<Entry> handedOver(Instant now) {
        var triage = new Triage(
                new Triage.Classification(Category.BUG, Optional.empty(), 0.9, "", "export", false),
                new Triage.Urgency(Priority.P3, "bench", List.of()),
                List.of(),
                Mood.CALM,
                Customer.unknown("someone@example.com"),
                Triage.Related.NOTHING,
                new Triage.Sla(now.plus(Duration.ofHours(8)), now.plus(Duration.ofDays(3))));
        var trigger = new Trigger(Trigger.Kind.PERSON_ASKED, "I need a person");
        return List.of(
                by(
                        "intake-watcher",
                        new Fact.Screened(
                                new Screening("en", 1, Screening.Automatic.NONE, List.of(), List.of(), false))),
                by("triage", new Fact.Triaged(triage)),
                by(
                        "router",
                        new Fact.Routed(new Route(
                                Set.of(Lane.ESCALATION), Specialist.TECHNICAL, "technical", List.of(trigger)))),
                by("router", new Fact.Escalated("technical", List.of(trigger), "they asked for a person", List.of())));
    }

    private static Entry by(String agent, Fact fact) {
        return new Entry(Actor.agent(agent), fact);
    }

    /** Parks it until then instead. */
    public void wakeAt(CaseId id, Instant time) {
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = ? WHERE task_name = 'case' AND task_instance LIKE ?")
                .params(Timestamp.from(time), id.value() + "/%")
                .update();
    }
}
