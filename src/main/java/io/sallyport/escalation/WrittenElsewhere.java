package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What people write to customers in another program. It has reached them, so no gate and no lane is asked; the case is
 * that person's from then on, unless somebody has it already. May be shared between threads.
 */
public final class WrittenElsewhere {

    private final CaseStore cases;

    public WrittenElsewhere(CaseStore cases) {
        this.cases = cases;
    }

    /**
     * Notes it on the case, or on the one that this goes on with, and that the case is the writer's, as one.
     *
     * @throws CaseStore.CaseMoved when the case moved on meanwhile; nothing is written
     */
    public CaseRecord note(CaseId id, Message written, String person) {
        CaseRecord record = cases.load(id);
        while (record.handOver().mergedInto().isPresent()) {
            record = cases.load(record.handOver().mergedInto().get());
        }
        Actor actor = Actor.person(person.strip());
        List<Entry> entries = new ArrayList<>();
        if (!record.isTakenOver()) {
            entries.add(new Entry(actor, new Fact.CaseClaimed()));
        }
        entries.add(new Entry(actor, new Fact.MessageReceived(byPerson(written))));
        return cases.append(record, entries);
    }

    private static Message byPerson(Message written) {
        return new Message(
                written.id(),
                Message.Author.PERSON,
                "",
                written.at(),
                written.subject(),
                written.written(),
                written.setAside(),
                written.attachments(),
                Map.of());
    }
}
