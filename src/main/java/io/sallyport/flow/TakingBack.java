package io.sallyport.flow;

import io.sallyport.casefile.CaseStore;
import io.sallyport.delivery.UndoAgent;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.Undoing;

/** A person takes an action back on the case that they saw. */
record TakingBack(CaseStore cases, UndoAgent agent) implements Undoing {

    @Override
    public Decision undo(Seen seen, String effectId, String person) {
        return new ByHand(cases).on(seen, person, "Taking back", record -> {
            UndoAgent.Undone undone = agent.undo(record, effectId, person.strip());
            return new ByHand.Outcome(undone.record(), undone.whyNot());
        });
    }
}
