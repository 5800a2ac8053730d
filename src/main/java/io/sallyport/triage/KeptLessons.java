package io.sallyport.triage;

import io.sallyport.platform.Build;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What models have learned, in files: a desk that starts again triages at once instead of learning for half a minute. A file counts
 * only for what it was learned from, which is told apart by everything that goes into it, this build of the program included; another
 * one, or one that is damaged, is learned anew and written over.
 */
final class KeptLessons {

    private static final Logger LOG = LoggerFactory.getLogger(KeptLessons.class);

    /** What networks make of this says which networks they are, and on which kind of processor. */
    static final String PROBE = "My sensor shows offline since noon, and I was charged twice for it.";

    private static final int HASH = 32;

    private final Path folder;

    KeptLessons(Path folder) {
        this.folder = folder;
    }

    /**
     * @param name of its file
     * @param from everything that it is learned from, and all that what it learns depends on but the program itself
     */
    record Lesson<M>(String name, List<String> from, Supplier<M> learning, Writer<M> writer, Reader<M> reader) {
        Lesson {
            from = List.copyOf(from);
        }
    }

    interface Writer<M> {
        void write(M model, DataOutputStream out) throws IOException;
    }

    interface Reader<M> {
        M read(DataInputStream in) throws IOException;
    }

    <M> M get(Lesson<M> lesson) {
        byte[] key = key(lesson);
        return known(lesson, key).orElseGet(() -> {
            M model = lesson.learning().get();
            keep(lesson, key, model);
            return model;
        });
    }

    private <M> Optional<M> known(Lesson<M> lesson, byte[] key) {
        Path file = folder.resolve(lesson.name());
        try {
            byte[] kept = Files.readAllBytes(file);
            if (!isOf(key, kept)) {
                return Optional.empty();
            }
            return Optional.of(lesson.reader()
                    .read(new DataInputStream(new ByteArrayInputStream(kept, 2 * HASH, kept.length - 2 * HASH))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("what was learned cannot be read and is learned again file={} cause={}", file, e.toString());
            return Optional.empty();
        }
    }

    /** A file begins with the key and the hash of all that follows. */
    private static boolean isOf(byte[] key, byte[] kept) {
        if (kept.length < 2 * HASH || !Arrays.equals(key, Arrays.copyOf(kept, HASH))) {
            return false;
        }
        var digest = sha256();
        digest.update(kept, 2 * HASH, kept.length - 2 * HASH);
        return Arrays.equals(digest.digest(), Arrays.copyOfRange(kept, HASH, 2 * HASH));
    }

    /** Whole and at once: another node reads either the old file or the new one. */
    private <M> void keep(Lesson<M> lesson, byte[] key, M model) {
        Path file = folder.resolve(lesson.name());
        try {
            var learned = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(new BufferedOutputStream(learned, 1 << 16))) {
                lesson.writer().write(model, out);
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, lesson.name(), ".new");
            try {
                try (var out = Files.newOutputStream(fresh)) {
                    out.write(key);
                    out.write(sha256().digest(learned.toByteArray()));
                    learned.writeTo(out);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn(
                    "what was learned cannot be kept, the next start learns it again file={} cause={}",
                    file,
                    e.toString());
        }
    }

    private static byte[] key(Lesson<?> lesson) {
        try {
            var digest = sha256();
            digest.update(Build.hash().getBytes(StandardCharsets.UTF_8));
            for (String part : lesson.from()) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the program's own files", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
