package io.sallyport.escalation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits as the events of the cases tell them: from the hand-over to the first thing that a person decided after it. */
final class PostgresQueueWaits implements QueueWaits {

    /** The decisions whose hand-overs are looked at: several can be of one case, and of any queue. */
    private static final int DECISIONS = 400;

    private static final String DECIDED =
            "actor_kind = 'PERSON' AND kind NOT IN ('note-added', 'reclassified', 'cluster-joined', 'cluster-left')";

    private final JdbcClient jdbc;

    PostgresQueueWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waited> latest(String queue) {
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
                        ORDER BY taken.at DESC LIMIT :sample
                        """.formatted(DECIDED))
                .param("decisions", DECISIONS)
                .param("queue", queue)
                .param("sample", ExpectedWait.SAMPLE)
                .query((row, _) -> new Waited(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("taken").toInstant(),
                        row.getString("person")))
                .list();
    }

    @Override
    public int serving(String queue) {
        return jdbc.sql("SELECT count(*) FROM queue_member WHERE queue = ?")
                .param(queue)
                .query(Integer.class)
                .single();
    }
}
