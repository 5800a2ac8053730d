package io.sallyport.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A proxy that ends TLS stands between the desk and everybody. */
@Tag("database")
class BehindAProxyTest {

    private static final String HTTPS = "https://support.example.com";

    @Test
    void eachCustomerHasALimitOfTheirOwn() {
        try (var desk = WebDesk.open(Map.of("sallyport.portal.writes-per-ten-minutes", 1))) {
            assertThat(ask(desk, "203.0.113.9").statusCode()).isEqualTo(302);
            assertThat(ask(desk, "203.0.113.9").statusCode()).isEqualTo(429);
            assertThat(ask(desk, "203.0.113.10").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void nothingLeadsBackToHttp() {
        try (var desk = WebDesk.open()) {
            HttpResponse<String> home = new Web(desk).send(through(desk, "/", "203.0.113.9"));
            assertThat(home.headers().firstValue("location")).contains("/ask");
            HttpResponse<String> console = new Web(desk).send(through(desk, "/console", "203.0.113.9"));
            assertThat(console.headers().firstValue("location")).contains("/console/login");
            assertThat(cookies(console)).contains("Secure");
        }
    }

    @Test
    void cookiesAreSecureWhereThePublicAddressIs() {
        try (var desk = WebDesk.open(Map.of("sallyport.web.public-url", HTTPS))) {
            assertThat(cookies(new Web(desk).get("/console/login"))).contains("Secure");
        }
        try (var desk = WebDesk.open()) {
            assertThat(cookies(new Web(desk).get("/console/login")))
                    .contains("JSESSIONID")
                    .doesNotContain("Secure");
        }
    }

    private static String cookies(HttpResponse<String> response) {
        return String.join("\n", response.headers().allValues("set-cookie"));
    }

    private static HttpRequest through(WebDesk desk, String path, String client) {
        return HttpRequest.newBuilder(URI.create(desk.url(path)))
                .header("X-Forwarded-For", client)
                .header("X-Forwarded-Proto", "https")
                .build();
    }

    private static HttpResponse<String> ask(WebDesk desk, String client) {
        var visitor = new Web(desk);
        Map<String, String> fields = new HashMap<>(
                Map.of("from", "mara@example.com", "subject", "Opening hours", "text", "When do you open?"));
        visitor.page("/ask")
                .select("form input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return visitor.send(HttpRequest.newBuilder(through(desk, "/ask", client), (_, _) -> true)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }
}
