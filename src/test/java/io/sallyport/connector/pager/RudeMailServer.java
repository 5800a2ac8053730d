package io.sallyport.connector.pager;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that behaves as no test server does: it hangs up in the middle. */
final class RudeMailServer implements AutoCloseable {

    enum Manner {
        HANGS_UP_AT_ONCE,
        TAKES_IT_AND_HANGS_UP,
        REFUSES_THE_ADDRESS
    }

    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.HANGS_UP_AT_ONCE;

    RudeMailServer() {
        try {
            this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    void manner(Manner next) {
        manner = next;
    }

    List<String> taken() {
        return List.copyOf(taken);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException _) {
                // The caller or the test is gone.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        if (manner == Manner.HANGS_UP_AT_ONCE) {
            return;
        }
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT") && manner == Manner.REFUSES_THE_ADDRESS) {
                say(caller, "550 nobody of that name");
            } else if (line.equals("DATA")) {
                say(caller, "354 go on");
                var text = new StringBuilder();
                for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                    text.append(part).append('\n');
                }
                taken.add(text.toString());
                return;
            } else {
                say(caller, "250 fine");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
