package io.sallyport.connector.sandbox;

import java.time.Instant;

/**
 * A mail in the sandbox's mailboxes.
 *
 * @param body empty once what it holds has expired
 */
public record SandboxMail(String address, Instant sentAt, String subject, String body) {

    /** Bodies hold codes: they stay out of logs. */
    @Override
    public String toString() {
        return "SandboxMail[" + subject + "]";
    }
}
