package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import java.util.function.Supplier;

/**
 * What account changes have used up of the limits that count over several of them. May be shared between threads and nodes.
 */
public interface Reservations {

    /**
     * Runs a decision while nobody else on any node can reserve anything for the same customer, lane or company, in one
     * transaction with all that it writes to the database: limits that are summed here hold when it commits.
     */
    <T> T alone(ActionPlan plan, Supplier<T> decision);

    /**
     * Counts a plan as carried out from now on; only within {@link #alone}. The same effect counts once, and not against itself.
     *
     * @return false when it was counted already: an earlier call may still arrive
     * @throws IllegalStateException outside of {@link #alone}
     */
    boolean reserve(String effectId, ActionPlan plan);

    /** The vendor has confirmed it, so its own book has it from now on. */
    void booked(String effectId);

    /** It certainly did not happen and cannot happen any more, or was undone: counts no longer. */
    void release(String effectId);
}
