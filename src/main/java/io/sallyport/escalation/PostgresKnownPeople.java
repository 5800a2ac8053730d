package io.sallyport.escalation;

import io.sallyport.casefile.PersonName;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever serves a queue, may enter the console, has a role, or decided something lately. May be shared between threads. */
public final class PostgresKnownPeople implements KnownPeople {

    private static final Duration LATELY = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public PostgresKnownPeople(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return jdbc
                .sql("""
                        SELECT person FROM queue_member
                        UNION SELECT login FROM operator_account
                        UNION SELECT login FROM person_role
                        UNION SELECT actor FROM case_event WHERE actor_kind = 'PERSON' AND at > ?
                        """)
                .param(Timestamp.from(clock.instant().minus(LATELY)))
                .query((row, _) -> PersonName.of(row.getString(1)).folded())
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
