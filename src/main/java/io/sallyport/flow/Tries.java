package io.sallyport.flow;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.Fact;
import java.util.List;

/** How often a step has been tried in vain. */
final class Tries {

    private Tries() {}

    /**
     * Other steps between two failures begin no new count, else a step that leads back to itself would be tried for ever; words of
     * the customer, a person's decision and a hand-over do.
     */
    static int failedSinceNews(List<CaseEvent> events, Step step) {
        int failures = 0;
        for (CaseEvent event : events.reversed()) {
            if (event.fact() instanceof Fact.MessageReceived
                    || event.fact() instanceof Fact.Escalated
                    || event.actor().kind() == Actor.Kind.PERSON) {
                break;
            }
            if (event.fact() instanceof Fact.StepFailed failed && failed.step().equals(step.name())) {
                failures++;
            }
        }
        return failures;
    }

    static boolean isLast(List<CaseEvent> events, Step step) {
        return failedSinceNews(events, step) + 1 >= TicketLife.TRIES;
    }
}
