package io.sallyport.connector;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.gate.Permit;

/** Takes replies to customers. May be shared between threads. */
public interface ReplyChannel {

    /** Whether tickets of this source are answered here. */
    boolean serves(Ticket ticket);

    /**
     * Posts a reply once: posting the same permit's effect again changes nothing and gives the same remote id.
     *
     * @return {@link Delivery.Unknown} when it cannot be told whether it was posted, never an exception for that
     */
    Delivery post(Permit permit, Ticket ticket, Reply reply);

    /** What became of an effect whose outcome was not recorded. */
    LookUp lookUp(String effectId);
}
