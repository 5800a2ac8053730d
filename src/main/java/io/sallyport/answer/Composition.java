package io.sallyport.answer;

import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Trigger;

/** What a composer made of the evidence. */
public sealed interface Composition {

    /**
     * A reply that answers.
     *
     * @param confidence calibrated on held-out examples, 0 to 1
     * @param frame how it was composed, for the record
     */
    record Written(Reply reply, double confidence, String frame) implements Composition {}

    /** One clarifying question, since a detail that the answer turns on is missing. */
    record Asked(Reply question, double confidence, String frame) implements Composition {}

    /** @param why the trigger that brings a person in, and what they should know */
    record Declined(Trigger why) implements Composition {

        static Declined noAnswer(String why) {
            return new Declined(new Trigger(Trigger.Kind.NO_ANSWER, why));
        }

        static Declined unsure(String why) {
            return new Declined(new Trigger(Trigger.Kind.LOW_CONFIDENCE, why));
        }
    }
}
