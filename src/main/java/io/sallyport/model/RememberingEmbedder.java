package io.sallyport.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the vectors of the texts asked for last: a case's message is embedded by triage, research and gates alike. */
public final class RememberingEmbedder implements Embedder {

    private final Embedder inner;
    private final Map<String, float[]> latest;

    public RememberingEmbedder(Embedder inner, int capacity) {
        this.inner = inner;
        this.latest = new LinkedHashMap<>(capacity, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                return size() > capacity;
            }
        };
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    /** Two threads asking for one new text at the same time both compute it; the vectors are equal. */
    @Override
    public float[] embed(String text) {
        synchronized (latest) {
            var known = latest.get(text);
            if (known != null) {
                return known.clone();
            }
        }
        var vector = inner.embed(text);
        synchronized (latest) {
            latest.put(text, vector.clone());
        }
        return vector;
    }
}
