package io.sallyport.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * bge-small taught a further trade: low-rank corrections to its layers and two heads of their own, learned from labelled
 * messages (Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models"). Brings only what is new, 3 MB; the rest is lent by the
 * network that everything else reads with. How it is taught: {@code tools/network/README.md}. Safe to share between threads.
 */
public final class TunedNetwork implements AutoCloseable {

    private final OnnxNetwork network;
    private final List<String> categories;
    private final List<String> kinds;
    private final double sharpness;
    private final JsonNode mistaken;
    private final JsonNode least;

    private TunedNetwork(OnnxNetwork network) {
        this.network = network;
        var notes = JsonMapper.shared().readTree(network.note("triage"));
        this.categories = names(notes.path("categories"));
        this.kinds = names(notes.path("kinds"));
        this.sharpness = notes.path("sharpness").asDouble();
        this.mistaken = notes.path("mistaken");
        this.least = notes.path("least");
    }

    private static List<String> names(JsonNode names) {
        return names.valueStream().map(JsonNode::stringValue).toList();
    }

    /**
     * @param shares of each category, calibrated, together 1
     * @param odds of each kind: logarithm of the odds that the text is of it; kinds do not exclude each other
     */
    public record Reading(Map<String, Double> shares, Map<String, Double> odds) {
        public Reading {
            shares = Map.copyOf(shares);
            odds = Map.copyOf(odds);
        }

        /** @return minus infinity for a kind that the network was not taught */
        public double odds(String kind) {
            return odds.getOrDefault(kind, Double.NEGATIVE_INFINITY);
        }
    }

    /**
     * Takes about half a second and 60 MB.
     *
     * @param model on the class path
     */
    public static TunedNetwork load(BgeSmall lender, String model) {
        return new TunedNetwork(lender.lendTo(model));
    }

    /** @throws IllegalStateException when the network has been closed */
    public Reading read(String text) {
        return network.read(
                text,
                (outputs, _) -> new Reading(
                        named(categories, shares(row(outputs, "category"))), named(kinds, row(outputs, "kind"))));
    }

    /**
     * @param mistaken share of the messages that are not of the kind and were not learned from; one of those that were measured
     * @return the odds that so small a share of them had at least
     * @throws IllegalArgumentException when this was not measured
     */
    public double odds(String kind, String mistaken) {
        JsonNode odds = this.mistaken.path(kind).path(mistaken);
        if (!odds.isNumber()) {
            throw new IllegalArgumentException(
                    "not measured: " + kind + " at " + mistaken + "; there is " + this.mistaken);
        }
        return odds.doubleValue();
    }

    /**
     * @return the least odds that a message of the kind had, of those that were not learned from; minus infinity where none was
     *     measured
     */
    public double leastOdds(String kind) {
        return least.path(kind).asDouble(Double.NEGATIVE_INFINITY);
    }

    private double[] shares(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double[] weights = Arrays.stream(scores)
                .map(score -> Math.exp(sharpness * (score - most)))
                .toArray();
        double all = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / all).toArray();
    }

    private static double[] row(OrtSession.Result outputs, String name) throws OrtException {
        var numbers = ((OnnxTensor) outputs.get(name).orElseThrow()).getFloatBuffer();
        return IntStream.range(0, numbers.remaining()).mapToDouble(numbers::get).toArray();
    }

    private static Map<String, Double> named(List<String> names, double[] values) {
        return IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toMap(names::get, at -> values[at], (one, _) -> one, LinkedHashMap::new));
    }

    @Override
    public void close() {
        network.close();
    }
}
