package io.sallyport.connector.builtin;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.IssueNews;
import java.time.Instant;
import java.util.List;

/**
 * An issue of the built-in tracker.
 *
 * @param id such as {@code ISS-12}
 * @param text Markdown, as the case that filed it said it
 */
public record Issue(
        String id,
        String title,
        String text,
        IssueNews.State state,
        Instant filedAt,
        List<LinkedCase> cases,
        List<Entry> entries) {

    public Issue {
        cases = List.copyOf(cases);
        entries = List.copyOf(entries);
    }

    /** @param text what the case added; empty for the one that filed it */
    public record LinkedCase(CaseId caseId, String text, Instant at) {}

    /**
     * What somebody said or did.
     *
     * @param isPublic whether customers may be told
     * @param isMove whether it changed the state
     * @param state after it
     */
    public record Entry(
            long id, String by, boolean isPublic, boolean isMove, IssueNews.State state, String text, Instant at) {}

    /**
     * A line of a list.
     *
     * @param cases how many belong to it
     */
    public record Line(String id, String title, IssueNews.State state, int cases, Instant changedAt) {}
}
