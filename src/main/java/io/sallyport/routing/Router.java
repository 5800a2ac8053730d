package io.sallyport.routing;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides by rules who gets a case. The same record always goes the same way. May be shared between threads. */
public final class Router {

    private final Triggers triggers;

    public Router(RoutingSettings settings) {
        this.triggers = new Triggers(settings);
    }

    /** @param record screened and triaged */
    public Route route(CaseRecord record) {
        List<Trigger> found = triggers.of(record);
        Specialist specialist = record.triage().category().specialist();
        return new Route(
                Set.of(found.isEmpty() ? Lane.ANSWER : Lane.ESCALATION),
                specialist,
                specialist.name().toLowerCase(Locale.ROOT),
                found);
    }
}
