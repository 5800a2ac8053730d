package io.sallyport.flow;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Seen;
import java.util.Optional;
import java.util.function.Function;

/** What a person has an agent do on the case that they saw, and on no other version of it. */
record ByHand(CaseStore cases) {

    /** @param whyNot a sentence for the person; empty when it was done */
    record Outcome(CaseRecord record, Optional<String> whyNot) {}

    /** @param what is done, as the beginning of a sentence */
    Decision on(Seen seen, String person, String what, Function<CaseRecord, Outcome> work) {
        CaseRecord record = cases.load(seen.caseId());
        if (person.isBlank()) {
            return new Decision.Refused(what + " needs the name of the person who wants it.", record);
        }
        if (record.version() != seen.version()) {
            return new Decision.Overtaken(record);
        }
        try {
            Outcome outcome = work.apply(record);
            return outcome.whyNot()
                    .<Decision>map(why -> new Decision.Refused(why, outcome.record()))
                    .orElseGet(() -> new Decision.Taken(outcome.record()));
        } catch (CaseStore.CaseMoved _) {
            return new Decision.Overtaken(cases.load(seen.caseId()));
        }
    }
}
