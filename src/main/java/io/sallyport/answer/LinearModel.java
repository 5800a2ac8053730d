package io.sallyport.answer;

import io.sallyport.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A weighted sum of signals, each brought to mean 0 and deviation 1 over the examples it was fitted on. */
final class LinearModel {

    private static final String BIAS = "bias";

    /** @param signal as the resource names it */
    record Term(String signal, double mean, double deviation, double weight) {
        double of(double value) {
            return weight * (value - mean) / deviation;
        }
    }

    private final double bias;
    private final List<Term> terms;

    LinearModel(double bias, List<Term> terms) {
        this.bias = bias;
        this.terms = List.copyOf(terms);
    }

    /**
     * Reads {@code signal | mean | deviation | weight} rows; the row {@code bias} has a weight only.
     *
     * @param signals what the caller will hand in, in its order
     * @throws IllegalStateException when resource and signals differ
     */
    static LinearModel read(String resource, List<String> signals) {
        double bias = 0;
        var terms = new ArrayList<Term>();
        for (List<String> row : Lexicon.rows(resource)) {
            if (row.getFirst().equals(BIAS)) {
                bias = Double.parseDouble(row.getLast());
            } else {
                terms.add(new Term(
                        row.getFirst(),
                        Double.parseDouble(row.get(1)),
                        Double.parseDouble(row.get(2)),
                        Double.parseDouble(row.get(3))));
            }
        }
        if (!terms.stream().map(Term::signal).toList().equals(signals)) {
            throw new IllegalStateException(resource + " does not fit its signals: " + signals);
        }
        return new LinearModel(bias, terms);
    }

    double score(double[] signals) {
        double sum = bias;
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).of(signals[i]);
        }
        return sum;
    }

    /** The score read as log odds. */
    double probability(double[] signals) {
        return 1 / (1 + Math.exp(-score(signals)));
    }

    List<Term> terms() {
        return terms;
    }

    /** The rows that {@link #read} reads. */
    String rows() {
        return terms.stream()
                .map(term -> String.format(
                        Locale.ROOT,
                        "%s | %.4f | %.4f | %.4f%n",
                        term.signal(),
                        term.mean(),
                        term.deviation(),
                        term.weight()))
                .collect(Collectors.joining("", "", String.format(Locale.ROOT, "%s | %.4f%n", BIAS, bias)));
    }

    static <E extends Enum<E>> List<String> names(E[] signals) {
        return java.util.Arrays.stream(signals)
                .map(signal -> signal.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
