package io.sallyport.connector.sandbox;

import io.sallyport.connector.LookUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox of another process, over its HTTP face. Whatever is not clearly a yes or a no is no answer. */
final class OverHttp implements Vendor {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI base;
    private final SandboxKey key;
    private final Duration patience;
    private final HttpClient http;

    /** @param base such as {@code http://127.0.0.1:8081} */
    OverHttp(URI base, SandboxKey key, Duration patience) {
        this.base = base;
        this.key = key;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Answer change(String effectId, Wanted wanted) {
        return answer(post("/sandbox/changes/" + wanted.action(), effectId, WireJson.write(wanted)));
    }

    @Override
    public Answer undo(String effectId, String undone, String caseId) {
        String body = JSON.writeValueAsString(Map.of("undone", undone, "case", caseId));
        return answer(post("/sandbox/undo", effectId, body));
    }

    @Override
    public LookUp lookUp(String effectId) {
        HttpResponse<String> response =
                send(request("/sandbox/effects/" + effectId).GET());
        return sensibly(response, body -> switch (response.statusCode()) {
            case 200 -> {
                Answer.Changed made = WireJson.readChanged(body);
                yield new LookUp.Found(made.remoteId(), made.confirmed());
            }
            // Anybody answers 404; only the sandbox says whose effect is absent.
            case 404 -> {
                if (!WireJson.text(WireJson.tree(body), "absent").equals(effectId)) {
                    throw new IllegalArgumentException("absent is another effect");
                }
                yield new LookUp.Absent();
            }
            default -> new LookUp.CannotTell("the sandbox answered " + response.statusCode());
        });
    }

    private static Answer answer(HttpResponse<String> response) {
        return sensibly(response, body -> switch (response.statusCode()) {
            case 200 -> WireJson.readChanged(body);
            case 422 -> new Answer.No(WireJson.text(WireJson.tree(body), "why"));
            default -> throw new NoAnswer("the sandbox answered " + response.statusCode());
        });
    }

    private static <T> T sensibly(HttpResponse<String> response, java.util.function.Function<String, T> reading) {
        try {
            return reading.apply(response.body());
        } catch (IllegalArgumentException garbled) {
            throw new NoAnswer("the sandbox answered " + response.statusCode() + " and nothing sensible", garbled);
        }
    }

    private HttpResponse<String> post(String path, String effectId, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(WireJson.KEY, effectId)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(patience)
                .header("Authorization", key.authorization());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new NoAnswer(
                    "the sandbox did not answer: " + broken.getClass().getSimpleName(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted while waiting for the sandbox", stopped);
        }
    }
}
