package io.sallyport.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.SecureRandom;

/** The server's port: chosen once, remembered, chosen anew only when another program sits on it. */
final class Port {
    /** Below what systems hand out for outgoing connections (from 32768), so that it stays ours between two starts. */
    private static final int FIRST = 20_000;

    private static final int PAST_LAST = 32_000;
    private static final int TRIES = 100;

    private Port() {}

    static int chosenFor(ServerFiles files) throws IOException {
        if (Files.exists(files.port())) {
            var remembered = Integer.parseInt(Files.readString(files.port()).strip());
            if (isFree(remembered)) {
                return remembered;
            }
        }
        var random = new SecureRandom();
        var port = random.ints(TRIES, FIRST, PAST_LAST)
                .filter(Port::isFree)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable(
                        "No port from " + FIRST + " to " + PAST_LAST + " is free for the database."));
        Files.writeString(files.port(), port + "\n");
        return port;
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
