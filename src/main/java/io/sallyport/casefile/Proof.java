package io.sallyport.casefile;

import java.time.Instant;

/**
 * That the person who writes on this case is the customer.
 *
 * @param customer the account's id
 * @param how such as {@code one-time code}
 * @param until after this it has to be proven again
 */
public record Proof(String customer, String how, Instant at, Instant until) {

    public boolean holds(Instant now) {
        return !now.isBefore(at) && now.isBefore(until);
    }
}
