package io.sallyport.gate;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Effect.PermitSlip;
import io.sallyport.casefile.Proposal;
import java.time.Instant;

/**
 * Proof that every required gate passed this very content for this very case. Only {@link Gatekeeper} makes one, and
 * every port that writes outside asks for one first.
 */
public final class Permit {

    private final CaseId caseId;
    private final String effectId;
    private final PermitSlip slip;

    Permit(CaseId caseId, String effectId, PermitSlip slip) {
        this.caseId = caseId;
        this.effectId = effectId;
        this.slip = slip;
    }

    public CaseId caseId() {
        return caseId;
    }

    /** Its written form, for the record. */
    public PermitSlip slip() {
        return slip;
    }

    /** The idempotency key of the one effect it allows: the same content in answer to the same message has the same key. */
    public String effectId() {
        return effectId;
    }

    /**
     * Asked by whoever is about to write outside.
     *
     * @throws IllegalStateException when it was made for other content or has expired
     */
    public void demand(Proposal content, Instant now) {
        if (!slip.contentHash().equals(ChainHash.of(content.canonicalContent()))) {
            throw new IllegalStateException("permit of " + caseId + " is for other content");
        }
        if (now.isAfter(slip.expires())) {
            throw new IllegalStateException("permit of " + caseId + " expired at " + slip.expires());
        }
    }
}
