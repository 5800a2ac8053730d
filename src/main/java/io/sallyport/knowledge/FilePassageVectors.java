package io.sallyport.knowledge;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Vectors in a file of fixed-size entries, for evaluations that have no database. Only ever appended to, an entry at a
 * time; an entry cut off at the end is ignored. Half a minute of computing for a thousand passages is 1.6 MB here.
 */
public final class FilePassageVectors implements PassageVectors {

    private static final int KEY_BYTES = 32;

    private final Path file;
    private final int dimension;
    private final Map<String, float[]> vectors = new HashMap<>();

    public FilePassageVectors(Path file, int dimension) {
        this.file = file;
        this.dimension = dimension;
        if (Files.exists(file)) {
            readAll();
        }
    }

    private int entryBytes() {
        return KEY_BYTES + dimension * Float.BYTES;
    }

    private void readAll() {
        var entry = new byte[entryBytes()];
        try (var in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                in.readFully(entry);
                var numbers = new float[dimension];
                ByteBuffer.wrap(entry, KEY_BYTES, dimension * Float.BYTES)
                        .asFloatBuffer()
                        .get(numbers);
                vectors.put(HexFormat.of().formatHex(entry, 0, KEY_BYTES), numbers);
            }
        } catch (EOFException _) {
            // The end, or an entry that a crash cut off.
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    @Override
    public synchronized Map<String, float[]> findAll(Collection<String> keys) {
        var found = new HashMap<String, float[]>();
        for (var key : keys) {
            var vector = vectors.get(key);
            if (vector != null) {
                found.put(key, vector);
            }
        }
        return found;
    }

    @Override
    public synchronized void saveAll(Map<String, float[]> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        vectors.putAll(fresh);
        var bytes = ByteBuffer.allocate(entryBytes() * fresh.size());
        fresh.forEach((key, vector) -> {
            bytes.put(HexFormat.of().parseHex(key));
            for (var number : vector) {
                bytes.putFloat(number);
            }
        });
        append(bytes.flip());
    }

    private void append(ByteBuffer bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // After the last whole entry, so that a torn one is overwritten.
                var whole = out.size() / entryBytes() * entryBytes();
                out.position(whole);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
