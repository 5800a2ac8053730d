package io.sallyport.evaluation.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stub of the Messages API in a process of its own, so that neither its memory nor its threads are the desk's. Every answer
 * takes the same time; what it says is {@link Answers}' business.
 */
final class SlowVendor {

    /** The calls open at once are what is measured; none may wait in the system's queue for connections. */
    private static final int BACKLOG = 8_192;

    private static final JsonMapper JSON = new JsonMapper();

    private final Answers answers;
    private final Duration latency;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();

    private SlowVendor(Answers answers, Duration latency) {
        this.answers = answers;
        this.latency = latency;
    }

    /** Started by {@link VendorProcess} with latency and labelled messages; says its port and ends with its standard input. */
    static void main(String[] arguments) throws IOException {
        var vendor = new SlowVendor(Answers.of(Path.of(arguments[1])), Duration.parse(arguments[0]));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/messages", vendor::answer);
        server.createContext("/figures", vendor::tell);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // Whoever started us closes this when done, or by dying.
        }
        System.exit(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        calls.incrementAndGet();
        try (exchange) {
            long begun = System.nanoTime();
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            var answer = message(answers.to(request), request);
            Thread.sleep(Duration.ofNanos(Math.max(0, latency.toNanos() - (System.nanoTime() - begun))));
            send(exchange, answer);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    /** Tells how many calls there were since this was asked last, and how many of them were open at once. */
    private void tell(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, Map.of("calls", calls.getAndSet(0), "most_open", mostOpen.getAndSet(open.get())));
        }
    }

    private static void send(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, Object> message(String text, JsonNode request) {
        // Four bytes a token, as English has; the instructions as if served by the vendor's cache.
        int cached = request.path("system").toString().length() / 4;
        int input = request.path("messages").toString().length() / 4;
        return Map.of(
                "id", "msg_1",
                "type", "message",
                "role", "assistant",
                "model", request.path("model").asString(""),
                "content", List.of(Map.of("type", "text", "text", text)),
                "stop_reason", "end_turn",
                "usage",
                        Map.of(
                                "input_tokens",
                                input,
                                "cache_read_input_tokens",
                                cached,
                                "cache_creation_input_tokens",
                                0,
                                "output_tokens",
                                text.length() / 4));
    }
}
