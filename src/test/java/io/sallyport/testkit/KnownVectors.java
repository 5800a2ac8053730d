package io.sallyport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the sample company's messages mean to the network: the first desk that a test starts works it out, the others find it. A
 * stored vector is found by what it is the vector of, so a desk that learns from other messages works out its own.
 */
public final class KnownVectors {

    private static final Path SHARED = Path.of("target", "known-vectors");
    private static final List<String> FILES = List.of("vectors", "grave-vectors");

    private KnownVectors() {}

    /** @param var of a desk that is about to start */
    public static void into(Path var) {
        copy(SHARED, var.resolve("triage"));
    }

    /** @param var of a desk that has learned */
    public static void keep(Path var) {
        copy(var.resolve("triage"), SHARED);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : FILES) {
                copy(from.resolve(name), to, name);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("copying vectors from " + from + " to " + to, broken);
        }
    }

    /** Whole and at once: another process may be reading it. */
    private static void copy(Path from, Path folder, String name) throws IOException {
        Path fresh = Files.createTempFile(folder, name, ".new");
        try {
            Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException notKnown) {
            Files.deleteIfExists(fresh);
        }
    }
}
