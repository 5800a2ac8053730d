package io.sallyport.model.spending;

import io.sallyport.model.language.Budget.Reserved;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is set aside for each call under way, so that what a node had set aside when it died can be given back. */
final class Reservations {

    /** For settling after the call, and for nodes whose clocks differ. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Duration longestCall;

    Reservations(JdbcClient jdbc, InstantSource clock, Duration longestCall) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.longestCall = longestCall;
    }

    /**
     * The transaction does not wait for the disk: all calls of a day queue for its row, and what a server that falls over
     * forgets is the money of its last second.
     */
    void commitSoon() {
        jdbc.sql("SELECT set_config('synchronous_commit', 'off', true)")
                .query(String.class)
                .single();
    }

    void insert(Reserved reserved) {
        jdbc.sql("INSERT INTO model_reservation (id, scopes, micros, expires) VALUES (?, ?, ?, ?)")
                .params(
                        reserved.id(),
                        reserved.scopes().toArray(String[]::new),
                        reserved.micros(),
                        Timestamp.from(clock.instant().plus(longestCall).plus(GRACE)))
                .update();
    }

    /** What has expired and was given back already is not given back again. */
    void settle(Reserved reserved, long cost) {
        jdbc.sql("""
                WITH gone AS (DELETE FROM model_reservation WHERE id = :id RETURNING micros)
                INSERT INTO model_budget AS b (scope, spent, reserved, most)
                SELECT key, :spent, -coalesce((SELECT micros FROM gone), 0), 0
                FROM unnest(:keys) WITH ORDINALITY AS one (key, place) ORDER BY place
                ON CONFLICT (scope) DO UPDATE SET spent = b.spent + excluded.spent, reserved = b.reserved + excluded.reserved
                """)
                .param("id", reserved.id())
                .param("spent", cost)
                .param("keys", reserved.scopes().toArray(String[]::new))
                .update();
    }

    /**
     * Calls whose node died before it settled them; their rows are locked in the order of {@link Scope#of}.
     *
     * @return how many budgets have room again
     */
    int giveBackExpired() {
        return jdbc.sql("""
                WITH gone AS (
                    DELETE FROM model_reservation WHERE id IN (
                        SELECT id FROM model_reservation WHERE expires < :now FOR UPDATE SKIP LOCKED)
                    RETURNING scopes, micros)
                INSERT INTO model_budget AS b (scope, reserved, most)
                SELECT key, -sum(micros), 0 FROM gone CROSS JOIN unnest(gone.scopes) AS one (key)
                GROUP BY key ORDER BY key LIKE 'day:%', key LIKE 'lane:%', key
                ON CONFLICT (scope) DO UPDATE SET reserved = b.reserved + excluded.reserved
                """).param("now", Timestamp.from(clock.instant())).update();
    }
}
