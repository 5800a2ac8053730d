package io.sallyport.model;

/** Embeds with bge-small: English, 384 numbers, about 5 ms for a sentence. */
public final class OnnxEmbedder implements Embedder {

    private final BgeSmall network;

    public OnnxEmbedder(BgeSmall network) {
        this.network = network;
    }

    @Override
    public int dimension() {
        return BgeSmall.WIDTH;
    }

    @Override
    public float[] embed(String text) {
        return network.pools(text).first().clone();
    }
}
