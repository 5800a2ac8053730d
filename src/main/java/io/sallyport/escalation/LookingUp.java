package io.sallyport.escalation;

/** Asks the other side, at a person's wish, what became of an account change. May be shared between threads. */
@FunctionalInterface
public interface LookingUp {

    /**
     * Where it still cannot be told nothing is written.
     *
     * @param effectId of an account change on the case whose outcome nobody knows
     */
    Decision lookUp(Seen seen, String effectId, String person);
}
