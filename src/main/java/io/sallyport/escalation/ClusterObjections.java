package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import java.util.Optional;

/** Why a case cannot be taken out of its cluster, as one sentence for the person who wants it; empty when it can. */
final class ClusterObjections {

    private ClusterObjections() {}

    /** What linked it is known only once the latest words are read. */
    static Optional<String> toLeaving(CaseRecord record) {
        if (record.handOver().cluster().isEmpty()) {
            return Optional.of("The case is in no cluster.");
        }
        return record.findings().triage().isEmpty()
                ? Optional.of("What the customer wrote last has not been read yet; try again in a moment.")
                : Optional.empty();
    }
}
