package io.sallyport.connector.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.Pager;
import io.sallyport.connector.PagerContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookPagerTest extends PagerContract {

    private static final String SECRET = "between us";

    private enum Manner {
        FINE,
        LOSES_THE_ANSWER,
        BREAKS,
        REFUSES
    }

    private final Map<String, String> received = new LinkedHashMap<>();
    private Manner manner = Manner.FINE;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pages", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Manner now = manner;
        manner = Manner.FINE;
        String path = exchange.getRequestURI().getPath();
        int status = exchange.getRequestMethod().equals("GET")
                ? received.containsKey(path.substring(path.lastIndexOf('/') + 1)) ? 200 : 404
                : take(exchange, now);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int take(HttpExchange exchange, Manner now) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        String expected = "sha256=" + new Signature(SECRET).of(headers.getFirst("X-Sallyport-Timestamp"), body);
        if (!expected.equals(headers.getFirst("X-Sallyport-Signature")) || now == Manner.REFUSES) {
            return 403;
        }
        if (now != Manner.BREAKS) {
            received.put(headers.getFirst("Idempotency-Key"), body);
        }
        return now == Manner.FINE ? 202 : 502;
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pages");
    }

    private Pager pager(String secret, String lookUp, boolean isIdempotent) {
        return new WebhookPager(
                new PagerSettings.Webhook(url(), secret, lookUp, isIdempotent), Duration.ofSeconds(2), clock);
    }

    @Override
    protected Pager pager() {
        return pager(SECRET, url() + "/{key}", false);
    }

    @Override
    protected List<String> arrived() {
        return List.copyOf(received.values());
    }

    @Override
    protected void loseTheNextAnswer() {
        manner = Manner.LOSES_THE_ANSWER;
    }

    @Override
    protected void breakTheNextCall() {
        manner = Manner.BREAKS;
    }

    @Override
    protected void refuseTheNextCall() {
        manner = Manner.REFUSES;
    }

    @Test
    void withoutALookUpOnlyAnIdempotentReceiverIsCalledAgain() {
        assertThat(pager(SECRET, "", false).lookUp("fx-1")).isInstanceOf(LookUp.CannotTell.class);
        assertThat(pager(SECRET, "", true).lookUp("fx-1")).isInstanceOf(LookUp.Absent.class);
    }

    @Test
    void anUnsafeAddressOrAMissingSecretStopsTheStart() {
        var mail = new PagerSettings.Mail("", 25, "", "", true, "", "");
        for (var webhook : List.of(
                new PagerSettings.Webhook(URI.create("http://pager.example.com/x"), SECRET, "", false),
                new PagerSettings.Webhook(URI.create("https://pager.example.com/x"), "", "", false),
                new PagerSettings.Webhook(null, SECRET, "", false))) {
            assertThatThrownBy(
                            () -> new PagerSettings(PagerSettings.Kind.WEBHOOK, Duration.ofSeconds(1), webhook, mail))
                    .hasMessageContaining("sallyport.pager.webhook");
        }
    }
}
