package io.sallyport.connector;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.gate.Permit;

/** Gets somebody who is on call. What the other side does wrong is an outcome, not an exception. */
public interface Pager {

    /** @param page of kind {@link Errand.Kind#PAGE} */
    Delivery page(Permit permit, Errand page);

    /** What became of a page. */
    LookUp lookUp(String effectId);
}
