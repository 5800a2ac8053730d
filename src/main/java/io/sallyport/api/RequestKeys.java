package io.sallyport.api;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a caller to its word: a key once used stands for that very request. The case itself is kept single by the case
 * store, so a crash between the two leaves nothing half done.
 */
final class RequestKeys {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    RequestKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes what a key is used for.
     *
     * @throws Problem when it was used for something else
     */
    void claim(String apiKey, String requestKey, String fingerprint, String shownAs) {
        jdbc.sql("""
                INSERT INTO api_request (api_key, request_key, fingerprint, at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
                .params(apiKey, requestKey, fingerprint, Timestamp.from(clock.instant()))
                .update();
        String first = jdbc.sql("SELECT fingerprint FROM api_request WHERE api_key = ? AND request_key = ?")
                .params(apiKey, requestKey)
                .query(String.class)
                .single();
        if (!first.equals(fingerprint)) {
            throw Problem.conflict(shownAs + " was used before, for a request with other content.");
        }
    }

    /** Keeps what the request was answered, for when it comes again. */
    void answer(String apiKey, String requestKey, String answer) {
        jdbc.sql("UPDATE api_request SET answer = ? WHERE api_key = ? AND request_key = ?")
                .params(answer, apiKey, requestKey)
                .update();
    }

    /** Empty for a request that has not been answered yet. */
    Optional<String> findAnswer(String apiKey, String requestKey) {
        return jdbc.sql("SELECT answer FROM api_request WHERE api_key = ? AND request_key = ? AND answer <> ''")
                .params(apiKey, requestKey)
                .query(String.class)
                .optional();
    }
}
