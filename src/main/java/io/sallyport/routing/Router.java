package io.sallyport.routing;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Trigger;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Decides by rules who gets a case. The same record always goes the same way. May be shared between threads. */
public final class Router {

    private final Triggers triggers;
    private final Predicate<CaseRecord> offers;

    /** For a desk that changes no accounts. */
    public Router(RoutingSettings settings) {
        this(settings, _ -> false);
    }

    /** @param offers whether the action lane has what a message asks to be done; else a person does it */
    public Router(RoutingSettings settings, Predicate<CaseRecord> offers) {
        this.triggers = new Triggers(settings);
        this.offers = offers;
    }

    /** @param record screened and triaged */
    public Route route(CaseRecord record) {
        boolean isOffered = offers.test(record);
        Triggers.Found all = triggers.of(record);
        List<Trigger> found = all.triggers().stream()
                .filter(trigger -> !record.handOver().waived().contains(trigger.kind()))
                .filter(trigger -> !isOffered || trigger.kind() != Trigger.Kind.ACTION_NEEDS_PERSON)
                .toList();
        Specialist specialist = record.triage().category().specialist();
        return new Route(lanes(found, isOffered), specialist, HumanQueue.of(found, specialist), found, all.setAside());
    }

    private static Set<Lane> lanes(List<Trigger> found, boolean isOffered) {
        if (!found.isEmpty()) {
            return Set.of(Lane.ESCALATION);
        }
        return isOffered ? Set.of(Lane.ACTION, Lane.ANSWER) : Set.of(Lane.ANSWER);
    }
}
