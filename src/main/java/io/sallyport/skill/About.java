package io.sallyport.skill;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;

/**
 * Whose words a report is on.
 *
 * @param caseId empty for a message that is no case
 * @param text the customer's latest words
 */
public record About(String caseId, String from, String subject, String text) {

    static final String NO_CASE = "message";

    static About of(CaseRecord record) {
        boolean isMessage = record.ticket().source().equals(NO_CASE);
        return new About(
                isMessage ? "" : record.id().value(),
                record.ticket().customer(),
                record.ticket().subject(),
                record.latestFromCustomer().written());
    }

    static About of(CaseStore.Summary line) {
        return new About(line.id().value(), line.customer(), line.subject(), "");
    }

    /** For a heading. */
    String title() {
        String name = caseId.isEmpty() ? "a message" : caseId;
        return subject.isBlank() ? name : name + ": " + subject;
    }
}
