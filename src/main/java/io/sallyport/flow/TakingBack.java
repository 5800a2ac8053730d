package io.sallyport.flow;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.delivery.UndoAgent;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.Undoing;

/** A person takes an action back on the case that they saw. */
record TakingBack(CaseStore cases, UndoAgent agent) implements Undoing {

    @Override
    public Decision undo(Seen seen, String effectId, String person) {
        CaseRecord record = cases.load(seen.caseId());
        if (person.isBlank()) {
            return new Decision.Refused("Taking back needs the name of the person who wants it.", record);
        }
        if (record.version() != seen.version()) {
            return new Decision.Overtaken(record);
        }
        try {
            UndoAgent.Undone undone = agent.undo(record, effectId, person.strip());
            return undone.whyNot()
                    .<Decision>map(why -> new Decision.Refused(why, undone.record()))
                    .orElseGet(() -> new Decision.Taken(undone.record()));
        } catch (CaseStore.CaseMoved _) {
            return new Decision.Overtaken(cases.load(seen.caseId()));
        }
    }
}
