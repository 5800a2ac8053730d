package io.sallyport.escalation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits as the events of the cases tell them: from the hand-over to the first thing that a person decided after it. */
final class PostgresQueueWaits implements QueueWaits {

    /** Decisions looked at: several can be of one case, and of any queue. */
    private static final int DECISIONS = 400;

    private final JdbcClient jdbc;

    PostgresQueueWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waited> latest(String queue) {
        return jdbc.sql("""
                        SELECT handed.at AS since, min(taken.at) AS taken, (array_agg(taken.actor ORDER BY taken.seq))[1] AS person
                        FROM (
                            SELECT case_id, seq, at, actor FROM case_event
                            WHERE actor_kind = 'PERSON' AND kind NOT IN
                                ('note-added', 'reclassified', 'cluster-joined', 'cluster-left') ORDER BY at DESC LIMIT :decisions
                        ) AS taken
                        CROSS JOIN LATERAL (
                            SELECT seq, at, body FROM case_event
                            WHERE case_id = taken.case_id AND seq < taken.seq AND kind = 'escalated'
                            ORDER BY seq DESC LIMIT 1
                        ) AS handed
                        WHERE handed.body::json ->> 'queue' = :queue
                        GROUP BY taken.case_id, handed.seq, handed.at
                        ORDER BY taken DESC LIMIT :sample
                        """)
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
