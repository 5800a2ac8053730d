package io.sallyport.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Optional;

/** The server's port: chosen once, remembered, chosen anew when another program sits on it or the file holds none. */
final class Port {
    /** Below what systems hand out for outgoing connections (from 32768), so that it stays ours between two starts. */
    private static final int FIRST = 20_000;

    private static final int PAST_LAST = 32_000;
    private static final int LAST_OF_ALL = 65_535;
    private static final int TRIES = 100;

    private Port() {}

    static int chosenFor(ServerFiles files) throws IOException {
        var remembered = findRemembered(files.port()).filter(Port::isFree);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        var port = new SecureRandom()
                .ints(TRIES, FIRST, PAST_LAST)
                .filter(Port::isFree)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable(
                        "No port from " + FIRST + " to " + PAST_LAST + " is free for the database."));
        Files.writeString(files.unfinishedPort(), port + "\n");
        Files.move(files.unfinishedPort(), files.port(), StandardCopyOption.ATOMIC_MOVE);
        return port;
    }

    /** A loss of power may leave the file empty; any other port does as well. */
    private static Optional<Integer> findRemembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file).strip())
                .filter(written -> written.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port > 0 && port <= LAST_OF_ALL);
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
