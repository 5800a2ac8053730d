package io.sallyport.intake;

import io.sallyport.casefile.CaseId;

/** What became of a message; whoever holds one may tell the sender so: it is committed. */
public sealed interface Receipt {

    /** @param link the unguessable key of the customer's page */
    record Opened(CaseId caseId, String link) implements Receipt {}

    record Joined(CaseId caseId) implements Receipt {}

    /**
     * It came before; nothing was written.
     *
     * @param asBefore false when its id came with other words or by another sender: it may be another message
     */
    record AlreadyKnown(CaseId caseId, boolean asBefore) implements Receipt {
        public AlreadyKnown(CaseId caseId) {
            this(caseId, true);
        }
    }

    /** Nothing was written. */
    record Refused(String why) implements Receipt {}
}
