package io.sallyport.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL keeps the cases.
 *
 * @param url a JDBC address ({@code jdbc:postgresql://…}); none means the embedded server under {@code sallyport.var}
 * @param connections the most connections one node opens
 */
@ConfigurationProperties(prefix = "sallyport.database", ignoreUnknownFields = false)
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("20") int connections) {

    /** More than twice the doors of a desk: what stands at a door with one connection must find another. */
    private static final int LEAST_CONNECTIONS = 13;

    private static final String SCHEME = "jdbc:postgresql:";

    DatabaseSettings {
        if (url != null && url.isBlank()) {
            url = null;
        }
        if (url != null && !url.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    "sallyport.database.url (SALLYPORT_DB_URL) has to start with " + SCHEME + "//");
        }
        if (connections < LEAST_CONNECTIONS) {
            throw new IllegalArgumentException("sallyport.database.connections has to be at least " + LEAST_CONNECTIONS
                    + ": each of six doors holds one and needs a second");
        }
    }

    /** Without the password: settings end up in logs. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", connections=" + connections + "]";
    }
}
