package io.sallyport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A visitor without scripts: follows links and fills in forms, keeps cookies, and does not follow redirects by itself. */
public final class Web {

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final WebDesk desk;

    public Web(WebDesk desk) {
        this.desk = desk;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(desk.url(path))).build());
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body(), desk.url(path));
    }

    /** Fills in the form of the page at {@code path} that posts to {@code action} and sends it. */
    public HttpResponse<String> submit(String path, String action, Map<String, String> typed) {
        return submit(page(path), action, typed);
    }

    public HttpResponse<String> submit(Document page, String action, Map<String, String> typed) {
        var form = page.select("form[action='" + action + "']").first();
        if (form == null) {
            throw new AssertionError("no form posts to " + action + " on a page that says: " + page.text());
        }
        Map<String, String> fields = new HashMap<>();
        form.select("input[name], textarea[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(typed);
        return post(action, fields);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(desk.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Where a redirect leads, without host and port. */
    public static String target(HttpResponse<String> response) {
        String location = response.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError("no redirect but " + response.statusCode() + ": "
                        + Jsoup.parse(response.body()).text()));
        URI uri = URI.create(location);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
