package io.sallyport.stories;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.sallyport.action.ActionPlanner;
import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gates;
import io.sallyport.gate.authorization.ShippedGate;
import io.sallyport.gate.identity.AddressOnFileGate;
import io.sallyport.gate.identity.IdentityGate;
import io.sallyport.gate.identity.IdentityVerifier;
import io.sallyport.gate.identity.ShippedCodes;
import io.sallyport.intake.injection.InjectionDetector;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.Embedder;
import io.sallyport.testkit.ActingAgents;
import io.sallyport.testkit.RecordingChannel;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An action lane as in service, but for reading what a message is about: planner, router, identity, codes, policies, limits and
 * sandbox are the shipped ones. Several nodes may work on its database.
 */
final class ShippedDesk implements AutoCloseable {

    static final String MARA = "mara@example.com";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final String COMPANY = "Mill Pond Boats";

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    final TestDatabase database = TestDatabase.fresh();
    final Sandbox sandbox = Sandbox.of(database.dataSource(), Duration.ofSeconds(2), clock);
    final RecordingChannel channel = new RecordingChannel();
    private final KnowledgeBase articles = KnowledgeBase.inMemory(new Flat(), clock);
    private final InjectionDetector injections = new InjectionDetector();
    final Desk desk = node();
    private int messages;

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

    ShippedDesk() {
        account("acc-1", MARA);
        desk.lanes().set(Lane.ACTION, LaneMode.AUTO, "tester");
        desk.lanes().set(Lane.ANSWER, LaneMode.AUTO, "tester");
    }

    /** A public article that a person has reviewed. */
    void article(String slug, String title, String text) {
        var section = new Revision.Section("intro", List.of(), text);
        var draft = new ArticleDraft(
                slug,
                title,
                Optional.empty(),
                Audience.PUBLIC,
                Optional.empty(),
                List.of(),
                true,
                text,
                List.of(section));
        Instant reviewed = clock.instant().minus(Duration.ofDays(10));
        articles.save(draft, List.of(new Review(reviewed, "Mara Lindqvist", Review.How.PERSON)));
    }

    /** Another node on the same database. */
    Desk node() {
        BusinessRecords records = sandbox.records();
        var catalogue = Catalogue.shipped();
        var verifier = new IdentityVerifier(records, Duration.ofDays(7), clock);
        var replies = StoryGates.over(articles, clock).telling(verifier::ofSender);
        var gates = new Gates(
                replies.all(),
                List.of(
                        new IdentityGate(
                                verifier, plan -> catalogue.findFor(plan).map(Definition::leastAssurance)),
                        ShippedGate.on(
                                database.dataSource(),
                                records,
                                (record, customer) ->
                                        verifier.assess(record, customer).assurance(),
                                clock)),
                List.of(new AddressOnFileGate(verifier, records, clock)),
                List.of(ShippedGate.undo(database.dataSource(), clock)),
                List.of(),
                List.of());
        var agents = new ActingAgents(
                ActionPlanner.of(catalogue, records, clock),
                articles,
                verifier::ofSender,
                COMPANY,
                new SourceRef("article:none", 1),
                "",
                this::screened);
        var doors = new ActionDoors(
                catalogue,
                List.of(sandbox.actions()),
                ShippedGate.reservations(database.dataSource(), clock),
                ShippedCodes.on(database.dataSource(), verifier, records, clock),
                sandbox.codes());
        return new Desk(database.dataSource(), agents, gates, List.of(channel), doors, clock);
    }

    private Screening screened(CaseRecord record) {
        var marks = record.unanswered().stream()
                .flatMap(message -> Stream.concat(
                        injections.find(message.subjectAndText()).stream(),
                        injections.findInQuoted(message.setAside()).stream()))
                .toList();
        return new Screening("en", 1, Screening.Automatic.NONE, marks, List.of(), false);
    }

    void account(String id, String address) {
        load("accounts.jsonl", """
                {"id":"%s","email":"%s","name":"Mara","tier":"home","status":"active","email_verified":true,"roles":["owner"],\
                "contacts":[],"addresses":[],"country":"GB","zone":"Europe/London","since":"2025-01-01"}\
                """.formatted(id, address));
    }

    /** Delivered; placed so many days ago. */
    void order(String id, String address, long minor, int days) {
        order(id, address, minor, days, item("HUB", minor));
    }

    /** Of two things of half the price each. */
    void orderOfTwo(String id, String address, long minor, int days) {
        order(id, address, minor, days, item("HUB", minor / 2) + "," + item("PROBE", minor / 2));
    }

    private static String item(String sku, long minor) {
        return """
                {"sku":"%s","name":"Item %1$s","quantity":1,"price_minor":%d,"digital":false}\
                """.formatted(sku, minor);
    }

    private void order(String id, String address, long minor, int days, String items) {
        Instant placed = clock.instant().minus(Duration.ofDays(days));
        load("orders.jsonl", """
                {"id":"%1$s","email":"%2$s","placed":"%3$s","status":"delivered","items":[%5$s],\
                "shipping_minor":0,"total_minor":%4$d,"currency":"USD","shipped":"%3$s",\
                "delivered":"%3$s","address_id":"adr-1"}\
                """.formatted(id, address, placed, minor, items));
    }

    private void load(String name, String row) {
        try {
            Path folder = Files.createTempDirectory("shipped-desk");
            Path file = Files.writeString(folder.resolve(name), row);
            sandbox.load(file, 0);
            Files.delete(file);
            Files.delete(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A mail that the channel vouches for. */
    CaseId mail(String from, String text) {
        return mail(from, text, "", Map.of());
    }

    CaseId mail(String from, String text, String quoted, Map<String, String> headers) {
        var ticket = new Ticket("test", "t-" + ++messages, Channel.EMAIL, from, "A refund", "link-" + messages);
        var opening = new Fact.TicketOpened(ticket, message(from, text, quoted, headers));
        return desk.cases().open(Actor.customer(from), opening).record().id();
    }

    /** Somebody types an address into the page where anybody may ask. */
    CaseId form(String from, String text) {
        var ticket = new Ticket("inbox", "t-" + ++messages, Channel.WEB, from, "A refund", "link-" + messages);
        var opening = new Fact.TicketOpened(ticket, unvouched(from, text, "", Map.of()));
        return desk.cases().open(Actor.customer(from), opening).record().id();
    }

    void write(CaseId id, String from, String text) {
        append(id, Actor.customer(from), new Fact.MessageReceived(message(from, text, "", Map.of())));
    }

    /** On the page of a case, by its secret link. */
    void writeByLink(CaseId id, String from, String text) {
        var link = new SenderEvidence(SenderEvidence.Kind.LINK, from);
        append(id, Actor.customer(from), new Fact.MessageReceived(unvouched(from, text, "", link.in(Map.of()))));
    }

    private Message message(String from, String text, String quoted, Map<String, String> headers) {
        return unvouched(from, text, quoted, new SenderEvidence(SenderEvidence.Kind.DMARC, from).in(headers));
    }

    private Message unvouched(String from, String text, String quoted, Map<String, String> headers) {
        return new Message(
                "m-" + ++messages,
                Message.Author.CUSTOMER,
                from,
                clock.instant(),
                "A refund",
                text,
                quoted,
                List.of(),
                headers);
    }

    void append(CaseId id, Actor actor, Fact fact) {
        desk.cases().append(load(id), List.of(new Entry(actor, fact)));
    }

    CaseRecord load(CaseId id) {
        return desk.cases().load(id);
    }

    /** The newest code in that mailbox. */
    String code(String address) {
        return sandbox.mails(address, 1).stream()
                .map(mail -> CODE.matcher(mail.body()))
                .filter(found -> found.find())
                .map(found -> found.group())
                .findFirst()
                .orElseThrow();
    }

    void run() {
        for (int wakes = 0; wakes < 1_000; wakes++) {
            Optional<String> due = nextDue();
            if (due.isEmpty()) {
                return;
            }
            work(desk, due.get());
        }
        throw new AssertionError("the desk does not come to rest");
    }

    void work(Desk node, String instance) {
        node.task().execute(new TaskInstance<>(node.task().getName(), instance), null);
        database.jdbc()
                .sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                .param(instance)
                .update();
    }

    List<String> allDue() {
        return database.jdbc()
                .sql("SELECT task_instance FROM scheduled_tasks WHERE execution_time <= ? ORDER BY execution_time")
                .param(Timestamp.from(clock.instant()))
                .query((row, _) -> row.getString("task_instance"))
                .list();
    }

    private Optional<String> nextDue() {
        return allDue().stream().findFirst();
    }

    /** Changes that the sandbox made, codes and mails apart. */
    long written() {
        return database.jdbc()
                .sql("SELECT count(*) FROM sandbox_effect")
                .query(Long.class)
                .single();
    }

    long refunded() {
        return database.jdbc()
                .sql(
                        "SELECT coalesce(sum((fields ->> 'refunded_minor')::bigint), 0) FROM sandbox_record WHERE kind = 'order'")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        articles.close();
        database.close();
    }
}
