package io.sallyport.evaluation.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link SlowVendor} running beside us; ends with us. */
public final class VendorProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private VendorProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static VendorProcess start(Duration latency, Path messages) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        // The server of the JDK closes what is idle beyond 200 connections; a vendor does not.
                        "-Dsun.net.httpserver.maxIdleConnections=20000",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowVendor.class.getName(),
                        latency.toString(),
                        messages.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        if (said == null) {
            throw new IllegalStateException("the stub vendor did not start");
        }
        return new VendorProcess(process, Integer.parseInt(said.strip()));
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** @param mostOpen calls open at once */
    public record Seen(long calls, int mostOpen) {}

    /** Since this was asked last. */
    public Seen seen() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address() + "/figures")).build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode figures = JsonMapper.shared().readTree(answer.body());
            return new Seen(
                    figures.path("calls").asLong(), figures.path("most_open").asInt());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
