package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Priority;
import io.sallyport.triage.DueTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases that people have, to look at. May be shared between threads. */
public final class HumanQueues {

    private final JdbcClient jdbc;
    private final DueTimes dueTimes;
    private final ExpectedWait waits;
    private final InstantSource clock;

    public HumanQueues(JdbcClient jdbc, DueTimes dueTimes, QueueWaits waits, InstantSource clock) {
        this.jdbc = jdbc;
        this.dueTimes = dueTimes;
        this.waits = new ExpectedWait(dueTimes, waits, clock);
        this.clock = clock;
    }

    /** By priority, then by when the first answer is due; what nobody has read yet comes after P2. */
    public List<QueueLine> list(QueueFilter filter) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT * FROM case_head
                        WHERE standing = 'with people' AND (:queue = '' OR queue = :queue) AND CASE :view
                            WHEN 'MINE' THEN owner = :person OR :mentioned = ANY(mentions)
                            WHEN 'UNCLAIMED' THEN owner = ''
                            WHEN 'STALE' THEN reminders > 0
                            ELSE true END
                        ORDER BY CASE priority WHEN '' THEN 'P2+' ELSE priority END, due_at NULLS FIRST, people_since, case_id
                        LIMIT :limit
                        """)
                .param("queue", filter.queue().orElse(""))
                .param("view", filter.view().name())
                .param("person", filter.person().strip())
                .param("mentioned", filter.person().strip().toLowerCase(Locale.ROOT))
                .param("limit", filter.limit())
                .query((row, _) -> line(row, now))
                .list();
    }

    private QueueLine line(ResultSet row, Instant now) throws SQLException {
        String priority = row.getString("priority");
        Instant since = Optional.ofNullable(instant(row.getTimestamp("people_since")))
                .orElse(row.getTimestamp("updated_at").toInstant());
        return new QueueLine(
                new CaseId(row.getString("case_id")),
                row.getString("customer"),
                row.getString("subject"),
                row.getString("category"),
                priority,
                row.getString("queue"),
                row.getString("owner"),
                since,
                Duration.between(since, now),
                row.getString("why"),
                row.getString("triggers").lines().toList(),
                row.getInt("reminders"),
                Optional.ofNullable(instant(row.getTimestamp("remind_at"))),
                List.of((String[]) row.getArray("mentions").getArray()),
                row.getString("cluster"),
                Optional.ofNullable(instant(row.getTimestamp("due_at")))
                        .filter(_ -> !priority.isEmpty())
                        .map(due -> clock(Priority.valueOf(priority), due, now)));
    }

    private QueueLine.Clock clock(Priority priority, Instant due, Instant now) {
        if (DueTimes.isAroundTheClock(priority)) {
            return new QueueLine.Clock(due, Duration.between(now, due), false);
        }
        Duration left = now.isAfter(due)
                ? dueTimes.calendar().between(due, now).negated()
                : dueTimes.calendar().between(now, due);
        return new QueueLine.Clock(due, left, true);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * One person's cases.
     *
     * @param pressing of them P1 or P2
     */
    public record Load(String person, long cases, long pressing, long stale) {}

    /** Those who have cases, the busiest first. */
    public List<Load> loads() {
        return jdbc.sql("""
                        SELECT owner, count(*) AS cases, count(*) FILTER (WHERE priority IN ('P1', 'P2')) AS pressing,
                               count(*) FILTER (WHERE reminders > 0) AS stale
                        FROM case_head WHERE standing = 'with people' AND owner <> ''
                        GROUP BY owner ORDER BY count(*) DESC, owner
                        """)
                .query((row, _) -> new Load(
                        row.getString("owner"), row.getLong("cases"), row.getLong("pressing"), row.getLong("stale")))
                .list();
    }

    /**
     * One queue.
     *
     * @param pace how long its cases lately waited for a person; empty when there are too few to say
     */
    public record Count(String queue, long cases, long unclaimed, long stale, Optional<String> pace) {}

    /** Queues that hold a case, by name. */
    public List<Count> counts() {
        return jdbc.sql("""
                        SELECT queue, count(*) AS cases, count(*) FILTER (WHERE owner = '') AS unclaimed,
                               count(*) FILTER (WHERE reminders > 0) AS stale
                        FROM case_head WHERE standing = 'with people' GROUP BY queue ORDER BY queue
                        """)
                .query((row, _) -> new Count(
                        row.getString("queue"),
                        row.getLong("cases"),
                        row.getLong("unclaimed"),
                        row.getLong("stale"),
                        waits.pace(row.getString("queue"))))
                .list();
    }
}
