package io.sallyport.casefile;

import java.time.Instant;

/**
 * What engineering said of an issue that a case was filed under.
 *
 * @param id the tracker's, of this very change; told once
 * @param issue the tracker's id of the issue
 * @param note what may be told customers, as a person wrote it in the tracker; empty when there is nothing to tell
 * @param by who said so
 * @param at when they said so, by the tracker's clock; it may arrive after newer ones
 */
public record IssueNews(String id, String issue, State state, String note, String by, Instant at) {

    public enum State {
        OPEN,
        /** There is an answer or a way round; the cause is not mended. */
        ANSWERED,
        FIXED,
        /** Nothing will be done about it. */
        DECLINED
    }

    /** Whether something else has been said of the same issue since. */
    public boolean isOlderThan(IssueNews other) {
        return issue.equals(other.issue()) && at.isBefore(other.at());
    }
}
