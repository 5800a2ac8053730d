package io.sallyport.connector;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.IssueNews;
import io.sallyport.gate.Permit;
import java.util.List;

/** Where engineering keeps what is to be mended. What the other side does wrong is an outcome, not an exception. */
public interface IssueTracker {

    /**
     * Files an issue. Two that name one cause end in one issue, as long as it is open.
     *
     * @param issue of kind {@link Errand.Kind#ISSUE}, onto its cause
     * @return when accepted, with the issue's id
     */
    Delivery file(Permit permit, Errand issue);

    /**
     * Adds a case to an issue that there is; one that was done with is open again.
     *
     * @param link of kind {@link Errand.Kind#LINK}, onto the issue's id
     */
    Delivery add(Permit permit, Errand link);

    /** What became of either; when found, its remote id is the issue's. */
    LookUp lookUp(String effectId);

    /**
     * What was said of issues, oldest first.
     *
     * @param after the id of the last that the caller has seen; empty for all
     * @throws RuntimeException when it cannot be asked now
     */
    List<IssueNews> newsAfter(String after, int limit);
}
