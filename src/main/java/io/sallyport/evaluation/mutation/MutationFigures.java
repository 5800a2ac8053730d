package io.sallyport.evaluation.mutation;

import io.sallyport.evaluation.Fraction;
import io.sallyport.evaluation.mutation.MutationEvaluation.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shares of stopped replies. */
public final class MutationFigures {

    private MutationFigures() {}

    /** By the names that {@code --json} prints them under; {@code stopped} is a share, null of none. */
    public static Map<String, @Nullable Object> of(List<Outcome> outcomes) {
        var kinds = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        outcomes.stream()
                .map(Outcome::kind)
                .filter(kind -> !isClean(kind))
                .distinct()
                .sorted()
                .forEach(kind -> {
                    var ofKind = outcomes.stream()
                            .filter(one -> one.kind().equals(kind))
                            .toList();
                    kinds.put(kind, kind(ofKind));
                });
        var clean = outcomes.stream().filter(one -> isClean(one.kind())).toList();
        var rewrites = outcomes.stream()
                .filter(one -> one.isTruthful() && !isClean(one.kind()))
                .toList();
        var untrue = outcomes.stream().filter(one -> !one.isTruthful()).toList();
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", outcomes.size());
        figures.put("clean", clean.size());
        figures.put("clean_stopped", share(clean));
        figures.put("rewrites", rewrites.size());
        figures.put("rewrite_stopped", share(rewrites));
        figures.put("false_replies", untrue.size());
        figures.put("false_stopped", share(untrue));
        figures.put("kinds", kinds);
        return figures;
    }

    private static Map<String, @Nullable Object> kind(List<Outcome> outcomes) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("truthful", outcomes.getFirst().isTruthful());
        figures.put("n", outcomes.size());
        figures.put("stopped", share(outcomes));
        return figures;
    }

    private static boolean isClean(String kind) {
        return kind.equals("clean");
    }

    private static @Nullable Double share(List<Outcome> outcomes) {
        return Fraction.of(outcomes, Outcome::isStopped).orElse(null);
    }
}
