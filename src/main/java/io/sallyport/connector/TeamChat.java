package io.sallyport.connector;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.gate.Permit;

/** Where the company's people talk to each other. What the other side does wrong is an outcome, not an exception. */
public interface TeamChat {

    /** @param post of kind {@link Errand.Kind#CHAT} */
    Delivery post(Permit permit, Errand post);

    /** What became of a post. */
    LookUp lookUp(String effectId);
}
