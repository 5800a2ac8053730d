package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import java.util.List;
import java.util.Optional;

/**
 * How grave a case is by itself: as its customer's latest words were read, or as a person set it since. What a cluster raised
 * it to is not its own.
 */
record OwnPriority(Priority priority, boolean isSetByPerson) {

    /** By the events, as the record keeps only the priority that came of them all. Empty until the latest words are read. */
    static Optional<OwnPriority> of(List<CaseEvent> events) {
        Optional<OwnPriority> own = Optional.empty();
        for (CaseEvent event : events) {
            own = after(own, event);
        }
        return own;
    }

    private static Optional<OwnPriority> after(Optional<OwnPriority> own, CaseEvent event) {
        if (event.fact() instanceof Fact.MessageReceived(var message) && message.isFromCustomer()) {
            return Optional.empty();
        }
        if (event.fact() instanceof Fact.Triaged(var triage)) {
            return Optional.of(new OwnPriority(triage.priority(), false));
        }
        if (event.fact() instanceof Fact.Reclassified corrected) {
            boolean isPerson = event.actor().kind() == Actor.Kind.PERSON;
            return corrected
                    .priority()
                    .map(right -> new OwnPriority(right, isPerson))
                    .or(() -> own);
        }
        return own;
    }
}
