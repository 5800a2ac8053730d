package io.sallyport.triage;

import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.RememberingEmbedder;
import io.sallyport.model.StoredEmbedder;
import io.sallyport.model.TunedNetwork;
import io.sallyport.model.TwoPoolEmbedder;
import java.nio.file.Path;

/** The real network, loaded once for all tests of the room. */
final class Engine {

    private static final BgeSmall NETWORK = BgeSmall.load();

    static final Embedder SENTENCES = new OnnxEmbedder(NETWORK);
    /** Holds what ships to be learned from, which every opinion of these tests learns from anew; also for the next run. */
    static final Embedder MESSAGES = new StoredEmbedder(
            new RememberingEmbedder(new TwoPoolEmbedder(NETWORK), 4_096), Path.of("target", "known-lessons", "engine"));

    static final Taught TAUGHT = new Taught(TunedNetwork.load(NETWORK, "/model/triage.onnx"));

    private Engine() {}
}
