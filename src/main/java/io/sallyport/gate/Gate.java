package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Verdict;

/** Judges one kind of proposal. May be shared between threads; an exception counts as a stop. */
public interface Gate<P extends Proposal> {

    /** Stable, as the console and the record show it: {@code grounding}, {@code tone}. */
    String name();

    Verdict judge(CaseRecord record, P proposal);
}
