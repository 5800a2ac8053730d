package io.sallyport.connector.pager;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.Pager;
import io.sallyport.gate.Permit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Pages by a signed POST. A redirect is an answer, never followed. */
final class WebhookPager implements Pager {

    /** Refusals that are none: asked at a bad time. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final PagerSettings.Webhook settings;
    private final Duration timeout;
    private final InstantSource clock;
    private final Signature signature;
    private final HttpClient client;
    private final JsonMapper json = new JsonMapper();

    WebhookPager(PagerSettings.Webhook settings, Duration timeout, InstantSource clock) {
        this.settings = settings;
        this.timeout = timeout;
        this.clock = clock;
        this.signature = new Signature(settings.secret());
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    @Override
    public Delivery page(Permit permit, Errand page) {
        permit.demand(page, clock.instant());
        String body = json.writeValueAsString(Map.of(
                "id", permit.effectId(), "case", permit.caseId().value(), "title", page.title(), "text", page.text()));
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(Objects.requireNonNull(settings.url()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", permit.effectId())
                .header("X-Sallyport-Timestamp", timestamp)
                .header("X-Sallyport-Signature", "sha256=" + signature.of(timestamp, body))
                .POST(BodyPublishers.ofString(body));
        OptionalInt status = status(request);
        if (status.isEmpty()) {
            return new Delivery.Unknown("the pager did not answer");
        }
        int answered = status.getAsInt();
        if (answered / 100 == 2) {
            return new Delivery.Accepted(permit.effectId());
        }
        return answered / 100 == 4 && !LATER.contains(answered)
                ? new Delivery.Refused("the pager answered " + answered)
                : new Delivery.Unknown("the pager answered " + answered);
    }

    @Override
    public LookUp lookUp(String effectId) {
        if (settings.lookUpUrl().isEmpty()) {
            // A receiver that takes two calls of one key for one may be called again as if it had heard nothing.
            return settings.idempotent()
                    ? new LookUp.Absent()
                    : new LookUp.CannotTell("the pager cannot be asked what became of a page");
        }
        OptionalInt status =
                status(HttpRequest.newBuilder(URI.create(settings.lookUpUrl().replace("{key}", effectId)))
                        .GET());
        if (status.equals(OptionalInt.of(200))) {
            return new LookUp.Found(effectId);
        }
        return status.equals(OptionalInt.of(404))
                ? new LookUp.Absent()
                : new LookUp.CannotTell("the pager did not say what became of the page");
    }

    /** Empty when there was no answer. */
    private OptionalInt status(HttpRequest.Builder request) {
        try {
            return OptionalInt.of(client.send(request.timeout(timeout).build(), BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException _) {
            return OptionalInt.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
