package io.sallyport.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A network that reads one text at a time, on ONNX Runtime: activations are quantized over the whole input, so a text's
 * numbers would depend on what it is batched with, and on one thread a batch saves little. Safe to share between threads;
 * each call computes on its own thread.
 */
final class OnnxNetwork implements AutoCloseable {

    /** The position table of bge-small ends here. */
    static final int LONGEST_INPUT = 512;

    private final String name;
    private final WordPiece tokenizer;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** Closing waits for whoever is reading: native memory that is gone would take the whole process with it. */
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

    private boolean isClosed;

    /** @param model an ONNX model that takes token ids, marks and types of shape 1 x tokens */
    OnnxNetwork(String name, WordPiece tokenizer, byte[] model) {
        this.name = name;
        this.tokenizer = tokenizer;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            this.session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refused the network " + name, e);
        }
    }

    /** What is made of the outputs for a text of so many tokens; they are gone afterwards. */
    interface Reader<T> {
        T read(OrtSession.Result outputs, int tokens) throws OrtException;
    }

    /**
     * What its makers wrote into the model.
     *
     * @throws IllegalStateException when there is no note of that name
     */
    String note(String key) {
        try {
            return session.getMetadata()
                    .getCustomMetadataValue(key)
                    .orElseThrow(
                            () -> new IllegalStateException("the network " + name + " has no note \"" + key + "\""));
        } catch (OrtException e) {
            throw new IllegalStateException("reading the notes of " + name, e);
        }
    }

    /** @throws IllegalStateException when the network has been closed */
    <T> T read(String text, Reader<T> reader) {
        return read(tokenizer.encode(text, LONGEST_INPUT), reader);
    }

    /**
     * @param ids of the tokenizer, opening and closing marks included
     * @throws IllegalStateException when the network has been closed
     */
    <T> T read(int[] ids, Reader<T> reader) {
        open.readLock().lock();
        try {
            if (isClosed) {
                throw new IllegalStateException("the network " + name + " is closed");
            }
            return readOpen(ids, reader);
        } finally {
            open.readLock().unlock();
        }
    }

    private <T> T readOpen(int[] ids, Reader<T> reader) {
        var marks = new long[ids.length];
        Arrays.fill(marks, 1);
        try (var input = tensor(Arrays.stream(ids).asLongStream().toArray());
                var mask = tensor(marks);
                var types = tensor(new long[ids.length]);
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return reader.read(result, ids.length);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on a text of " + ids.length + " tokens", e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[] {1, row.length});
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
            throw new IllegalStateException("closing the network " + name, e);
        } finally {
            open.writeLock().unlock();
        }
    }
}
