package io.sallyport.answer;

import io.sallyport.casefile.Reply;

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

    /** @param why what a person who takes over should know */
    record Declined(String why) implements Composition {}
}
