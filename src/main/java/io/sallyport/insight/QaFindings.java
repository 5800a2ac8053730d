package io.sallyport.insight;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the QA Reviewer has found, to read. May be shared between threads. */
public final class QaFindings {

    private final JdbcClient jdbc;

    public QaFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a case's sent replies, the oldest first. */
    public List<Finding> ofCase(CaseId id) {
        return jdbc.sql("SELECT * FROM qa_review WHERE case_id = ? ORDER BY sent_at, effect_id")
                .param(id.value())
                .query(FindingRow::read)
                .list();
    }

    /** What people should look at, newest first: replies found not accurate, and those that could not be reviewed. */
    public List<Finding> toLookAt(int limit) {
        return list(new Query(Optional.empty(), true, Score.BEST, 0, limit));
    }

    /** Every reply that was sampled, newest first. */
    public List<Finding> sampled(int limit) {
        return list(new Query(Optional.empty(), false, Score.BEST, 0, limit));
    }

    /**
     * Which sampled replies to list.
     *
     * @param lane empty: any
     * @param isToLookAt only those found not accurate or given up
     * @param most only those with a score of at most so many points; {@link Score#BEST}: any, reviewed or not
     * @param from how many to pass over
     */
    public record Query(Optional<Lane> lane, boolean isToLookAt, int most, int from, int limit) {}

    /** Newest first. */
    public List<Finding> list(Query query) {
        return jdbc.sql("""
                SELECT * FROM qa_review
                WHERE state <> 'not-sampled' AND (:lane = '' OR lane = :lane)
                  AND (NOT :toLookAt OR state = 'not-reviewed' OR (state = 'reviewed' AND NOT accurate))
                  AND (:most >= :best OR least(accuracy, tone, policy, completeness) <= :most)
                ORDER BY sent_at DESC, effect_id OFFSET :from LIMIT :limit
                """)
                .param("lane", query.lane().map(Lane::label).orElse(""))
                .param("toLookAt", query.isToLookAt())
                .param("most", query.most())
                .param("best", Score.BEST)
                .param("from", query.from())
                .param("limit", query.limit())
                .query(FindingRow::read)
                .list();
    }

    /**
     * A lane's replies sent in a span of time, counted.
     *
     * @param accuracy and the other three are means over the reviewed, 0 where there are none
     */
    public record Sum(
            Lane lane,
            long sent,
            long reviewed,
            long waiting,
            long notReviewed,
            long notAccurate,
            long notGrounded,
            double accuracy,
            double tone,
            double policy,
            double completeness) {}

    /**
     * Lanes that sent something, by name.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public List<Sum> sums(Instant from, Instant to) {
        return jdbc.sql("""
                SELECT lane, count(*) AS sent,
                       count(*) FILTER (WHERE state = 'reviewed') AS reviewed,
                       count(*) FILTER (WHERE state = 'waiting') AS waiting,
                       count(*) FILTER (WHERE state = 'not-reviewed') AS not_reviewed,
                       count(*) FILTER (WHERE NOT accurate) AS not_accurate,
                       count(*) FILTER (WHERE NOT grounded) AS not_grounded,
                       coalesce(avg(accuracy), 0) AS accuracy, coalesce(avg(tone), 0) AS tone,
                       coalesce(avg(policy), 0) AS policy, coalesce(avg(completeness), 0) AS completeness
                FROM qa_review WHERE sent_at >= ? AND sent_at < ? GROUP BY lane ORDER BY lane
                """)
                .params(Timestamp.from(from), Timestamp.from(to))
                .query((row, _) -> FindingRow.sum(row))
                .list();
    }
}
