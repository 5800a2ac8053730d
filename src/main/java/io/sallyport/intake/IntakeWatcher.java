package io.sallyport.intake;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening.Automatic;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages in: each joins the case it belongs to or opens one, once. Returns only after the commit. May be shared
 * between threads and nodes: messages of one sender wait for one another, and the version fence does the rest.
 */
public final class IntakeWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWatcher.class);

    /** The case worker may append between our read and our write; it does so a dozen times in a case's life. */
    private static final int TRIES = 20;

    private static final int LONGEST_EXTERNAL_ID = 500;

    private final CaseStore store;
    private final Arrivals arrivals;
    private final CaseFinder finder;
    private final MessageWriter writer;
    private final LoopWatch loops;
    private final AnswerWatch answers;
    private final TransactionTemplate transaction;
    private final IntakeSettings settings;
    private final InstantSource clock;

    /** @param dataSource the one that {@code store} writes to: the case and what is noted of the arrival commit as one */
    public static IntakeWatcher over(
            DataSource dataSource, CaseStore store, IntakeSettings settings, InstantSource clock) {
        return new IntakeWatcher(
                store,
                new Arrivals(JdbcClient.create(dataSource)),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                settings,
                clock);
    }

    private IntakeWatcher(
            CaseStore store,
            Arrivals arrivals,
            TransactionTemplate transaction,
            IntakeSettings settings,
            InstantSource clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.finder = new CaseFinder(store, arrivals);
        this.writer = new MessageWriter(settings, clock);
        this.loops = new LoopWatch(arrivals, settings);
        this.answers = new AnswerWatch(settings);
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws RuntimeException when the database cannot be reached: nothing was acknowledged, hand it over again */
    public Receipt receive(Incoming incoming) {
        Optional<String> refusal = refusal(incoming);
        if (refusal.isPresent()) {
            return new Receipt.Refused(refusal.get());
        }
        Message message = writer.write(incoming);
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(_ -> receiveOnce(incoming, message));
            } catch (CaseStore.CaseMoved | DuplicateKeyException | TransientDataAccessException raced) {
                if (attempt == TRIES) {
                    throw raced;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, attempt + 2) * 2_000_000);
            }
        }
    }

    /**
     * The message as it would stand on its case; nothing is taken in.
     *
     * @throws IllegalArgumentException when it would be refused, and why
     */
    public Message read(Incoming incoming) {
        refusal(incoming).ifPresent(why -> {
            throw new IllegalArgumentException("the message would be refused: " + why);
        });
        return writer.write(incoming);
    }

    private Optional<String> refusal(Incoming incoming) {
        if (incoming.source().isBlank() || incoming.externalId().isBlank()) {
            return Optional.of("a message needs a source and an external id");
        }
        if (incoming.externalId().length() > LONGEST_EXTERNAL_ID
                || incoming.source().length() > LONGEST_EXTERNAL_ID) {
            return Optional.of("an external id has at most " + LONGEST_EXTERNAL_ID + " characters");
        }
        int length =
                Math.max(incoming.body().text().length(), incoming.body().html().length());
        if (length > settings.longestText()) {
            return Optional.of(length + " characters are too many, " + settings.longestText() + " are taken");
        }
        if (incoming.pageLink().isPresent()
                && incoming.pageLink().flatMap(store::findByLink).isEmpty()) {
            return Optional.of("there is no such page");
        }
        return Optional.empty();
    }

    private Receipt receiveOnce(Incoming incoming, Message written) {
        arrivals.lock(incoming.from().isEmpty() ? incoming.source() + "\n" + incoming.externalId() : incoming.from());
        Optional<CaseId> known = arrivals.find(incoming.source(), incoming.externalId())
                .or(() -> store.findByTicket(incoming.source(), incoming.externalId()));
        String hash = ChainHash.of(written.written());
        if (known.isPresent()) {
            return new Receipt.AlreadyKnown(known.get(), isAsBefore(known.get(), incoming, written, hash));
        }
        Instant now = clock.instant();
        Message seen = loops.marked(written, incoming, hash, now);
        Optional<CaseRecord> match = finder.find(incoming, answers.judge(seen, incoming.channel()));
        Message message = answers.marked(seen, incoming.channel(), match);
        Automatic automatic = answers.judge(message, incoming.channel());
        Receipt receipt = match.map(record -> join(record, ofPage(record, incoming, message), automatic))
                .orElseGet(() -> open(incoming, message));
        CaseId caseId = caseOf(receipt);
        arrivals.add(incoming, caseId, message.from(), hash, now);
        arrivals.addToThread(CaseFinder.threadIds(incoming), caseId);
        LOG.info(
                "a message came in case={} source={} receipt={}",
                caseId,
                incoming.source(),
                receipt.getClass().getSimpleName());
        return receipt;
    }

    private boolean isAsBefore(CaseId known, Incoming incoming, Message message, String hash) {
        boolean isNoted = !message.written().isBlank() && arrivals.isNoted(incoming, hash);
        // What is set aside may have been told from what is written otherwise when it came.
        return isNoted || store.load(known).messages().stream().anyMatch(m -> MessageWriter.isSame(m, message));
    }

    private Receipt open(Incoming incoming, Message message) {
        var ticket = new Ticket(
                incoming.source(),
                incoming.externalId(),
                incoming.channel(),
                incoming.from(),
                message.subject(),
                PageLink.random());
        CaseStore.Opening opening = store.open(Actor.customer(incoming.from()), new Fact.TicketOpened(ticket, message));
        return opening.isNew()
                ? new Receipt.Opened(opening.record().id(), ticket.link())
                : new Receipt.AlreadyKnown(opening.record().id());
    }

    /** A page's link speaks for its own case alone: anybody may have opened that one, though it goes on with this. */
    private static Message ofPage(CaseRecord record, Incoming incoming, Message message) {
        boolean isItsOwn =
                incoming.pageLink().filter(record.ticket().link()::equals).isPresent();
        return isItsOwn ? message : MessageWriter.withoutLink(message);
    }

    private Receipt join(CaseRecord record, Message message, Automatic automatic) {
        Optional<Message> twin = record.messages().stream()
                .filter(m -> m.id().equals(message.id()))
                .findFirst();
        if (twin.isPresent() && twin.get().written().equals(message.written())) {
            // The same mail by a second door.
            return new Receipt.AlreadyKnown(record.id());
        }
        Message own = twin.isPresent() ? MessageWriter.withId(message, message.id() + "#" + record.version()) : message;
        Message fromSomeone = own.from().isEmpty()
                ? MessageWriter.withSender(own, record.ticket().customer())
                : own;
        store.append(
                record, automatic == Automatic.NONE ? words(fromSomeone) : machine(record, fromSomeone, automatic));
        return new Receipt.Joined(record.id());
    }

    private static List<Entry> words(Message message) {
        return List.of(new Entry(Actor.customer(message.from()), new Fact.MessageReceived(message)));
    }

    /** A machine's mail voids no work that is under way; but a reply of ours that came back is a person's business. */
    private static List<Entry> machine(CaseRecord record, Message message, Automatic automatic) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(
                Actor.customer(message.from()),
                new Fact.MessageReceived(MessageWriter.by(message, Message.Author.MACHINE))));
        if (automatic == Automatic.BOUNCE && !(record.standing() instanceof Standing.WithPeople)) {
            String why = "our reply came back undelivered";
            entries.add(new Entry(
                    Actor.agent("intake-watcher"),
                    new Fact.Escalated(
                            record.queue(), List.of(new Trigger(Trigger.Kind.VENDOR_DOWN, why)), why, List.of())));
        }
        return entries;
    }

    private static CaseId caseOf(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Opened(CaseId id, String _) -> id;
            case Receipt.Joined(CaseId id) -> id;
            case Receipt.AlreadyKnown(CaseId id, boolean _) -> id;
            case Receipt.Refused(String why) -> throw new IllegalStateException("refused too late: " + why);
        };
    }
}
