package io.sallyport.delivery;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.CaseMoved;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Proposal;
import io.sallyport.gate.Permit;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The effects ledger as one agent writes it: intent, then outcome, on the case itself. */
final class Ledger {

    private final CaseStore store;
    private final BiFunction<CaseRecord, List<Entry>, CaseRecord> writing;
    private final Actor agent;
    private final InstantSource clock;

    /** For the worker that has the case in hand. */
    Ledger(CaseStore store, Actor agent, InstantSource clock) {
        this(store, store::appendAtWork, agent, clock);
    }

    private Ledger(
            CaseStore store,
            BiFunction<CaseRecord, List<Entry>, CaseRecord> writing,
            Actor agent,
            InstantSource clock) {
        this.store = store;
        this.writing = writing;
        this.agent = agent;
        this.clock = clock;
    }

    /** For anybody else: whatever is written wakes the case, so that a worker takes it up should this process die. */
    static Ledger waking(CaseStore store, Actor agent, InstantSource clock) {
        return new Ledger(store, store::append, agent, clock);
    }

    CaseRecord append(CaseRecord record, Fact... facts) {
        return writing.apply(
                record, Arrays.stream(facts).map(fact -> new Entry(agent, fact)).toList());
    }

    /** Written and committed before the call. */
    CaseRecord intend(CaseRecord record, Permit permit, Proposal content) {
        return append(
                record,
                new Fact.EffectIntended(
                        new Effect(permit.effectId(), content, permit.slip(), clock.instant(), Optional.empty())));
    }

    /** What has happened outside has happened, whatever came in meanwhile: the outcome goes on the case as it is now. */
    CaseRecord settle(CaseRecord record, Fact... outcome) {
        return settle(record, _ -> List.of(outcome));
    }

    /** @param outcome with what it means for the case as it is then */
    CaseRecord settle(CaseRecord record, Function<CaseRecord, List<Fact>> outcome) {
        CaseRecord current = record;
        while (true) {
            try {
                return append(current, outcome.apply(current).toArray(Fact[]::new));
            } catch (CaseMoved moved) {
                current = store.load(record.id());
            }
        }
    }

    /** As the case is by now: whoever was at the door before may have settled it. */
    CaseRecord reread(CaseRecord seen) {
        return store.reread(seen);
    }

    CaseRecord toPeople(CaseRecord record, String why) {
        return append(record, escalated(record, why));
    }

    static Fact escalated(CaseRecord record, String why) {
        return new Fact.Escalated(record.queue(), List.of(), why, List.of());
    }
}
