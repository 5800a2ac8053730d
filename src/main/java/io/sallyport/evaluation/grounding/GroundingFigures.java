package io.sallyport.evaluation.grounding;

import io.sallyport.evaluation.grounding.GroundingEvaluation.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures of the gate's decisions and of the score beside them. */
public final class GroundingFigures {

    private GroundingFigures() {}

    /** By the names that {@code --json} prints them under; a rate of nothing is null. */
    public static Map<String, @Nullable Object> of(List<Outcome> outcomes) {
        var figures = rates(outcomes);
        var byTag = new TreeMap<String, Map<String, @Nullable Object>>();
        outcomes.stream()
                .flatMap(one -> one.text().tags().stream())
                .distinct()
                .forEach(tag -> byTag.put(
                        tag,
                        rates(outcomes.stream()
                                .filter(one -> one.text().tags().contains(tag))
                                .toList())));
        figures.put("by_tag", byTag);
        return figures;
    }

    private static Map<String, @Nullable Object> rates(List<Outcome> outcomes) {
        var supported = outcomes.stream().filter(one -> one.text().supported()).toList();
        var not = outcomes.stream().filter(one -> !one.text().supported()).toList();
        boolean isBoth = !supported.isEmpty() && !not.isEmpty();
        double falseAccepts = passed(not);
        double falseBlocks = 1 - passed(supported);
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", outcomes.size());
        figures.put("auc", isBoth ? auc(outcomes) : null);
        figures.put("balanced_accuracy", isBoth ? (2 - falseAccepts - falseBlocks) / 2 : null);
        figures.put("false_accept_rate", not.isEmpty() ? null : falseAccepts);
        figures.put("false_block_rate", supported.isEmpty() ? null : falseBlocks);
        return figures;
    }

    private static double passed(List<Outcome> outcomes) {
        return outcomes.stream()
                .mapToInt(one -> one.isPassed() ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** The chance that a supported text scores above one that is not, a draw counting half (Mann and Whitney's U). */
    private static double auc(List<Outcome> outcomes) {
        var sorted = outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::score))
                .toList();
        double ranks = 0;
        long supported = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from;
            while (to < sorted.size()
                    && sorted.get(to).score() == sorted.get(from).score()) {
                to++;
            }
            long here = sorted.subList(from, to).stream()
                    .filter(one -> one.text().supported())
                    .count();
            supported += here;
            ranks += here * (from + 1 + to) / 2.0;
        }
        long not = outcomes.size() - supported;
        return (ranks - supported * (supported + 1) / 2.0) / ((double) supported * not);
    }
}
