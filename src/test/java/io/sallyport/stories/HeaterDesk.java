package io.sallyport.stories;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Verdict;
import io.sallyport.flow.Agents;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HandOverAgents;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A desk whose customers have one cause: every message about a heater is one known issue, every one about a kettle another. */
final class HeaterDesk {

    private HeaterDesk() {}

    static DeskKit open() {
        return open(false);
    }

    static DeskKit open(boolean crashing) {
        return open(ScriptedGate.required(), crashing);
    }

    static DeskKit open(List<ScriptedGate> gates) {
        return open(gates, false);
    }

    private static DeskKit open(List<ScriptedGate> gates, boolean crashing) {
        return DeskKit.on(
                new SettableClock(DeskKit.MONDAY_MORNING), new SameIssue(new ScriptedAgents()), gates, crashing);
    }

    /** With the built-in page log, and somebody on call. */
    static DeskKit withSomebodyOnCall() {
        return DeskKit.withColleagues(
                        new SettableClock(DeskKit.MONDAY_MORNING),
                        _ -> new SameIssue(new ScriptedAgents()),
                        ScriptedGate.required(),
                        false)
                .mode(Lane.ESCALATION, LaneMode.AUTO);
    }

    static CaseId from(DeskKit desk, String customer, String text) {
        CaseId id = desk.ticketFrom(customer, "Heater is cold", text);
        desk.runUntilQuiet();
        return id;
    }

    static List<CaseId> three(DeskKit desk) {
        return List.of(
                from(desk, "ana@example.com", "My heater is cold, a person please"),
                from(desk, "bo@example.com", "The heater stays cold. person please"),
                from(desk, "cy@example.com", "No warmth from the heater, person please"));
    }

    private record SameIssue(Agents others) implements AgentsOver {

        @Override
        public Triage triage(CaseRecord record) {
            Triage read = others.triage(record);
            return new Triage(
                    read.classification(),
                    read.urgency(),
                    read.impressions(),
                    read.mood(),
                    read.customer(),
                    new Triage.Related(issue(record.latestFromCustomer().written()), List.of()),
                    read.sla());
        }

        private static Optional<String> issue(String text) {
            if (text.contains("heater")) {
                return Optional.of("KI-7");
            }
            return text.contains("kettle") ? Optional.of("KI-8") : Optional.empty();
        }

        @Override
        public Fact.PagePlanned page(CaseRecord record) {
            return HandOverAgents.of(new SettableClock(DeskKit.MONDAY_MORNING), ZoneOffset.UTC)
                    .page(record);
        }

        @Override
        public Fact.Packaged pack(CaseRecord record, Function<Packet, List<Verdict>> gates) {
            return HandOverAgents.of(new SettableClock(DeskKit.MONDAY_MORNING), ZoneOffset.UTC)
                    .pack(record, gates);
        }
    }
}
