package io.sallyport.connector.pager;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How those on call are reached.
 *
 * @param kind {@code log}, {@code webhook} or {@code mail}
 * @param timeout for connecting and for the answer, each
 */
@ConfigurationProperties(prefix = "sallyport.pager", ignoreUnknownFields = false)
record PagerSettings(
        @DefaultValue("log") Kind kind,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue Webhook webhook,
        @DefaultValue Mail mail) {

    enum Kind {
        LOG,
        WEBHOOK,
        MAIL
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param url gets each page as a POST; {@code https}, or {@code http} on this machine
     * @param secret signs what is sent: HMAC-SHA-256
     * @param lookUpUrl answers 200 or 404 to a GET, with <code>{key}</code> for the idempotency key; empty when there is none
     * @param idempotent whether the receiver takes two calls of one key for one
     */
    record Webhook(
            @Nullable URI url,
            @DefaultValue("") String secret,
            @DefaultValue("") String lookUpUrl,
            @DefaultValue("false") boolean idempotent) {
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }

    /** @param user empty where the server asks for none */
    record Mail(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("") String from,
            @DefaultValue("") String to) {
        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]";
        }
    }

    PagerSettings {
        demand(!timeout.isNegative() && !timeout.isZero(), "sallyport.pager.timeout must be positive, such as 10s");
        switch (kind) {
            case LOG -> {}
            case WEBHOOK -> {
                demand(
                        webhook.url() != null && isSafe(webhook.url()),
                        "sallyport.pager.webhook.url must begin with https:// (http:// only on this machine)");
                demand(!webhook.secret().isBlank(), "sallyport.pager.webhook.secret must be set: it signs every page");
                demand(
                        webhook.lookUpUrl().isEmpty()
                                || isSafe(URI.create(webhook.lookUpUrl().replace("{key}", "key"))),
                        "sallyport.pager.webhook.look-up-url must begin with https:// (http:// only on this machine)");
            }
            case MAIL ->
                demand(
                        !mail.host().isBlank()
                                && mail.from().contains("@")
                                && mail.to().contains("@"),
                        "sallyport.pager.mail needs host, from and to");
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** What is said in the clear anybody on the way may read. */
    private static boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost())));
    }
}
