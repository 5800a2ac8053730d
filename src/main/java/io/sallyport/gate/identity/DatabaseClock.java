package io.sallyport.gate.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one clock that all nodes share. */
record DatabaseClock(JdbcClient jdbc) implements InstantSource {

    /** Goes on within a transaction, which may have waited for a lock. */
    @Override
    public Instant instant() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
