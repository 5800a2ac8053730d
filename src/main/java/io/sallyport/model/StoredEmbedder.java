package io.sallyport.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the vectors of the list embedded last in a file, so that the next start need not compute them: a thousand texts
 * take five seconds to embed and a few milliseconds to read. A file that cannot be read or written costs only that time.
 * Single texts pass through.
 */
public final class StoredEmbedder implements Embedder {

    private static final Logger LOG = LoggerFactory.getLogger(StoredEmbedder.class);

    private final Embedder inner;
    private final Path file;

    public StoredEmbedder(Embedder inner, Path file) {
        this.inner = inner;
        this.file = file;
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public float[] embed(String text) {
        return inner.embed(text);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        var stored = read();
        var keys = texts.stream().map(this::key).toList();
        List<float[]> vectors = IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(
                        at -> Optional.ofNullable(stored.get(keys.get(at))).orElseGet(() -> inner.embed(texts.get(at))))
                .toList();
        if (!stored.keySet().containsAll(keys)) {
            write(keys, vectors);
        }
        return vectors;
    }

    /** Another network's vectors may be of the same length, so the network is part of the key. */
    private String key(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(inner.getClass().getName().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Map<String, float[]> read() {
        var stored = new HashMap<String, float[]>();
        if (!Files.isRegularFile(file)) {
            return stored;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            var count = in.readInt();
            for (var i = 0; i < count; i++) {
                var key = in.readUTF();
                var vector = new float[dimension()];
                for (var n = 0; n < vector.length; n++) {
                    vector[n] = in.readFloat();
                }
                stored.put(key, vector);
            }
        } catch (IOException e) {
            LOG.warn("stored vectors cannot be read and are computed again file={} cause={}", file, e.toString());
        }
        return stored;
    }

    /** Whole and at once: another node reads either the old file or the new one. */
    private void write(List<String> keys, List<float[]> vectors) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".new");
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
                out.writeInt(keys.size());
                for (var at = 0; at < keys.size(); at++) {
                    out.writeUTF(keys.get(at));
                    for (var number : vectors.get(at)) {
                        out.writeFloat(number);
                    }
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "vectors cannot be stored, the next start computes them again file={} cause={}",
                    file,
                    e.toString());
        }
    }
}
