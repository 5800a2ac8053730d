package io.sallyport.flow;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Triage;

/** The agents as the flow asks them. Each reads the record and proposes; none writes. */
public interface Agents {

    Screening screen(CaseRecord record);

    Triage triage(CaseRecord record);

    Route route(CaseRecord record);

    Evidence research(CaseRecord record);

    /** @return {@link Fact.ReplyComposed} or {@link Fact.ReplyDeclined} */
    Fact compose(CaseRecord record);
}
