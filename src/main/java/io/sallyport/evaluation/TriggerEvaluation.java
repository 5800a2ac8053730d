package io.sallyport.evaluation;

import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import io.sallyport.intake.Screener;
import io.sallyport.routing.Router;
import io.sallyport.triage.TriageAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds the reasons for which the desk brings a person in against those that people gave messages. */
public final class TriggerEvaluation {

    private final Screener screener;
    private final TriageAgent triage;
    private final Router router;
    private final InstantSource clock;

    public TriggerEvaluation(Screener screener, TriageAgent triage, Router router, InstantSource clock) {
        this.screener = screener;
        this.triage = triage;
        this.router = router;
        this.clock = clock;
    }

    /** A message and the triggers that people gave it; none where a person need not see it. */
    public record Labelled(ReplayInput.Line message, Set<Kind> wanted) {
        public Labelled {
            wanted = Set.copyOf(wanted);
        }
    }

    public record Outcome(Labelled labelled, List<Trigger> raised) {
        public Outcome {
            raised = List.copyOf(raised);
        }

        /** An injection is labelled as a security matter, too. */
        Set<Kind> kinds() {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            raised.forEach(trigger -> kinds.add(trigger.kind()));
            if (kinds.contains(Kind.INJECTION)) {
                kinds.add(Kind.SECURITY);
            }
            return kinds;
        }

        boolean isCalm() {
            return labelled.wanted().isEmpty();
        }
    }

    /** How many messages were labelled with a trigger, and for how many of them it was raised. */
    public record Recall(int n, int hit) {}

    /**
     * @param recall by the trigger's label
     * @param falseTriggerRate share of the messages labelled with no trigger for which any was raised; empty where there is none such
     * @param falseByTrigger how many of those messages each raised trigger is responsible for
     * @param mustNotTrigger how many messages are labelled with no trigger
     */
    public record Figures(
            int n,
            Map<String, Recall> recall,
            Optional<Double> falseTriggerRate,
            Map<String, Long> falseByTrigger,
            int mustNotTrigger) {}

    /** @throws IllegalArgumentException naming file and row that is no labelled message, and what it lacks */
    public static List<Labelled> read(List<Path> files) throws IOException {
        return ReplayInput.read(files).stream()
                .map(line -> new Labelled(line, wanted(line, line.place())))
                .toList();
    }

    private static Set<Kind> wanted(ReplayInput.Line line, String place) {
        JsonNode triggers = line.labels().path("triggers");
        if (!triggers.isArray()) {
            throw new IllegalArgumentException(
                    place + ": needs \"triggers\", a list of trigger names, empty where no person is needed");
        }
        return triggers.valueStream().map(label -> kind(label, place)).collect(Collectors.toSet());
    }

    private static Kind kind(JsonNode label, String place) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(label.asString("")))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(place + ": no trigger is called " + label + "; there are "
                                + Arrays.stream(Kind.values()).map(Kind::label).toList()));
    }

    /** Screens, triages and routes the message as the desk does, as a case of its own; what is junk to it raises nothing. */
    public Outcome run(Labelled labelled) {
        LabelledCase open = LabelledCase.of(labelled.message(), clock.instant());
        open.add(new Fact.Screened(screener.screen(open.record())));
        if (open.record().screening().isJunk()) {
            return new Outcome(labelled, List.of());
        }
        open.add(new Fact.Triaged(triage.triage(open.record())));
        return new Outcome(labelled, router.route(open.record()).triggers());
    }

    public static Figures figures(List<Outcome> outcomes) {
        List<Outcome> calm = outcomes.stream().filter(Outcome::isCalm).toList();
        return new Figures(
                outcomes.size(),
                byKind(kind -> recall(outcomes, kind), recall -> recall.n() > 0),
                Fraction.of(calm, outcome -> !outcome.raised().isEmpty()),
                byKind(
                        kind -> calm.stream()
                                .filter(outcome ->
                                        outcome.raised().stream().anyMatch(trigger -> trigger.kind() == kind))
                                .count(),
                        count -> count > 0),
                calm.size());
    }

    private static Recall recall(List<Outcome> outcomes, Kind kind) {
        List<Outcome> due = outcomes.stream()
                .filter(outcome -> outcome.labelled().wanted().contains(kind))
                .toList();
        return new Recall(due.size(), (int)
                due.stream().filter(outcome -> outcome.kinds().contains(kind)).count());
    }

    private static <T> Map<String, T> byKind(Function<Kind, T> figure, Predicate<T> isToBeSaid) {
        var figures = new LinkedHashMap<String, T>();
        for (Kind kind : Kind.values()) {
            T found = figure.apply(kind);
            if (isToBeSaid.test(found)) {
                figures.put(kind.label(), found);
            }
        }
        return figures;
    }

    /** A line for each trigger that was missed, and for each that was raised where no label asks for it. */
    public static Stream<String> mistakes(Outcome outcome) {
        Set<Kind> wanted = outcome.labelled().wanted();
        Stream<String> missed = wanted.stream()
                .sorted()
                .filter(kind -> !outcome.kinds().contains(kind))
                .map(kind -> "missed " + kind.label());
        Stream<String> extra = outcome.raised().stream()
                .filter(trigger -> !wanted.contains(trigger.kind()))
                .map(trigger -> (wanted.isEmpty() ? "false " : "besides ")
                        + trigger.kind().label() + " (" + trigger.because() + ")");
        var message = outcome.labelled().message();
        return Stream.concat(missed, extra)
                .map(what -> message.id() + " " + what + " | "
                        + (message.subject() + " | " + message.text()).replaceAll("\\s+", " "));
    }
}
