package io.sallyport.escalation.tracking;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.IssueNews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which case belongs to which issue, as the cases themselves say it; and how far the tracker's news have been read. */
public interface TrackedIssues {

    /** The issue that is not done with, to which one of these cases belongs. */
    Optional<String> findOpenOf(List<CaseId> cases);

    /** The issue that is not done with, to which cases of this cause belong. */
    Optional<String> findOpenOf(String cause);

    List<CaseId> casesOf(String issue);

    /** Whether something was said of that issue after this. */
    boolean hasNewer(IssueNews news);

    /** Notes what was said, unless something newer was; what customers may be told of an issue that is not open stands for cases that join it later. */
    void heard(IssueNews news);

    /** Notes that a case was given this. */
    void given(CaseId id, IssueNews news);

    /**
     * Notes that a case could not be given this.
     *
     * @return whether that is new
     */
    boolean missed(CaseId id, IssueNews news);

    /** Of an issue that a case joined after it was said, or that it could not be given then. */
    record Late(CaseId caseId, IssueNews news) {
        static final Late BEFORE_ALL = new Late(
                new CaseId("SP-0000000000"), new IssueNews("", "", IssueNews.State.OPEN, "", "", Instant.EPOCH));
    }

    /** In the order in which they were said. */
    List<Late> lateAfter(Late last, int limit);

    /** The last news that every case has; empty before the first. */
    String cursor(String tracker);

    void advance(String tracker, String after);
}
