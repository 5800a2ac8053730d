package io.sallyport.evaluation.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.evaluation.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the desk's triage and routing are worth on messages that people labelled. Junk counts for nothing here; what has
 * nothing to do with the company counts for triggers only. What the messages cannot give is empty.
 *
 * @param priorityAccuracy share with the labelled priority
 * @param p1Recall share of the labelled P1 that got P1
 * @param p1Precision share of those that got P1 that are labelled so
 * @param triggerRecall share of the labelled triggers that were raised
 * @param triggers by label, as people and data files write it
 * @param falseTriggerRate share of the messages without a labelled trigger for which one of the kinds that the data label
 *     was raised
 * @param escalatedWithoutTrigger the same for any kind, low confidence among them
 * @param takenForJunk messages of people that screening threw away: of those neither priority nor trigger counts
 */
public record DeskFigures(
        Optional<Double> priorityAccuracy,
        Optional<Double> p1Recall,
        Optional<Double> p1Precision,
        Optional<Double> triggerRecall,
        Map<String, OfKind> triggers,
        Optional<Double> falseTriggerRate,
        Optional<Double> escalatedWithoutTrigger,
        int takenForJunk) {

    /** @param wrong raised where it is not labelled */
    public record OfKind(int labelled, int raised, int wrong) {}

    public static DeskFigures of(List<DeskOutcome> outcomes) {
        var all =
                outcomes.stream().filter(outcome -> !outcome.wanted().isJunk()).toList();
        var ours = all.stream().filter(outcome -> outcome.wanted().isOurs()).toList();
        var calm = all.stream()
                .filter(outcome -> outcome.wanted().triggers().isEmpty())
                .toList();
        Predicate<DeskOutcome> isP1 = outcome -> outcome.wanted().priority() == Priority.P1;
        Predicate<DeskOutcome> gotP1 = outcome -> outcome.has(Priority.P1);
        var kinds = kinds(all);
        var labelled = kinds.values().stream().mapToInt(OfKind::labelled).sum();
        var raised = kinds.values().stream().mapToInt(OfKind::raised).sum();
        return new DeskFigures(
                Fraction.of(ours, outcome -> outcome.has(outcome.wanted().priority())),
                Fraction.of(all.stream().filter(isP1).toList(), gotP1),
                Fraction.of(all.stream().filter(gotP1).toList(), isP1),
                Fraction.of(raised, labelled),
                kinds,
                Fraction.of(
                        calm, outcome -> outcome.triggers().stream().anyMatch(kind -> kinds.containsKey(kind.label()))),
                Fraction.of(calm, outcome -> !outcome.triggers().isEmpty()),
                count(all, DeskOutcome::isTakenForJunk));
    }

    private static Map<String, OfKind> kinds(List<DeskOutcome> outcomes) {
        Set<Trigger.Kind> labelled = new TreeSet<>();
        outcomes.forEach(outcome -> labelled.addAll(outcome.wanted().triggers()));
        var kinds = new LinkedHashMap<String, OfKind>();
        for (var kind : new ArrayList<>(labelled)) {
            Predicate<DeskOutcome> wants =
                    outcome -> outcome.wanted().triggers().contains(kind);
            Predicate<DeskOutcome> has = outcome -> outcome.triggers().contains(kind);
            kinds.put(
                    kind.label(),
                    new OfKind(
                            count(outcomes, wants),
                            count(outcomes, wants.and(has)),
                            count(outcomes, has.and(wants.negate()))));
        }
        return kinds;
    }

    private static int count(List<DeskOutcome> outcomes, Predicate<DeskOutcome> test) {
        return (int) outcomes.stream().filter(test).count();
    }
}
