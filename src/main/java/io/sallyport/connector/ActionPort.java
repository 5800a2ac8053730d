package io.sallyport.connector;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Undo;
import io.sallyport.gate.Permit;
import java.util.Map;

/** Carries account changes out at one vendor. May be shared between threads. */
public interface ActionPort {

    /** Whether this is what a catalogue entry names in {@code carried-out-by} or {@code looked-up}, such as {@code sandbox/refund}. */
    boolean serves(String binding);

    /**
     * Carries a plan out once: the permit's effect id is the idempotency key of the call.
     *
     * @param binding as the catalogue names it
     * @return {@link Outcome.Unknown} when it cannot be told whether it happened, never an exception for that
     */
    Outcome carryOut(Permit permit, String binding, ActionPlan plan);

    /** Takes an action back, once; as {@link #carryOut}. */
    Outcome undo(Permit permit, String binding, Undo undo);

    /**
     * What became of an effect, an action's or an undoing's, whose outcome was not recorded.
     *
     * @param binding that the catalogue names in {@code looked-up}
     */
    LookUp lookUp(String binding, String effectId);

    /** How a change at the vendor went. */
    sealed interface Outcome {
        /** @param confirmed what the vendor says it did, by field: the values of the receipt */
        record Done(String remoteId, Map<String, String> confirmed) implements Outcome {
            public Done {
                confirmed = Map.copyOf(confirmed);
            }
        }

        /** The vendor said no; nothing has changed. */
        record Refused(String why) implements Outcome {}

        record Unknown(String why) implements Outcome {}
    }
}
