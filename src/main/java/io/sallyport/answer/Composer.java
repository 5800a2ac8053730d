package io.sallyport.answer;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Verdict;
import java.util.List;

/** Turns evidence into a reply. May be shared between threads. */
public interface Composer {

    /** Below this a composer declines: what it is less sure of goes to a person. */
    double LEAST_CONFIDENCE = AnswerWork.Draft.LEAST_CONFIDENCE;

    /**
     * Writes from this evidence alone.
     *
     * @param record screened, triaged and routed
     * @param stopped sentences of earlier attempts that a gate stopped, not to be written again; an empty one where the gate
     *     stopped the whole
     */
    Composition compose(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped);
}
