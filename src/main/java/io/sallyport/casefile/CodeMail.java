package io.sallyport.casefile;

import java.time.Instant;

/**
 * A one-time code on its way to the address on file. The code itself is nowhere in the record.
 *
 * @param challenge names the code
 * @param address where it goes: the one on file, never one from the message
 * @param expires after this it proves nothing
 */
public record CodeMail(CaseId caseId, String challenge, String customer, String address, Instant expires)
        implements Proposal {

    /** Enough for whoever owns it to know which: {@code m…@example.com}. */
    public String maskedAddress() {
        int at = address.lastIndexOf('@');
        return at < 1 ? "…" : address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
    }

    @Override
    public Lane lane() {
        return Lane.ACTION;
    }

    @Override
    public String canonicalContent() {
        return String.join("|", "code", caseId.value(), challenge, customer, address, expires.toString());
    }
}
