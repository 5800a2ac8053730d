package io.sallyport.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vendor of language models on a free port of this machine, over real HTTP: the Messages API under {@code /v1/messages},
 * chat completions under {@code /v1/chat/completions}. Plays the scripts in their order, the last one for ever.
 */
public final class StubModels implements AutoCloseable {

    /** One question as it came in. */
    public record Asked(String path, String key, JsonNode body) {

        /** What the model was shown, its instructions apart. */
        public String words() {
            var content = body.path("messages")
                    .valueStream()
                    .reduce((_, last) -> last)
                    .orElseThrow()
                    .path("content");
            return content.isString()
                    ? content.asString()
                    : content.path(0).path("text").asString();
        }
    }

    /** Slow enough to be called slow, quick enough that no wait for the next byte runs out. */
    private static final long DRIP_MILLIS = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private StubModels(HttpServer server) {
        this.server = server;
    }

    public static StubModels start(Script... scripts) {
        try {
            var stub = new StubModels(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            stub.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            stub.server.createContext("/", stub::handle);
            stub.play(scripts);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException("starting the stub of language models", e);
        }
    }

    /** In place of the scripts so far. */
    public synchronized void play(Script... next) {
        scripts.clear();
        scripts.addAll(List.of(next));
    }

    /** Without a path, as Anthropic's client wants it. */
    public String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** With the version in its path, as OpenAI's client wants it. */
    public String versionedAddress() {
        return address() + "/v1";
    }

    /** Every call that reached us, repeated ones included. */
    public List<Asked> asked() {
        return asked;
    }

    private synchronized Script next() {
        var script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
        if (script == null) {
            throw new IllegalStateException("the stub of language models was given no script");
        }
        return script;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var wire = path.endsWith("/messages") ? Wire.MESSAGES : Wire.CHAT_COMPLETIONS;
        var body = JSON.readTree(exchange.getRequestBody());
        asked.add(new Asked(path, wire.key(exchange), body));
        try (exchange) {
            play(read(next(), body), wire, exchange);
        }
    }

    /** A model that writes by what it reads has read it now. */
    private static Script read(Script script, JsonNode body) {
        return switch (script) {
            case Script.Decides(var next) -> read(next.get(), body);
            case Script.Chooses(var by) -> read(by.apply(body.toString()), body);
            case Script.Reads(var writes) -> new Script.Writes(writes.apply(body.toString()));
            case Script other -> other;
        };
    }

    private void play(Script script, Wire wire, HttpExchange exchange) throws IOException {
        switch (script) {
            case Script.Writes(var text) -> send(exchange, 200, wire.whole(text));
            case Script.Bills(var text, var usage) -> send(exchange, 200, wire.whole(text, usage));
            case Script.Decides _, Script.Chooses _, Script.Reads _ ->
                throw new IllegalStateException("read before it is played");
            case Script.IsCutOff(var text) -> send(exchange, 200, wire.cutOff(text));
            case Script.Refuses() -> send(exchange, 200, wire.refusal());
            case Script.WantsATool() -> send(exchange, 200, wire.toolUse());
            case Script.Garbles(var body) -> send(exchange, 200, body);
            case Script.Answers(var status, var retryAfter) -> {
                if (!retryAfter.isZero()) {
                    exchange.getResponseHeaders().set("retry-after", Long.toString(retryAfter.toSeconds()));
                }
                send(exchange, status, wire.error(status));
            }
            case Script.AnswersWith(var status, var header, var value) -> {
                exchange.getResponseHeaders().set(header, value);
                send(exchange, status, wire.error(status));
            }
            case Script.Hangs() -> waitFor(Long.MAX_VALUE);
            case Script.Drips() -> drip(exchange);
            // Closed with nothing said.
            case Script.Resets() -> {}
            case Script.BreaksOff(var text) -> breakOff(exchange, wire.whole(text));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void breakOff(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        while (!waitFor(DRIP_MILLIS)) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
        }
    }

    /** @return whether the stub is closing */
    private boolean waitFor(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
