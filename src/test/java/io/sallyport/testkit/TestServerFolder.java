package io.sallyport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.springframework.util.FileSystemUtils;

/**
 * Where the forgetful server of a test process keeps its data: in memory where the system offers enough of it, else under
 * {@code target}. A thousand databases of three hundred files each come and go in a run, and a file system that is slow to give a
 * deleted file's place away again (ext4 without a journal) makes the whole run half as long again.
 *
 * @param path the same for every run of a process of this checkout, so that a run that was killed is cleared up by the next
 */
record TestServerFolder(Path path, boolean isMemory) {

    private static final Path MEMORY = Path.of("/dev/shm");

    /** In bytes; a run takes a few hundred million. */
    private static final long ENOUGH = 4_000_000_000L;

    /** @throws IllegalArgumentException without a name: two processes would share a folder, and the first to end would clear it up */
    static TestServerFolder of(String fork) {
        if (fork.isBlank()) {
            throw new IllegalArgumentException("the test process has no name of its own (system property test.fork)");
        }
        Path target = Path.of("target", "test-postgres-" + fork);
        return isEnough() && isRunnable()
                ? new TestServerFolder(MEMORY.resolve(name(target)), true)
                : new TestServerFolder(target, false);
    }

    private static String name(Path target) {
        var place = new CRC32C();
        place.update(
                (System.getProperty("user.name") + " " + target.toAbsolutePath()).getBytes(StandardCharsets.UTF_8));
        return "sallyport-test-" + Long.toHexString(place.getValue());
    }

    private static boolean isEnough() {
        try {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Containers often forbid to run programs from there, and the server's programs lie beside its data. */
    private static boolean isRunnable() {
        try {
            Path program = Files.writeString(Files.createTempFile(MEMORY, "sallyport-test", ".sh"), "#!/bin/sh\n");
            try {
                return program.toFile().setExecutable(true)
                        && new ProcessBuilder(program.toString()).start().waitFor() == 0;
            } finally {
                Files.delete(program);
            }
        } catch (IOException forbidden) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Memory is given back; what lies on the disk serves the next run. */
    void leave() {
        if (isMemory) {
            try {
                FileSystemUtils.deleteRecursively(path);
            } catch (IOException broken) {
                throw new UncheckedIOException("clearing up " + path, broken);
            }
        }
    }
}
