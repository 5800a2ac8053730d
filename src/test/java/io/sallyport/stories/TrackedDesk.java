package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Triage;
import io.sallyport.connector.builtin.Issue;
import io.sallyport.escalation.Briefing;
import io.sallyport.escalation.tracking.PostgresTrackedIssues;
import io.sallyport.escalation.tracking.TrackerAgent;
import io.sallyport.escalation.tracking.TrackerSettings;
import io.sallyport.flow.Agents;
import io.sallyport.gate.Gate;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PersonalData;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.Around;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HandOverAgents;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A desk with bridge replies, packets, reminders, gates, Tracker Agent and built-in tools as in service. Its customers report
 * faults, unless a story says who reads what they write.
 */
public final class TrackedDesk {

    static final String FAULT = "The export stops half way, for a reason unknown to us";

    private TrackedDesk() {}

    static void story(boolean crashing, Consumer<DeskKit> story) {
        story(crashing, _ -> Optional.empty(), story);
    }

    static void story(boolean crashing, Briefing briefing, Consumer<DeskKit> story) {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        var reading = new Faults(new ScriptedAgents(), briefing);
        try (var desk = open(clock, crashing, reading, StoryGates.of(clock))) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    public static DeskKit open(SettableClock clock, boolean crashing) {
        var reading = new Faults(new ScriptedAgents(), _ -> Optional.empty());
        return open(clock, crashing, reading, StoryGates.of(clock));
    }

    /** @param reading screens, triages, routes, researches and composes */
    static DeskKit open(SettableClock clock, boolean crashing, Agents reading, List<? extends Gate<Reply>> gates) {
        return DeskKit.withColleagues(clock, database -> Tracking.of(reading, clock, database), gates, crashing);
    }

    /** With agents that break for good where they are asked for one of these. */
    static DeskKit breakingAt(SettableClock clock, Set<String> broken) {
        var reading = new Faults(new ScriptedAgents(), _ -> Optional.empty());
        return DeskKit.withColleagues(
                        clock,
                        database ->
                                Around.each(Agents.class, Tracking.of(reading, clock, database), (method, _, call) -> {
                                    if (broken.contains(method.getName())) {
                                        throw new IllegalStateException(method.getName() + " is broken");
                                    }
                                    return call.go();
                                }),
                        StoryGates.of(clock),
                        false)
                .mode(LaneMode.AUTO)
                .mode(Lane.ESCALATION, LaneMode.AUTO);
    }

    /** A case that is over, with an issue that is not. */
    static CaseId over(DeskKit desk) {
        CaseId id = report(desk);
        passTime(desk, Duration.ofMinutes(1), 3);
        desk.decide(id, new Fact.CaseResolved("told by phone"));
        desk.runUntilQuiet();
        return id;
    }

    static CaseId report(DeskKit desk) {
        CaseId id = desk.ticket(FAULT);
        desk.runUntilQuiet();
        return id;
    }

    static List<Issue.Line> issues(DeskKit desk) {
        return desk.tools().issues().list(false, 10);
    }

    static void fix(DeskKit desk, String note) {
        desk.tools().issues().move(issues(desk).getFirst().id(), IssueNews.State.FIXED, note, "Noor");
    }

    static void hear(DeskKit desk) {
        desk.followUp();
        desk.runUntilQuiet();
    }

    /** Lets time pass until what was put off has had its turn. */
    static void passTime(DeskKit desk, Duration step, int times) {
        for (int passed = 0; passed < times; passed++) {
            desk.tick(step);
            desk.runUntilQuiet();
        }
    }

    /** Everything is a fault, but what speaks of invoices; what speaks of exports is the known one. */
    private record Faults(Agents others, Briefing briefing) implements AgentsOver {

        @Override
        public Optional<Brief> brief(CaseRecord record) {
            return briefing.write(record);
        }

        @Override
        public Triage triage(CaseRecord record) {
            Triage scripted = others.triage(record);
            String text = record.latestFromCustomer().written();
            Optional<String> known = text.contains("export") ? Optional.of("slow-export") : Optional.empty();
            Category category = text.contains("invoice") ? Category.BILLING : Category.BUG;
            return new Triage(
                    new Triage.Classification(category, Optional.empty(), 0.9, "", "export", false),
                    scripted.urgency(),
                    List.of(),
                    scripted.mood(),
                    scripted.customer(),
                    new Triage.Related(known, List.of()),
                    scripted.sla());
        }
    }

    private record Tracking(Agents others, TrackerAgent tracker) implements AgentsOver {

        static Tracking of(Agents reading, SettableClock clock, TestDatabase database) {
            return new Tracking(
                    HandOverAgents.over(reading, clock, ZoneId.of("Europe/Berlin")),
                    new TrackerAgent(
                            new PostgresTrackedIssues(database.jdbc()),
                            new TrackerSettings(Set.of(Category.BUG)),
                            new CaseMasks(PersonalData.byRules(), _ -> Map.of())));
        }

        @Override
        public Fact.ErrandsPlanned track(CaseRecord record) {
            return tracker.track(record);
        }
    }
}
