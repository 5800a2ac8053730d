package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.model.Embedder;
import io.sallyport.triage.Examples.Example;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The nearest category centre among vectors of the examples. */
final class CentroidCategories implements CategoryModel {

    /** Spreads cosines of the embedder, which lie close together, into shares. */
    private static final double SHARPNESS = 25;

    /** A second category within this share of the first is worth naming. */
    private static final double NEARLY = 0.6;

    private final Embedder embedder;
    private final List<Example> examples;
    private final List<float[]> vectors;
    private final Map<Category, float[]> centres = new EnumMap<>(Category.class);

    CentroidCategories(Embedder embedder, List<Example> examples) {
        this.embedder = embedder;
        this.examples = examples;
        this.vectors = embedder.embedAll(examples.stream().map(Example::text).toList());
        for (int at = 0; at < examples.size(); at++) {
            float[] centre = centres.computeIfAbsent(examples.get(at).category(), _ -> new float[embedder.dimension()]);
            for (int i = 0; i < centre.length; i++) {
                centre[i] += vectors.get(at)[i];
            }
        }
        centres.values().forEach(CentroidCategories::toUnitLength);
    }

    @Override
    public Guess guess(String text) {
        float[] vector = embedder.embed(text);
        Map<Category, Double> shares = shares(vector);
        List<Category> ranked = shares.keySet().stream()
                .sorted(Comparator.comparingDouble((Category category) -> shares.getOrDefault(category, 0.0))
                        .reversed())
                .toList();
        double best = shares.getOrDefault(ranked.getFirst(), 0.0);
        Optional<Category> second = ranked.stream()
                .skip(1)
                .findFirst()
                .filter(category -> shares.getOrDefault(category, 0.0) > NEARLY * best);
        Example nearest = nearest(vector);
        return new Guess(ranked.getFirst(), second, best, !nearest.isOurs(), nearest.id());
    }

    private Example nearest(float[] vector) {
        return IntStream.range(0, examples.size())
                .boxed()
                .max(Comparator.comparingDouble(at -> Embedder.similarity(vector, vectors.get(at))))
                .map(examples::get)
                .orElseThrow();
    }

    private Map<Category, Double> shares(float[] vector) {
        Map<Category, Double> weights = new EnumMap<>(Category.class);
        centres.forEach(
                (category, centre) -> weights.put(category, Math.exp(SHARPNESS * Embedder.similarity(vector, centre))));
        double total = weights.values().stream().mapToDouble(weight -> weight).sum();
        weights.replaceAll((_, weight) -> weight / total);
        return weights;
    }

    private static void toUnitLength(float[] vector) {
        double length = Math.sqrt(Embedder.similarity(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
    }
}
