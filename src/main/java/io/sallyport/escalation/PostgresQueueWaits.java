package io.sallyport.escalation;

import io.sallyport.casefile.Priority;
import io.sallyport.triage.DueTimes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waits as the events of the cases tell them: from the hand-over to the first thing that a person decided after it. A yes to
 * the words that somebody will answer is no answer, nor is what came in from a case that was merged.
 */
final class PostgresQueueWaits implements QueueWaits {

    /** The decisions whose hand-overs are looked at: several can be of one case, and of any queue. */
    private static final int DECISIONS = 400;

    private static final String DECIDED =
            "actor_kind = 'PERSON' AND kind NOT IN ('note-added', 'reclassified', 'cluster-joined', 'cluster-left',"
                    + " 'bridge-approved', 'case-absorbed')";

    /** Of a queue with more the newest say enough. */
    private static final int WAITING = 1000;

    private final JdbcClient jdbc;

    PostgresQueueWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waited> latest(String queue, Priority priority) {
        return jdbc.sql("""
                        SELECT handed.at AS since, taken.at AS taken, taken.actor AS person
                        FROM (
                            SELECT DISTINCT decided.case_id, escalated.seq, escalated.at
                            FROM (
                                SELECT case_id, seq FROM case_event WHERE %1$s ORDER BY at DESC LIMIT :decisions
                            ) AS decided
                            CROSS JOIN LATERAL (
                                SELECT seq, at, body FROM case_event
                                WHERE case_id = decided.case_id AND seq < decided.seq AND kind = 'escalated'
                                ORDER BY seq DESC LIMIT 1
                            ) AS escalated
                            WHERE escalated.body::json ->> 'queue' = :queue
                        ) AS handed
                        CROSS JOIN LATERAL (
                            SELECT at, actor FROM case_event
                            WHERE case_id = handed.case_id AND seq > handed.seq AND %1$s ORDER BY seq LIMIT 1
                        ) AS taken
                        LEFT JOIN LATERAL (
                            SELECT priority FROM (
                                SELECT seq, coalesce(
                                    body::json ->> 'priority',
                                    body::json ->> 'raisedTo',
                                    body::json -> 'triage' -> 'urgency' ->> 'priority') AS priority
                                FROM case_event WHERE case_id = handed.case_id AND seq < handed.seq
                                    AND kind IN ('triaged', 'reclassified', 'cluster-joined')
                            ) AS said WHERE priority IS NOT NULL ORDER BY seq DESC LIMIT 1
                        ) AS known ON true
                        WHERE coalesce(known.priority, 'P3') IN (:priorities)
                        ORDER BY taken.at DESC LIMIT :sample
                        """.formatted(DECIDED))
                .param("decisions", DECISIONS)
                .param("queue", queue)
                .param("priorities", byTheClockOf(priority))
                .param("sample", ExpectedWait.SAMPLE)
                .query((row, _) -> new Waited(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("taken").toInstant(),
                        row.getString("person")))
                .list();
    }

    @Override
    public List<Instant> waiting(String queue, Priority priority) {
        return jdbc.sql("""
                        SELECT people_since FROM case_head
                        WHERE standing = 'with people' AND queue = :queue AND people_since IS NOT NULL
                            AND coalesce(nullif(priority, ''), 'P3') IN (:priorities)
                            AND NOT EXISTS (
                                SELECT FROM case_event
                                WHERE case_id = case_head.case_id AND at >= people_since AND %s)
                        ORDER BY people_since DESC LIMIT :waiting
                        """.formatted(DECIDED))
                .param("queue", queue)
                .param("priorities", byTheClockOf(priority))
                .param("waiting", WAITING)
                .query((row, _) -> row.getTimestamp("people_since").toInstant())
                .list();
    }

    private static List<String> byTheClockOf(Priority priority) {
        return Stream.of(Priority.values())
                .filter(other -> DueTimes.isAroundTheClock(other) == DueTimes.isAroundTheClock(priority))
                .map(Priority::name)
                .toList();
    }

    @Override
    public int serving(String queue) {
        return jdbc.sql("SELECT count(*) FROM queue_member WHERE queue = ?")
                .param(queue)
                .query(Integer.class)
                .single();
    }
}
