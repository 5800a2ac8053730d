package io.sallyport.flow;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One case that goes on in memory alone. Not for sharing between threads. */
final class ScratchCase implements CaseStore {

    private final InstantSource clock;
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<AnswerWork.Judged> drafts = new ArrayList<>();
    private CaseRecord record;

    ScratchCase(CaseRecord record, InstantSource clock) {
        this.record = asItCameIn(record);
        this.clock = clock;
    }

    /** As the case stood when the customer's latest message had just come in. */
    private static CaseRecord asItCameIn(CaseRecord record) {
        Message latest = record.latestFromCustomer();
        return new CaseRecord(
                record.id(),
                record.version(),
                record.ticket(),
                record.openedAt(),
                record.messages().subList(0, record.messages().lastIndexOf(latest) + 1),
                new Findings(Optional.empty(), Optional.empty(), Optional.empty()),
                new AnswerWork.NotBegun(),
                new ActionWork.NotBegun(),
                new BridgeWork.NotDue(),
                HandOver.NONE,
                new Standing.AtWork(),
                record.effects().stream()
                        .filter(effect ->
                                !effect.isOpen() && !effect.intendedAt().isAfter(latest.at()))
                        .toList(),
                record.receipts(),
                record.proof(),
                Optional.empty());
    }

    CaseRecord record() {
        return record;
    }

    List<AnswerWork.Judged> drafts() {
        return drafts;
    }

    <F extends Fact> Optional<F> findFirst(Class<F> kind) {
        return events.stream()
                .map(CaseEvent::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    @Override
    public CaseRecord appendAtWork(CaseRecord current, List<Entry> entries) {
        if (current.version() != record.version()) {
            throw new CaseMoved(current.id(), current.version());
        }
        for (Entry entry : entries) {
            var event = new CaseEvent(
                    record.id(),
                    record.version() + 1,
                    clock.instant(),
                    entry.actor(),
                    entry.fact(),
                    ChainHash.GENESIS,
                    ChainHash.GENESIS);
            events.add(event);
            record = record.after(event);
            if (entry.fact() instanceof Fact.ReplyJudged && record.answer() instanceof AnswerWork.Judged judged) {
                drafts.add(judged);
            }
        }
        return record;
    }

    @Override
    public CaseRecord append(CaseRecord current, List<Entry> entries) {
        return appendAtWork(current, entries);
    }

    @Override
    public List<CaseRecord> appendAll(List<Addition> additions) {
        return additions.stream()
                .map(addition -> append(addition.current(), addition.entries()))
                .toList();
    }

    @Override
    public Optional<CaseRecord> find(CaseId id) {
        return Optional.of(record).filter(held -> held.id().equals(id));
    }

    @Override
    public CaseRecord reread(CaseRecord seen) {
        return record;
    }

    @Override
    public List<CaseEvent> events(CaseId id) {
        return record.id().equals(id) ? List.copyOf(events) : List.of();
    }

    @Override
    public Opening open(Actor actor, Fact.TicketOpened opening) {
        throw new UnsupportedOperationException("a rehearsal holds one case alone");
    }

    @Override
    public Optional<CaseId> findByTicket(String source, String externalId) {
        return Optional.empty();
    }

    @Override
    public Optional<CaseId> findByLink(String link) {
        return Optional.empty();
    }

    @Override
    public Optional<CaseId> findByMessage(String messageId) {
        return Optional.empty();
    }

    @Override
    public List<Summary> list(Query query) {
        return List.of();
    }
}
