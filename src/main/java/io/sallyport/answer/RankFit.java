package io.sallyport.answer;

import java.util.ArrayList;
import java.util.List;

/** Fits weights so that of each list's candidates a right one comes first: the softmax over a list puts its mass on the right ones. */
final class RankFit {

    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    record Candidate(double[] signals, boolean isRight) {}

    private RankFit() {}

    static LinearModel of(List<String> names, List<List<Candidate>> lists, int steps, double rate, double ridge) {
        if (lists.isEmpty()) {
            throw new IllegalArgumentException("no example has a right candidate to rank");
        }
        double[] weights = new double[names.size()];
        List<LinearModel.Term> scales = scales(names, lists);
        for (int step = 0; step < steps; step++) {
            LinearModel model = weighted(scales, weights);
            double[] gradient = new double[weights.length];
            lists.forEach(list -> add(list, model, scales, gradient, lists.size()));
            for (int i = 0; i < weights.length; i++) {
                weights[i] += rate * (gradient[i] - ridge * weights[i]);
            }
        }
        return weighted(scales, weights);
    }

    private static List<LinearModel.Term> scales(List<String> names, List<List<Candidate>> lists) {
        var scales = new ArrayList<LinearModel.Term>();
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            double[] values = lists.stream()
                    .flatMap(List::stream)
                    .mapToDouble(one -> one.signals()[at])
                    .toArray();
            double mean = java.util.Arrays.stream(values).average().orElse(0);
            double variance = java.util.Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            scales.add(new LinearModel.Term(names.get(i), mean, variance == 0 ? 1 : Math.sqrt(variance), 1));
        }
        return scales;
    }

    private static LinearModel weighted(List<LinearModel.Term> scales, double[] weights) {
        var terms = new ArrayList<LinearModel.Term>();
        for (int i = 0; i < weights.length; i++) {
            var scale = scales.get(i);
            terms.add(new LinearModel.Term(scale.signal(), scale.mean(), scale.deviation(), weights[i]));
        }
        return new LinearModel(0, terms);
    }

    /** How the weights should move for this list: towards the right candidates in proportion to their odds, away from all. */
    private static void add(
            List<Candidate> list, LinearModel model, List<LinearModel.Term> scales, double[] gradient, int lists) {
        double[] odds = list.stream()
                .mapToDouble(one -> Math.exp(model.score(one.signals())))
                .toArray();
        double all = 0;
        double right = 0;
        for (int i = 0; i < odds.length; i++) {
            all += odds[i];
            right += list.get(i).isRight() ? odds[i] : 0;
        }
        for (int i = 0; i < odds.length; i++) {
            double pull = (list.get(i).isRight() ? odds[i] / right : 0) - odds[i] / all;
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += pull * scales.get(k).of(list.get(i).signals()[k]) / lists;
            }
        }
    }
}
