package io.sallyport.knowledge;

import io.sallyport.model.Embedder;
import java.util.HashMap;
import java.util.List;

/** Passages' vectors: those known, and the rest computed and kept. */
record VectorSource(Embedder embedder, PassageVectors known) {

    List<float[]> of(List<String> texts) {
        var keys = texts.stream().map(ArticleDraft::hash).toList();
        var vectors = new HashMap<>(known.findAll(keys));
        var fresh = new HashMap<String, float[]>();
        for (var i = 0; i < texts.size(); i++) {
            if (!vectors.containsKey(keys.get(i))) {
                fresh.put(keys.get(i), embedder.embed(texts.get(i)));
            }
        }
        known.saveAll(fresh);
        vectors.putAll(fresh);
        return keys.stream().map(vectors::get).toList();
    }
}
