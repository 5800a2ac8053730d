package io.sallyport.evaluation.actions;

import io.sallyport.gate.authorization.Request;
import java.util.List;
import java.util.Optional;

/** One conversation in a made-up world: its records, and what was done in it so far. */
sealed interface World permits AirlineWorld, RetailWorld {

    /** Whose record the call is about, where there is such a record. */
    Optional<String> owner(RecordedCall call);

    /**
     * What to ask the policies. Allowed is what they allow for one of the questions: a call that does not say which record it
     * rests on is asked about every record that it could rest on.
     *
     * @param customer whom the conversation is with
     * @throws UnfitCall when there is no question
     */
    List<Request> questions(RecordedCall call, String customer);

    /** Changes the records as the call does. */
    void carryOut(RecordedCall call);

    /** The same world at the start, for the next conversation. */
    World anew();
}
