package io.sallyport.escalation;

import java.time.Instant;
import java.util.List;

/** How long cases have lately waited in a queue before a person took them. */
@FunctionalInterface
public interface QueueWaits {

    /** @param taken when a person claimed, answered or closed it */
    record Waited(Instant since, Instant taken) {}

    /** The latest of this queue, at most {@link ExpectedWait#SAMPLE}. */
    List<Waited> latest(String queue);
}
