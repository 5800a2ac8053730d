package io.sallyport.escalation;

import io.sallyport.casefile.Priority;
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

    /**
     * The latest of this queue, at most {@link ExpectedWait#SAMPLE}.
     *
     * @param priority by whose clock, the office's or the wall's, they waited
     */
    List<Waited> latest(String queue, Priority priority);

    /** Since when those of this queue that wait by the same clock still wait for a person, the newest first. */
    default List<Instant> waiting(String queue, Priority priority) {
        return List.of();
    }

    /** How many people serve this queue; 0 where it is everybody's. */
    default int serving(String queue) {
        return 0;
    }
}
