package io.sallyport.triage;

import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.RememberingEmbedder;
import io.sallyport.model.TunedNetwork;
import io.sallyport.model.TwoPoolEmbedder;

/** The real network, loaded once for all tests of the room. */
final class Engine {

    private static final BgeSmall NETWORK = BgeSmall.load();

    static final Embedder SENTENCES = new OnnxEmbedder(NETWORK);
    /** Holds what ships to be learned from, which every opinion of these tests learns from anew. */
    static final Embedder MESSAGES = new RememberingEmbedder(new TwoPoolEmbedder(NETWORK), 4_096);

    static final Taught TAUGHT = new Taught(TunedNetwork.load(NETWORK, "/model/triage.onnx"));

    private Engine() {}
}
