package io.sallyport.flow;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.delivery.LookUpAgent;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.LookingUp;
import io.sallyport.escalation.Seen;

/** A person has an account change looked up on the case that they saw. */
record AskingAgain(CaseStore cases, LookUpAgent agent) implements LookingUp {

    @Override
    public Decision lookUp(Seen seen, String effectId, String person) {
        CaseRecord record = cases.load(seen.caseId());
        if (person.isBlank()) {
            return new Decision.Refused("Looking up needs the name of the person who wants it.", record);
        }
        if (record.version() != seen.version()) {
            return new Decision.Overtaken(record);
        }
        LookUpAgent.LookedUp found = agent.lookUp(record, effectId, person.strip());
        return found.whyNot()
                .<Decision>map(why -> new Decision.Refused(why, found.record()))
                .orElseGet(() -> new Decision.Taken(found.record()));
    }
}
