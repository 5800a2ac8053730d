package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;

/**
 * The state of a case that a person had before their eyes when they decided.
 *
 * @param version of the record that was shown
 */
public record Seen(CaseId caseId, long version) {

    public static Seen of(CaseRecord record) {
        return new Seen(record.id(), record.version());
    }
}
