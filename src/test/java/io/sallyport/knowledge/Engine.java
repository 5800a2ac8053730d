package io.sallyport.knowledge;

import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.OnnxEmbedder;

/** The real embedder, loaded once for all tests of the room. */
final class Engine {

    static final Embedder EMBEDDER = new OnnxEmbedder(BgeSmall.load());

    private Engine() {}
}
