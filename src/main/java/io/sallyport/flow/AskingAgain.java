package io.sallyport.flow;

import io.sallyport.casefile.CaseStore;
import io.sallyport.delivery.LookUpAgent;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.LookingUp;
import io.sallyport.escalation.Seen;

/** A person has an account change looked up on the case that they saw. */
record AskingAgain(CaseStore cases, LookUpAgent agent) implements LookingUp {

    @Override
    public Decision lookUp(Seen seen, String effectId, String person) {
        return new ByHand(cases).on(seen, person, "Looking up", record -> {
            LookUpAgent.LookedUp found = agent.lookUp(record, effectId, person.strip());
            return new ByHand.Outcome(found.record(), found.whyNot());
        });
    }
}
