package io.sallyport.flow;

import io.sallyport.action.ActionPlanner;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Triage;
import java.util.Optional;
import java.util.function.Predicate;

/** The agents as the flow asks them. Each reads the record and proposes; none writes. */
public interface Agents {

    Screening screen(CaseRecord record);

    Triage triage(CaseRecord record);

    Route route(CaseRecord record);

    Evidence research(CaseRecord record);

    /**
     * Something to read for the person who gets the case now.
     *
     * @param isPassed whether every gate lets a reply through
     */
    default Optional<Brief> brief(CaseRecord record, Predicate<Reply> isPassed) {
        return Optional.empty();
    }

    /** What the customer wants done, as a plan, or why there is none. */
    default Fact plan(CaseRecord record) {
        return ActionPlanner.NONE.plan(record);
    }

    /** @return {@link Fact.ReplyComposed} or {@link Fact.ReplyDeclined} */
    Fact compose(CaseRecord record);
}
