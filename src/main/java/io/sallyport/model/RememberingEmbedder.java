package io.sallyport.model;

import io.sallyport.text.Latest;

/** Keeps the vectors of the texts asked for last: a case's message is embedded by triage, research and gates alike. */
public final class RememberingEmbedder implements Embedder {

    private final Embedder inner;
    private final Latest<String, float[]> latest;

    public RememberingEmbedder(Embedder inner, int capacity) {
        this.inner = inner;
        this.latest = new Latest<>(capacity, inner::embed);
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    /** A copy, since vectors are changed in place by some who ask. */
    @Override
    public float[] embed(String text) {
        return latest.of(text).clone();
    }
}
