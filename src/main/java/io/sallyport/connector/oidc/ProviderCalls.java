package io.sallyport.connector.oidc;

import io.sallyport.connector.StepUp.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to the provider. A redirect is an answer, never followed. */
final class ProviderCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1_000_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();
    private final JsonMapper json = new JsonMapper();

    /** @throws Unavailable when there is no answer, or none that is a JSON object */
    JsonNode get(String address) {
        return send(HttpRequest.newBuilder(safe(address)).GET(), 200)
                .orElseThrow(() ->
                        new Unavailable("it refused " + URI.create(address).getPath()));
    }

    /** Empty when the provider refused. */
    Optional<JsonNode> post(String address, String form, Optional<String> authorization) {
        var request = HttpRequest.newBuilder(safe(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return send(request, 200);
    }

    private static URI safe(String address) {
        if (!OidcSettings.isSafe(address)) {
            throw new Unavailable("it names an address that is not https");
        }
        return URI.create(address);
    }

    private Optional<JsonNode> send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> response = client.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() >= 500 || response.body().length() > LONGEST_ANSWER) {
                throw new Unavailable("status " + response.statusCode());
            }
            return response.statusCode() == expected ? Optional.of(object(response.body())) : Optional.empty();
        } catch (IOException broken) {
            throw new Unavailable(broken.getClass().getSimpleName(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted", stopped);
        }
    }

    private JsonNode object(String body) {
        try {
            JsonNode read = json.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException _) {
            // Said below: what it is instead may be anything.
        }
        throw new Unavailable("no JSON object");
    }
}
