package io.sallyport.flow;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.model.language.CaseNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes down what a step found: first what models and tools were asked for it, then its own facts. */
final class Journal {

    private final CaseStore store;

    Journal(CaseStore store) {
        this.store = store;
    }

    CaseRecord write(CaseRecord record, Actor actor, Fact... facts) {
        var entries = notes(actor);
        Stream.of(facts).map(fact -> new Entry(actor, fact)).forEach(entries::add);
        return store.appendAtWork(record, entries);
    }

    CaseRecord by(String agent, CaseRecord record, Fact... facts) {
        return write(record, Actor.agent(agent), facts);
    }

    /** It is the router that gives a case to people. */
    CaseRecord escalate(CaseRecord record, Fact.Escalated toPeople) {
        return by("router", record, toPeople);
    }

    /** What has been asked and is not in the case yet. */
    CaseRecord writeNotes(CaseRecord record) {
        var entries = notes(Actor.DESK);
        return entries.isEmpty() ? record : store.appendAtWork(record, entries);
    }

    private static List<Entry> notes(Actor actor) {
        var entries = new ArrayList<Entry>();
        CaseNotes.take().forEach(note -> entries.add(new Entry(actor, note)));
        return entries;
    }
}
