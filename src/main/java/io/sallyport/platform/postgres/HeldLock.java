package io.sallyport.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock on a file, which the system lets go of however its process ends. Locks count per process, so a process holds at
 * most one on each file, and closing any channel to a file drops them all.
 */
record HeldLock(FileChannel channel) implements AutoCloseable {

    /** Waits until nobody else holds it. */
    static HeldLock alone(Path file) {
        return opened(file, channel -> channel.lock() != null).orElseThrow();
    }

    /** Waits until nobody holds it alone. */
    static HeldLock shared(Path file) {
        return opened(file, channel -> channel.lock(0, Long.MAX_VALUE, true) != null)
                .orElseThrow();
    }

    static Optional<HeldLock> aloneIfFree(Path file) {
        return opened(file, channel -> channel.tryLock() != null);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // Closing is how the lock is let go; a channel that cannot be closed is let go with the process.
        }
    }

    private interface Locking {
        boolean on(FileChannel channel) throws IOException;
    }

    private static Optional<HeldLock> opened(Path file, Locking locking) {
        try {
            var held = new HeldLock(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            if (locking.on(held.channel)) {
                return Optional.of(held);
            }
            held.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseUnavailable("The lock file " + file + " cannot be used: " + e, e);
        }
    }
}
