package io.sallyport.casefile;

import java.time.Instant;
import java.time.ZoneId;

/**
 * By when a customer will hear from a person.
 *
 * @param by to the minute
 * @param zone whose clock the customer reads it by, as {@link ZoneId#of} takes it
 * @param because the figures it rests on, for people inside
 */
public record Expectation(Instant by, String zone, String because) {

    /** @throws java.time.DateTimeException when there is no such zone */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
