package io.sallyport.testkit;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Cadence;
import io.sallyport.escalation.Packager;
import io.sallyport.escalation.Reminders;
import io.sallyport.flow.Agents;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Every message is a fault that goes to people at once; bridge replies and packets as in service. A message that says {@code
 * down} makes it urgent.
 */
public record PackingAgents(Agents told, Packager packager, String language) implements Agents {

    public static PackingAgents on(SettableClock clock, String language) {
        var office = ZoneId.of("UTC");
        return new PackingAgents(
                new BridgingAgents(new ScriptedAgents(), BridgingAgents.writer(clock, office)),
                new Packager(new DueTimes(new BusinessCalendar(office)), clock),
                language);
    }

    @Override
    public Screening screen(CaseRecord record) {
        return new Screening(language, 1, Screening.Automatic.NONE, List.of(), List.of(), false);
    }

    @Override
    public Triage triage(CaseRecord record) {
        Triage scripted = told.triage(record);
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

    @Override
    public Evidence research(CaseRecord record) {
        return told.research(record);
    }

    @Override
    public Fact compose(CaseRecord record) {
        return told.compose(record);
    }

    @Override
    public Fact estimateWait(CaseRecord record) {
        return told.estimateWait(record);
    }

    @Override
    public Fact.BridgeComposed bridge(CaseRecord record, Function<Reply, List<Verdict>> gates) {
        return told.bridge(record, gates);
    }

    @Override
    public Fact.PagePlanned page(CaseRecord record) {
        return packager.page(record);
    }

    @Override
    public Fact.Packaged pack(CaseRecord record, Function<Packet, List<Verdict>> gates) {
        return packager.pack(record, research(record), gates);
    }

    @Override
    public Fact.Reminded remind(CaseRecord record, Instant now) {
        var office = new DueTimes(new BusinessCalendar(ZoneId.of("UTC")));
        return new Reminders(new Cadence(office)).remind(record, now);
    }
}
