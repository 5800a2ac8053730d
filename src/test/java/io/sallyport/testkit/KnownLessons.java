package io.sallyport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a desk learns from the sample company's messages: the first one that a test starts works it out, the others find it. What is
 * kept is found by what it was made of, so a desk that learns from other messages, or of another build, works out its own.
 */
public final class KnownLessons {

    private static final Path SHARED = Path.of("target", "known-lessons");
    private static final List<String> FILES = List.of("vectors", "grave-vectors", "lessons/categories", "lessons/readers");

    private KnownLessons() {}

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
            throw new UncheckedIOException("copying what was learned from " + from + " to " + to, broken);
        }
    }

    /** Whole and at once: another process may be reading it. */
    private static void copy(Path from, Path folder, String name) throws IOException {
        Path to = folder.resolve(name);
        Files.createDirectories(to.getParent());
        Path fresh = Files.createTempFile(folder, "copied", ".new");
        try {
            Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException notKnown) {
            Files.deleteIfExists(fresh);
        }
    }
}
