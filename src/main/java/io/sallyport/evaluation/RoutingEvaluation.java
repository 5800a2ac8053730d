package io.sallyport.evaluation;

import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.intake.Screener;
import io.sallyport.routing.Router;
import io.sallyport.triage.TriageAgent;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds priorities, moods and triggers against the labels of messages. */
public final class RoutingEvaluation {

    /** Lies with the account, not with the words; most labels leave it out. */
    private static final String AT_RISK = Trigger.Kind.AT_RISK.label();

    private final Screener screener;
    private final TriageAgent triage;
    private final Router router;
    private final InstantSource clock;

    public RoutingEvaluation(Screener screener, TriageAgent triage, Router router, InstantSource clock) {
        this.screener = screener;
        this.triage = triage;
        this.router = router;
        this.clock = clock;
    }

    /** @param isJunk whether screening set it aside, so that nobody routes it */
    public record Outcome(ReplayInput.Line line, boolean isJunk, Triage triage, Route route) {

        /** An injection is labelled as a security matter, too. */
        Set<String> raised() {
            if (isJunk) {
                return Set.of();
            }
            Set<String> labels = route.triggers().stream()
                    .map(trigger -> trigger.kind().label())
                    .collect(Collectors.toCollection(TreeSet::new));
            labels.remove(AT_RISK);
            if (labels.contains("injection")) {
                labels.add("security");
            }
            return labels;
        }

        Set<String> expected() {
            return line.labels()
                    .path("triggers")
                    .valueStream()
                    .map(label -> label.asString(""))
                    .filter(label -> !label.equals(AT_RISK))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        String label(String field) {
            return line.labels().path(field).asString("");
        }
    }

    /** How often a trigger was due, raised when due, and raised though not due. */
    public record Count(int due, int hit, int falseAlarms) {
        Count plus(boolean isDue, boolean isRaised) {
            return new Count(
                    due + (isDue ? 1 : 0),
                    hit + (isDue && isRaised ? 1 : 0),
                    falseAlarms + (!isDue && isRaised ? 1 : 0));
        }
    }

    /**
     * Shares of none are empty.
     *
     * @param falselyEscalated share of the messages labelled {@code answer} or {@code ask} that some trigger sent to a person
     * @param priorityAccuracy and {@code moodAccuracy} leave out junk
     */
    public record Figures(
            int n,
            Map<String, Count> triggers,
            Optional<Double> p1Recall,
            Optional<Double> priorityAccuracy,
            Optional<Double> moodAccuracy,
            Optional<Double> falselyEscalated,
            Optional<Double> actionsToPeople) {}

    public List<Outcome> run(List<ReplayInput.Line> lines) {
        return lines.stream().map(this::outcome).toList();
    }

    private Outcome outcome(ReplayInput.Line line) {
        LabelledCase labelled = LabelledCase.of(line, clock.instant());
        labelled.add(new Fact.Screened(screener.screen(labelled.record())));
        labelled.add(new Fact.Triaged(triage.triage(labelled.record())));
        Route route = router.route(labelled.record());
        return new Outcome(
                line, labelled.record().screening().isJunk(), labelled.record().triage(), route);
    }

    public static Figures figures(List<Outcome> outcomes) {
        Map<String, Count> counts = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            for (Trigger.Kind kind : Trigger.Kind.values()) {
                boolean isDue = outcome.expected().contains(kind.label());
                boolean isRaised = outcome.raised().contains(kind.label());
                counts.merge(
                        kind.label(),
                        new Count(0, 0, 0).plus(isDue, isRaised),
                        (a, b) -> new Count(a.due + b.due, a.hit + b.hit, a.falseAlarms + b.falseAlarms));
            }
        }
        counts.values().removeIf(count -> count.due == 0 && count.falseAlarms == 0);
        List<Outcome> real = of(outcomes, "answer", "ask", "action", "escalate");
        return new Figures(
                outcomes.size(),
                counts,
                Fraction.of(
                        withPriority(outcomes, "P1"),
                        o -> !o.isJunk() && o.triage().priority().name().equals("P1")),
                Fraction.of(real, o -> o.triage().priority().name().equals(o.label("priority"))),
                Fraction.of(real, o -> o.triage().mood().name().equalsIgnoreCase(o.label("mood"))),
                Fraction.of(of(outcomes, "answer", "ask"), o -> !o.raised().isEmpty()),
                Fraction.of(of(outcomes, "action"), o -> !o.raised().isEmpty()));
    }

    /** Each label that was missed and each alarm that was false, for reading. */
    public static List<String> mistakes(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> {
                    Set<String> missed = new TreeSet<>(outcome.expected());
                    missed.removeAll(outcome.raised());
                    Set<String> extra = new TreeSet<>(outcome.raised());
                    extra.removeAll(outcome.expected());
                    var reasons = outcome.route().triggers().stream()
                            .filter(trigger -> extra.contains(trigger.kind().label()))
                            .map(trigger -> trigger.kind().label() + " (" + trigger.because() + ")")
                            .toList();
                    return missed.isEmpty() && extra.isEmpty()
                            ? java.util.stream.Stream.of()
                            : java.util.stream.Stream.of(
                                    outcome.line().id() + " " + outcome.label("outcome") + " missed "
                                            + missed + " false " + reasons + " | "
                                            + outcome.line().subject() + " | "
                                            + outcome.line().text());
                })
                .toList();
    }

    private static List<Outcome> withPriority(List<Outcome> outcomes, String priority) {
        return outcomes.stream()
                .filter(outcome -> outcome.label("priority").equals(priority))
                .toList();
    }

    private static List<Outcome> of(List<Outcome> outcomes, String... labels) {
        Set<String> wanted = Set.of(labels);
        return outcomes.stream()
                .filter(outcome -> wanted.contains(outcome.label("outcome")))
                .toList();
    }
}
