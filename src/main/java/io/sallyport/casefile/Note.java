package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;

/**
 * What one person of the company wrote on a case for others; never for the customer.
 *
 * @param mentions the people it is meant for
 */
public record Note(String by, Instant at, String text, List<String> mentions) {
    public Note {
        mentions = List.copyOf(mentions);
    }
}
