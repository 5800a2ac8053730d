package io.sallyport.model.language;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What stands around every call to a model, shared by all of them.
 *
 * @param timeout how long one call may take
 */
public record Safeguards(
        Budget budget,
        RateLimits limits,
        Breakers breakers,
        Backoff backoff,
        Meter meter,
        Duration timeout,
        InstantSource clock) {

    /** One call and its bill: no limits, no repetition. */
    public static Safeguards only(Meter meter, Duration timeout) {
        var clock = InstantSource.system();
        return new Safeguards(
                Budget.none(), RateLimits.none(), new Breakers(clock), Backoff.never(), meter, timeout, clock);
    }
}
