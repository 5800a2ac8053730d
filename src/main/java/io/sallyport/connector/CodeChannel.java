package io.sallyport.connector;

import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.gate.Permit;

/** Takes one-time codes to the address on file. May be shared between threads. */
public interface CodeChannel {

    /**
     * Sends a code once: the same permit's effect again changes nothing.
     *
     * @param code in the clear; must not be logged or kept
     * @return {@link Delivery.Unknown} when it cannot be told whether it went out, never an exception for that
     */
    Delivery post(Permit permit, CodeMail mail, String code);

    LookUp lookUp(String effectId);
}
