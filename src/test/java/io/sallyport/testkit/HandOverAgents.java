package io.sallyport.testkit;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Cadence;
import io.sallyport.escalation.Packager;
import io.sallyport.escalation.Reminders;
import io.sallyport.flow.Agents;
import io.sallyport.routing.HumanQueue;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Some agents, and everything around a hand-over as in service: bridge replies, pages, packets and reminders. */
public record HandOverAgents(Agents others, Packager packager, Reminders reminders) implements AgentsOver {

    public static HandOverAgents of(InstantSource clock, ZoneId office) {
        return over(new ScriptedAgents(), clock, office);
    }

    public static HandOverAgents over(Agents reading, InstantSource clock, ZoneId office) {
        var due = new DueTimes(new BusinessCalendar(office));
        return new HandOverAgents(
                new BridgingAgents(reading, BridgingAgents.writer(clock, office)),
                new Packager(due, clock),
                new Reminders(new Cadence(due)));
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
        return reminders.remind(record, now);
    }

    @Override
    public Optional<String> passOn(CaseRecord record, int count) {
        return record.standing() instanceof Standing.WithPeople people
                ? HumanQueue.afterReminders(people, count)
                : Optional.empty();
    }
}
