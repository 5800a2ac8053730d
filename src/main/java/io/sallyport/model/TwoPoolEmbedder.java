package io.sallyport.model;

/**
 * The first token's state and the mean of all states, side by side: 768 numbers. The first speaks of the whole, the mean
 * stays closer to the words; classifiers gain from having both.
 */
public final class TwoPoolEmbedder implements Embedder {

    private static final float HALF = (float) Math.sqrt(0.5);

    private final BgeSmall network;

    public TwoPoolEmbedder(BgeSmall network) {
        this.network = network;
    }

    @Override
    public int dimension() {
        return 2 * BgeSmall.WIDTH;
    }

    @Override
    public float[] embed(String text) {
        BgeSmall.Pools pools = network.pools(text);
        var both = new float[2 * BgeSmall.WIDTH];
        System.arraycopy(pools.first(), 0, both, 0, BgeSmall.WIDTH);
        System.arraycopy(pools.mean(), 0, both, BgeSmall.WIDTH, BgeSmall.WIDTH);
        for (var i = 0; i < both.length; i++) {
            both[i] *= HALF;
        }
        return both;
    }
}
