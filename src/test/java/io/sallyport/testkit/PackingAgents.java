package io.sallyport.testkit;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.flow.Agents;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every message is a fault that goes to people at once; bridge replies and packets as in service. A message that says {@code
 * down} makes it urgent.
 */
public record PackingAgents(Agents others, String language) implements AgentsOver {

    public static PackingAgents on(SettableClock clock, String language) {
        return new PackingAgents(HandOverAgents.of(clock, ZoneId.of("UTC")), language);
    }

    @Override
    public Screening screen(CaseRecord record) {
        return new Screening(language, 1, Screening.Automatic.NONE, List.of(), List.of(), false);
    }

    @Override
    public Triage triage(CaseRecord record) {
        Triage scripted = others.triage(record);
        boolean isDown = record.latestFromCustomer().written().contains("down");
        return new Triage(
                new Triage.Classification(Category.BUG, Optional.empty(), 0.9, "", "", false),
                new Triage.Urgency(isDown ? Priority.P2 : Priority.P3, "scripted", List.of()),
                List.of(),
                scripted.mood(),
                scripted.customer(),
                scripted.related(),
                scripted.sla());
    }

    @Override
    public Route route(CaseRecord record) {
        var trigger = new Trigger(Trigger.Kind.NO_ANSWER, "no article covers it");
        return new Route(Set.of(Lane.ESCALATION), Specialist.TECHNICAL, "technical", List.of(trigger));
    }
}
