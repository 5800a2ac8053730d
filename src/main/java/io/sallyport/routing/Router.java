package io.sallyport.routing;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides by rules who gets a case. The same record always goes the same way. */
public final class Router {

    public Route route(CaseRecord record) {
        Triage triage = record.triage();
        List<Trigger> triggers = new ArrayList<>();
        if (triage.priority() == Priority.P1) {
            triggers.add(new Trigger(Trigger.Kind.P1, triage.urgency().because()));
        }
        if (triage.customer().isVip()) {
            triggers.add(new Trigger(Trigger.Kind.VIP, triage.customer().name()));
        }
        Specialist specialist = triage.category().specialist();
        return new Route(
                Set.of(triggers.isEmpty() ? Lane.ANSWER : Lane.ESCALATION),
                specialist,
                specialist.name().toLowerCase(Locale.ROOT),
                triggers);
    }
}
