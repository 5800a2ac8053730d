package io.sallyport.action;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;

/** Turns what a customer wants done into a plan, or says why not. May be shared between threads. */
public interface ActionPlanner {

    /** For a desk without an action lane. */
    ActionPlanner NONE = _ -> new Fact.ActionNotPlanned("this desk changes no accounts");

    /**
     * @return {@link Fact.ActionPlanned}, {@link Fact.ActionNotPlanned}, {@link Fact.ActionSlotMissing} or
     *     {@link Fact.ActionForPerson}
     */
    Fact plan(CaseRecord record);
}
