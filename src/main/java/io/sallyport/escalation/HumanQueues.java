package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.PersonName;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.QueueFilter.View;
import io.sallyport.triage.DueTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases that people have, to look at. May be shared between threads. */
public final class HumanQueues {

    /** How long a case that is over stays with those whom its notes name. */
    private static final Duration NAMED_FOR = Duration.ofDays(30);

    /** Whoever has the case, and nobody, too. */
    private static final String NAMED = """
            (mentions <> '{}' AND mentions @> ARRAY[CAST(:person AS text)]
                AND (standing NOT IN ('resolved', 'junk') OR updated_at > :over))""";

    private static final String WITH_PEOPLE = "with people";

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
                        WHERE (:queue = '' OR queue = :queue) AND (standing = 'with people' AND %s OR %s)
                        ORDER BY CASE priority WHEN '' THEN 'P2+' ELSE priority END,
                            coalesce(due_at, solution_due_at) NULLS FIRST, people_since, case_id
                        LIMIT :limit
                        """.formatted(inView(filter.view()), isForWhomNotesName(filter.view()) ? NAMED : "false"))
                .param("queue", filter.queue().orElse(""))
                .param("person", PersonName.of(filter.person()).folded())
                .param("over", Timestamp.from(now.minus(NAMED_FOR)))
                .param("limit", filter.limit())
                .query((row, _) -> line(row, now))
                .list();
    }

    private static String inView(View view) {
        return switch (view) {
            case ALL -> "true";
            case MY_QUEUES -> """
                (lower(owner) = :person
                    OR queue IN (SELECT queue FROM queue_member WHERE lower(person) = :person)
                    OR NOT EXISTS (SELECT FROM queue_member WHERE lower(person) = :person))""";
            case MINE -> "lower(owner) = :person";
            case UNCLAIMED -> "owner = ''";
            case STALE -> "reminders > 0";
        };
    }

    private static boolean isForWhomNotesName(View view) {
        return view == View.MINE || view == View.MY_QUEUES;
    }

    private QueueLine line(ResultSet row, Instant now) throws SQLException {
        Instant since = Optional.ofNullable(instant(row.getTimestamp("people_since")))
                .orElse(row.getTimestamp("updated_at").toInstant());
        return new QueueLine(
                new CaseId(row.getString("case_id")),
                row.getString("customer"),
                row.getString("subject"),
                row.getString("category"),
                row.getString("priority"),
                row.getString("queue"),
                row.getString("owner"),
                since,
                Duration.between(since, now),
                row.getString("standing").equals(WITH_PEOPLE)
                        ? row.getString("why")
                        : row.getString("standing") + "; a note names you",
                row.getString("triggers").lines().toList(),
                row.getInt("reminders"),
                Optional.ofNullable(instant(row.getTimestamp("remind_at"))),
                List.of((String[]) row.getArray("mentions").getArray()),
                row.getString("cluster"),
                findClock(row, now));
    }

    private Optional<QueueLine.Clock> findClock(ResultSet row, Instant now) throws SQLException {
        Optional<Instant> solution = Optional.ofNullable(instant(row.getTimestamp("solution_due_at")));
        Optional<Instant> answer = Optional.ofNullable(instant(row.getTimestamp("due_at")));
        String priority = row.getString("priority");
        return solution.or(() -> answer)
                .filter(_ -> !priority.isEmpty())
                .map(due -> clock(Priority.valueOf(priority), due, now, solution.isPresent()));
    }

    private QueueLine.Clock clock(Priority priority, Instant due, Instant now, boolean isForSolution) {
        if (DueTimes.isAroundTheClock(priority)) {
            return new QueueLine.Clock(due, Duration.between(now, due), false, isForSolution);
        }
        Duration left = now.isAfter(due)
                ? dueTimes.calendar().between(due, now).negated()
                : dueTimes.calendar().between(now, due);
        return new QueueLine.Clock(due, left, true, isForSolution);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * One person's cases.
     *
     * @param pressing of them P1 or P2
     * @param queues that the person serves; none for who sees all
     * @param open cases in these queues that nobody has claimed
     */
    public record Load(String person, long cases, long pressing, long stale, List<String> queues, long open) {
        public Load {
            queues = List.copyOf(queues);
        }
    }

    /** Those who have cases or serve a queue, the busiest first; however a name was written, it is one person's. */
    public List<Load> loads() {
        return jdbc.sql("""
                        WITH had AS (
                            SELECT lower(owner) AS person, max(owner) AS written, count(*) AS cases, count(*) FILTER (WHERE priority IN ('P1', 'P2')) AS pressing,
                                   count(*) FILTER (WHERE reminders > 0) AS stale
                            FROM case_head WHERE standing = 'with people' AND owner <> '' GROUP BY lower(owner)),
                        serving AS (
                            SELECT lower(person) AS person, max(person) AS serves, array_agg(queue ORDER BY queue) AS queues
                            FROM queue_member GROUP BY lower(person)),
                        free AS (
                            SELECT queue, count(*) AS cases FROM case_head
                            WHERE standing = 'with people' AND owner = '' GROUP BY queue)
                        SELECT coalesce(written, serves) AS shown, coalesce(had.cases, 0) AS cases, coalesce(pressing, 0) AS pressing,
                               coalesce(stale, 0) AS stale, coalesce(queues, '{}') AS queues,
                               (SELECT coalesce(sum(free.cases), 0) FROM free
                                WHERE queues IS NULL OR free.queue = ANY(queues)) AS open
                        FROM had FULL JOIN serving USING (person) ORDER BY coalesce(had.cases, 0) DESC, shown
                        """)
                .query((row, _) -> new Load(
                        row.getString("shown"),
                        row.getLong("cases"),
                        row.getLong("pressing"),
                        row.getLong("stale"),
                        List.of((String[]) row.getArray("queues").getArray()),
                        row.getLong("open")))
                .list();
    }

    /**
     * Drafts, plans and news that wait for a decision while no people have their case.
     *
     * @param overdue whose time has passed
     */
    public record Undecided(long cases, long overdue) {}

    public Undecided undecided() {
        return jdbc.sql("""
                        SELECT count(*) AS cases, count(*) FILTER (WHERE reminders > 0 OR remind_at <= :now) AS overdue
                        FROM case_head WHERE awaiting
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Undecided(row.getLong("cases"), row.getLong("overdue")))
                .single();
    }

    /**
     * One queue.
     *
     * @param people who serve it; 0 where it is everybody's
     * @param pace how long its cases lately waited for a person; empty when there are too few to say
     */
    public record Count(String queue, long cases, long unclaimed, long stale, long people, Optional<String> pace) {}

    /** Queues that hold a case, by name. */
    public List<Count> counts() {
        return jdbc.sql("""
                        SELECT queue, count(*) AS cases, count(*) FILTER (WHERE owner = '') AS unclaimed,
                               count(*) FILTER (WHERE reminders > 0) AS stale,
                               (SELECT count(*) FROM queue_member m WHERE m.queue = case_head.queue) AS people
                        FROM case_head WHERE standing = 'with people' GROUP BY queue ORDER BY queue
                        """)
                .query((row, _) -> new Count(
                        row.getString("queue"),
                        row.getLong("cases"),
                        row.getLong("unclaimed"),
                        row.getLong("stale"),
                        row.getLong("people"),
                        waits.pace(row.getString("queue"))))
                .list();
    }
}
