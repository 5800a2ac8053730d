package io.sallyport.connector.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail in the sandbox's mailboxes.
 *
 * @param body empty once what it holds has expired
 */
public record SandboxMail(String address, Instant sentAt, String subject, String body) {

    private static final Pattern PAGE =
            Pattern.compile(LinkRows.PATH + "[0-9a-f]{32}|/(?:t|proof)/[A-Za-z0-9_-]{16,64}");

    /** Pages of this machine that it names. */
    public List<String> pages() {
        return PAGE.matcher(body).results().map(MatchResult::group).toList();
    }

    /** Bodies hold codes: they stay out of logs. */
    @Override
    public String toString() {
        return "SandboxMail[" + subject + "]";
    }
}
