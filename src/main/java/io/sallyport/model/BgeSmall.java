package io.sallyport.model;

import ai.onnxruntime.OnnxTensor;
import io.sallyport.text.Latest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The bge-small-en-v1.5 network (quantized, 33 MB, weights from the class path). Safe to share between threads. */
public final class BgeSmall implements AutoCloseable {

    private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    static final int WIDTH = 384;

    /** The messages at work: triage, research and whoever masks names each ask for something else of the same text. */
    private static final int REMEMBERED_TEXTS = 256;

    /** Of longer texts only the vectors are kept: a token's state has 1.5 kB, so these are 25 MB at most. */
    private static final int REMEMBERED_TOKENS = 64;

    private final WordPiece tokenizer = loadTokenizer();
    private final OnnxNetwork network = new OnnxNetwork(WEIGHTS, tokenizer, loadResource(WEIGHTS));

    private final Latest<List<Integer>, TokenStates> latestStates =
            new Latest<>(REMEMBERED_TEXTS, ids -> run(ids, TokenStates::copy));

    private final Latest<String, Pools> latest =
            new Latest<>(REMEMBERED_TEXTS, text -> read(ids(text), states -> new Pools(states.first(), states.mean())));

    private BgeSmall() {}

    /**
     * A text as two vectors of unit length, which nobody may change.
     *
     * @param first the first token's state
     * @param mean of all tokens' states
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    record Pools(float[] first, float[] mean) {}

    /** Takes about half a second and 100 MB. */
    public static BgeSmall load() {
        return new BgeSmall();
    }

    WordPiece tokenizer() {
        return tokenizer;
    }

    static WordPiece loadTokenizer() {
        var pieces = JsonMapper.shared().readTree(loadResource(TOKENIZER)).at("/model/vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        pieces.properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        return new WordPiece(vocabulary);
    }

    static byte[] loadResource(String name) {
        try (var in = BgeSmall.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    /** @throws IllegalStateException when the network has been closed */
    Pools pools(String text) {
        return latest.of(text);
    }

    private List<Integer> ids(String text) {
        return Arrays.stream(tokenizer.encode(text, OnnxNetwork.LONGEST_INPUT))
                .boxed()
                .toList();
    }

    /**
     * What is made of a text's states, which are only valid inside the reader and not to be changed.
     *
     * @param ids of {@link #tokenizer()}, opening and closing marks included
     * @throws IllegalStateException when the network has been closed
     */
    <T> T read(List<Integer> ids, Function<TokenStates, T> reader) {
        return ids.size() <= REMEMBERED_TOKENS ? reader.apply(latestStates.of(ids)) : run(ids, reader);
    }

    private <T> T run(List<Integer> ids, Function<TokenStates, T> reader) {
        return network.read(
                ids.stream().mapToInt(Integer::intValue).toArray(),
                (outputs, tokens) ->
                        reader.apply(new TokenStates(((OnnxTensor) outputs.get(0)).getFloatBuffer(), tokens, WIDTH)));
    }

    /** A network that shares this one's weights, from a model on the class path that leaves them out. */
    OnnxNetwork lendTo(String model) {
        return new OnnxNetwork(model, tokenizer, LentWeights.complete(loadResource(model), loadResource(WEIGHTS)));
    }

    @Override
    public void close() {
        network.close();
    }
}
