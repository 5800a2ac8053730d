package io.sallyport.stories;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Triage;
import io.sallyport.escalation.tracking.PostgresTrackedIssues;
import io.sallyport.escalation.tracking.TrackerAgent;
import io.sallyport.escalation.tracking.TrackerSettings;
import io.sallyport.flow.Agents;
import io.sallyport.gate.Gate;
import io.sallyport.gate.ReplyGates;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PersonalData;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HandOverAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import io.sallyport.text.LanguageDetector;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A desk whose customers report faults, with bridge replies, gates, Tracker Agent and built-in tools as in service. */
final class TrackedDesk {

    private TrackedDesk() {}

    static DeskKit open(SettableClock clock, boolean crashing) {
        return DeskKit.withColleagues(clock, database -> Tracking.of(clock, database), gates(clock), crashing);
    }

    private static List<Gate<Reply>> gates(SettableClock clock) {
        return ReplyGates.of(
                        _ -> Optional.empty(),
                        _ -> new LanguageDetector.Language("en", 1),
                        clock,
                        "Mill Pond Boats",
                        Duration.ofDays(90),
                        Set.of("en"))
                .all();
    }

    /** Everything is a fault; what speaks of exports is the known one. */
    private record Tracking(Agents others, TrackerAgent tracker) implements AgentsOver {

        static Tracking of(SettableClock clock, TestDatabase database) {
            return new Tracking(
                    HandOverAgents.of(clock, ZoneId.of("Europe/Berlin")),
                    new TrackerAgent(
                            new PostgresTrackedIssues(database.jdbc()),
                            new TrackerSettings(Set.of(Category.BUG)),
                            new CaseMasks(PersonalData.byRules(), _ -> Map.of())));
        }

        @Override
        public Triage triage(CaseRecord record) {
            Triage scripted = others.triage(record);
            String text = record.latestFromCustomer().written();
            Optional<String> known = text.contains("export") ? Optional.of("slow-export") : Optional.empty();
            return new Triage(
                    new Triage.Classification(Category.BUG, Optional.empty(), 0.9, "", "export", false),
                    scripted.urgency(),
                    List.of(),
                    scripted.mood(),
                    scripted.customer(),
                    new Triage.Related(known, List.of()),
                    scripted.sla());
        }

        @Override
        public Fact.ErrandsPlanned track(CaseRecord record) {
            return tracker.track(record);
        }
    }
}
