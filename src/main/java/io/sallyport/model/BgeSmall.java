package io.sallyport.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bge-small-en-v1.5 network (quantized, 33 MB, weights from the class path) on ONNX Runtime. Runs one text at a
 * time: its activations are quantized over the whole input, so a text's numbers would depend on what it is batched
 * with, and on one thread a batch saves little. Safe to share between threads; each call computes on its own thread.
 */
public final class BgeSmall implements AutoCloseable {

    private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    /** The network's position table ends here. */
    private static final int LONGEST_INPUT = 512;

    static final int WIDTH = 384;

    private final WordPiece tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /** Closing waits for whoever is reading: native memory that is gone would take the whole process with it. */
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

    private boolean isClosed;

    private BgeSmall(WordPiece tokenizer, OrtEnvironment environment, OrtSession session) {
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
    }

    /** Takes about half a second and 100 MB. */
    public static BgeSmall load() {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new BgeSmall(
                    loadTokenizer(), environment, environment.createSession(loadResource(WEIGHTS), options));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refused the network " + WEIGHTS, e);
        }
    }

    static WordPiece loadTokenizer() {
        var pieces = JsonMapper.shared().readTree(loadResource(TOKENIZER)).at("/model/vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        pieces.properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        return new WordPiece(vocabulary);
    }

    private static byte[] loadResource(String name) {
        try (var in = BgeSmall.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    /**
     * Runs the network over the text; the states are only valid inside the reader.
     *
     * @throws IllegalStateException when the network has been closed
     */
    <T> T read(String text, Function<TokenStates, T> reader) {
        return readIds(tokenizer.encode(text, LONGEST_INPUT), reader);
    }

    /** Ids of {@link #tokenizer()}, opening and closing marks included. */
    <T> T read(List<Integer> ids, Function<TokenStates, T> reader) {
        return readIds(ids.stream().mapToInt(Integer::intValue).toArray(), reader);
    }

    private <T> T readIds(int[] ids, Function<TokenStates, T> reader) {
        open.readLock().lock();
        try {
            if (isClosed) {
                throw new IllegalStateException("the network " + WEIGHTS + " is closed");
            }
            return readOpen(ids, reader);
        } finally {
            open.readLock().unlock();
        }
    }

    WordPiece tokenizer() {
        return tokenizer;
    }

    private <T> T readOpen(int[] ids, Function<TokenStates, T> reader) {
        var marks = new long[ids.length];
        Arrays.fill(marks, 1);
        try (var input = tensor(Arrays.stream(ids).asLongStream().toArray());
                var mask = tensor(marks);
                var types = tensor(new long[ids.length]);
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return reader.apply(new TokenStates(numbers(result), ids.length, WIDTH));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on a text of " + ids.length + " tokens", e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[] {1, row.length});
    }

    private static FloatBuffer numbers(OrtSession.Result result) {
        return ((OnnxTensor) result.get(0)).getFloatBuffer();
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("closing the network " + WEIGHTS, e);
        } finally {
            open.writeLock().unlock();
        }
    }
}
