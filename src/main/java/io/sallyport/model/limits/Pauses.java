package io.sallyport.model.limits;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vendors that asked some node to be left alone; the others hear of it within a second. Safe to share between threads. */
final class Pauses {

    /** Looking this often costs nothing beside calls of a second. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Spread over this long, those who wait do not all come back in the same instant. */
    private static final Duration SPREAD = Duration.ofSeconds(1);

    private record Known(@Nullable Instant until, Instant readAt) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Pauses(JdbcClient jdbc, InstantSource clock, RandomGenerator random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    void begin(String vendor, Duration pause) {
        var until = clock.instant().plus(pause);
        jdbc.sql("""
                INSERT INTO model_pause AS p (vendor, until) VALUES (?, ?)
                ON CONFLICT (vendor) DO UPDATE SET until = greatest(p.until, excluded.until)
                """).params(vendor, Timestamp.from(until)).update();
        known.remove(vendor);
    }

    /** How long the vendor is still to be left alone; zero when it may be called. */
    Duration left(String vendor) {
        var now = clock.instant();
        var until = known(vendor, now).until();
        return until == null || !until.isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, until).plusMillis(random.nextLong(SPREAD.toMillis()));
    }

    private Known known(String vendor, Instant now) {
        var before = known.get(vendor);
        if (before != null && before.readAt().plus(FRESH).isAfter(now)) {
            return before;
        }
        var fresh = new Known(read(vendor), now);
        known.put(vendor, fresh);
        return fresh;
    }

    private @Nullable Instant read(String vendor) {
        return jdbc.sql("SELECT until FROM model_pause WHERE vendor = ?")
                .param(vendor)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }
}
