package io.sallyport.escalation;

/** Takes actions back at a person's wish, through the gates and the effects ledger. May be shared between threads. */
@FunctionalInterface
public interface Undoing {

    /**
     * Where it comes to nothing the case says so, and why: what the other side or a gate refused may be tried again.
     *
     * @param effectId of the action that was carried out on the case
     */
    Decision undo(Seen seen, String effectId, String person);
}
