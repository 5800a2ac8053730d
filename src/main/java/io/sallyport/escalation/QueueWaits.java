package io.sallyport.escalation;

import java.time.Instant;
import java.util.List;

/** How long cases have lately waited in a queue before a person took them. */
@FunctionalInterface
public interface QueueWaits {

    /**
     * @param taken when a person claimed, answered or closed it
     * @param by that person; empty when nobody knows
     */
    record Waited(Instant since, Instant taken, String by) {}

    /** The latest of this queue, at most {@link ExpectedWait#SAMPLE}. */
    List<Waited> latest(String queue);

    /** How many people serve this queue; 0 where it is everybody's. */
    default int serving(String queue) {
        return 0;
    }
}
