package io.sallyport.stories;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.BridgeWriter;
import io.sallyport.escalation.Cadence;
import io.sallyport.escalation.Packager;
import io.sallyport.escalation.Reminders;
import io.sallyport.escalation.tracking.PostgresTrackedIssues;
import io.sallyport.escalation.tracking.TrackerAgent;
import io.sallyport.escalation.tracking.TrackerSettings;
import io.sallyport.flow.Agents;
import io.sallyport.gate.Gate;
import io.sallyport.gate.ReplyGates;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PersonalData;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import io.sallyport.text.LanguageDetector;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A desk whose customers report faults, with bridge replies, gates, Tracker Agent and built-in tools as in service. */
final class TrackedDesk {

    private TrackedDesk() {}

    static DeskKit open(SettableClock clock, boolean crashing) {
        return DeskKit.withColleagues(clock, database -> new Tracking(clock, database), gates(clock), crashing);
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
    private static final class Tracking implements Agents {

        private final Agents scripted = new ScriptedAgents();
        private final BridgeWriter writer;
        private final Packager packager;
        private final Reminders reminders;
        private final TrackerAgent tracker;

        Tracking(SettableClock clock, TestDatabase database) {
            this.writer = BridgingAgents.writer(clock, ZoneId.of("Europe/Berlin"));
            var office = new DueTimes(new BusinessCalendar(ZoneId.of("Europe/Berlin")));
            this.packager = new Packager(office, clock);
            this.reminders = new Reminders(new Cadence(office));
            this.tracker = new TrackerAgent(
                    new PostgresTrackedIssues(database.jdbc()),
                    new TrackerSettings(Set.of(Category.BUG)),
                    new CaseMasks(PersonalData.byRules(), _ -> Map.of()));
        }

        @Override
        public Screening screen(CaseRecord record) {
            return scripted.screen(record);
        }

        @Override
        public Triage triage(CaseRecord record) {
            Triage scripted = this.scripted.triage(record);
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
        public Route route(CaseRecord record) {
            return scripted.route(record);
        }

        @Override
        public Evidence research(CaseRecord record) {
            return scripted.research(record);
        }

        @Override
        public Fact compose(CaseRecord record) {
            return scripted.compose(record);
        }

        @Override
        public Fact estimateWait(CaseRecord record) {
            return writer.estimate(record);
        }

        @Override
        public Fact.BridgeComposed bridge(CaseRecord record, Function<Reply, List<Verdict>> gates) {
            return writer.write(record, gates);
        }

        @Override
        public Fact.PagePlanned page(CaseRecord record) {
            return packager.page(record);
        }

        @Override
        public Fact.Packaged pack(CaseRecord record, Function<Packet, List<Verdict>> gates) {
            return packager.pack(record, new Evidence("", List.of(), List.of()), gates);
        }

        @Override
        public Fact.Reminded remind(CaseRecord record, Instant now) {
            return reminders.remind(record, now);
        }

        @Override
        public Fact.ErrandsPlanned track(CaseRecord record) {
            return tracker.track(record);
        }
    }
}
