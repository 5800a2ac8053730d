package io.sallyport.escalation;

/** Takes actions back at a person's wish, through the gates and the effects ledger. May be shared between threads. */
@FunctionalInterface
public interface Undoing {

    /** @param effectId of the action that was carried out on the case */
    Decision undo(Seen seen, String effectId, String person);
}
