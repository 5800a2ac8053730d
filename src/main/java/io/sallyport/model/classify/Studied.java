package io.sallyport.model.classify;

import io.sallyport.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A text read once for every {@link Likeness} that learns from it or is asked about it. */
public final class Studied {

    final WordFeatures.Grams grams;
    final float[] vector;
    final Set<String> signs;

    private Studied(WordFeatures.Grams grams, float[] vector, Set<String> signs) {
        this.grams = grams;
        this.vector = vector;
        this.signs = Set.copyOf(signs);
    }

    /** @param signs what rules have found in the text, each by a name of its own */
    public static Studied of(Embedder embedder, String text, Set<String> signs) {
        return new Studied(WordFeatures.Grams.of(text), embedder.embed(text), signs);
    }

    /** For a kind that no rule has signs of. */
    public Studied withoutSigns() {
        return new Studied(grams, vector, Set.of());
    }

    public static List<Studied> all(Embedder embedder, List<String> texts, Function<String, Set<String>> signs) {
        var vectors = embedder.embedAll(texts);
        var studied = new ArrayList<Studied>();
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            studied.add(new Studied(WordFeatures.Grams.of(text), vectors.get(i), signs.apply(text)));
        }
        return List.copyOf(studied);
    }
}
