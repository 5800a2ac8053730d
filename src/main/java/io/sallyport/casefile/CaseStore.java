package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where cases are kept. Every append is durable before it returns and wakes the case, in one transaction. May be
 * shared between threads.
 */
public interface CaseStore {

    /** An event before it has its place in the chain. */
    record Entry(Actor actor, Fact fact) {}

    /**
     * Opens a case.
     *
     * @return the new case, or the one that this source and external id opened before
     */
    Opening open(Actor actor, Fact.TicketOpened opening);

    /** @param isNew false when the ticket was known already and nothing was written */
    record Opening(CaseRecord record, boolean isNew) {}

    /**
     * Appends to a case and wakes it.
     *
     * @param current the record as the caller has read it
     * @throws CaseMoved when the case has moved on since; nothing is written
     */
    CaseRecord append(CaseRecord current, List<Entry> entries);

    /**
     * The same without waking it, for the worker that has the case in hand.
     *
     * @throws CaseMoved when the case has moved on since; nothing is written
     */
    CaseRecord appendAtWork(CaseRecord current, List<Entry> entries);

    /** What is to be appended to one of several cases. */
    record Addition(CaseRecord current, List<Entry> entries) {
        public Addition {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Appends to several cases of one customer and wakes them: to all or to none.
     *
     * @throws CaseMoved when one of them has moved on since; nothing is written
     */
    List<CaseRecord> appendAll(List<Addition> additions);

    /** The case went on between a caller's read and its append: read again, decide again. */
    final class CaseMoved extends RuntimeException {
        private static final long serialVersionUID = 1;

        public CaseMoved(CaseId id, long expectedVersion) {
            super("case " + id + " has moved on from version " + expectedVersion);
        }
    }

    Optional<CaseRecord> find(CaseId id);

    /** @throws IllegalArgumentException when there is no such case */
    default CaseRecord load(CaseId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no case " + id));
    }

    /**
     * The case as it is by now; cheaper than reading it where nothing came.
     *
     * @param seen as the caller has read it before
     */
    CaseRecord reread(CaseRecord seen);

    List<CaseEvent> events(CaseId id);

    Optional<CaseId> findByTicket(String source, String externalId);

    Optional<CaseId> findByLink(String link);

    /** The case whose thread holds a message with this id, ours or theirs. */
    Optional<CaseId> findByMessage(String messageId);

    List<Summary> list(Query query);

    /**
     * A line of a list.
     *
     * @param category and {@code priority} are empty until triage has run
     * @param isAwaitingDecision whether a draft, a plan or news wait for a person though no people have the case
     * @param reminders since anybody decided something
     * @param remindAt when people are reminded next; empty when nothing is to be decided
     */
    record Summary(
            CaseId id,
            String customer,
            String subject,
            String standing,
            String category,
            String priority,
            String queue,
            boolean isAwaitingDecision,
            Instant updatedAt,
            int reminders,
            Optional<Instant> remindAt) {

        /** Whether its time has passed and nobody has decided. */
        public boolean isOverdue(Instant now) {
            return isAwaitingDecision
                    && (reminders > 0
                            || remindAt.filter(due -> !now.isBefore(due)).isPresent());
        }
    }

    /**
     * Which cases to list, newest first.
     *
     * @param standing a {@link Standing#label()}, empty for any
     * @param customer an address, empty for any
     */
    record Query(String standing, String customer, boolean onlyAwaitingDecision, int limit) {
        public static Query newest(int limit) {
            return new Query("", "", false, limit);
        }
    }
}
