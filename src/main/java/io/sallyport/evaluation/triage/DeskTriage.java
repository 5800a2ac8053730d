package io.sallyport.evaluation.triage;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Trigger;
import io.sallyport.evaluation.ChannelWord;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import io.sallyport.intake.Screener;
import io.sallyport.routing.Router;
import io.sallyport.triage.CategoryModel;
import io.sallyport.triage.TriageAgent;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes labelled messages into cases of their own and screens, triages and routes each, as the desk does; no further. */
public final class DeskTriage {

    private final IntakeWatcher intake;
    private final CaseStore cases;
    private final Agents agents;
    private final InstantSource clock;

    /** @param categories the model that the Triage agent asks, for the score that it only tells it */
    public record Agents(Screener screener, TriageAgent triage, Router router, CategoryModel categories) {}

    public DeskTriage(IntakeWatcher intake, CaseStore cases, Agents agents, InstantSource clock) {
        this.intake = intake;
        this.cases = cases;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * What the desk made of the row.
     *
     * @param number no other row's
     */
    public DeskOutcome decide(LabelledMessages.Row row, int number) {
        var wanted = DeskOutcome.Wanted.of(row);
        var record = open(row, number);
        record = append(
                record, "intake-watcher", new Fact.Screened(agents.screener().screen(record)));
        var isJunk = record.screening().isJunk();
        // Of junk, too, for how familiar it is: none goes further than this measures.
        record = append(record, "triage", new Fact.Triaged(agents.triage().triage(record)));
        record = append(record, "router", new Fact.Routed(agents.router().route(record)));
        var classification = record.triage().classification();
        var guess = new LabelFigures.Guess(
                row.text().label(),
                classification.category().label(),
                classification.confidence(),
                agents.categories().guess(row.text().text()).familiarity());
        return isJunk
                ? DeskOutcome.thrownAway(wanted, guess)
                : new DeskOutcome(wanted, guess, Optional.of(record.triage().priority()), kinds(record));
    }

    /** An injection is labelled as a security matter, too. */
    private static Set<Trigger.Kind> kinds(CaseRecord record) {
        Set<Trigger.Kind> kinds = EnumSet.noneOf(Trigger.Kind.class);
        record.route().triggers().forEach(trigger -> kinds.add(trigger.kind()));
        if (kinds.contains(Trigger.Kind.INJECTION)) {
            kinds.add(Trigger.Kind.SECURITY);
        }
        return kinds;
    }

    private CaseRecord open(LabelledMessages.Row row, int number) {
        var json = row.json();
        var incoming = Incoming.words(
                "labelled messages",
                // Two rows of one id are two messages.
                row.place(),
                ChannelWord.of(json),
                json.path("from").asString("customer-" + number + "@replay.example"),
                json.path("subject").asString(""),
                json.path("text").asString(""),
                clock.instant());
        var receipt = intake.receive(incoming.asHistory());
        return cases.load(caseOf(receipt, row.place()));
    }

    private static CaseId caseOf(Receipt receipt, String place) {
        return switch (receipt) {
            case Receipt.Opened(CaseId id, String _) -> id;
            case Receipt.Joined(CaseId id) -> id;
            case Receipt.AlreadyKnown(CaseId id, boolean _) -> id;
            case Receipt.Refused(String why) -> throw new IllegalArgumentException(place + ": refused: " + why);
        };
    }

    private CaseRecord append(CaseRecord record, String agent, Fact fact) {
        return cases.appendAtWork(record, List.of(new CaseStore.Entry(Actor.agent(agent), fact)));
    }
}
