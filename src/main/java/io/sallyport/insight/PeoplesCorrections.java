package io.sallyport.insight;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often people had to put right what the desk took a case for, and how often a solved case came back. */
public final class PeoplesCorrections {

    /** A case that comes back later than this is a new matter. */
    public static final Duration REOPEN = Duration.ofDays(7);

    private final JdbcClient jdbc;

    public PeoplesCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of the cases routed in a span of time, those that a person put into another queue or category.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public Rate misrouted(Instant from, Instant to) {
        return rate("""
                SELECT count(*) FILTER (WHERE EXISTS (
                           SELECT 1 FROM case_event e WHERE e.case_id = routed.case_id AND e.kind = 'reclassified'
                             AND e.actor_kind = 'PERSON'
                             AND (e.body::json ->> 'queue' IS NOT NULL OR e.body::json ->> 'category' IS NOT NULL))) AS hits,
                       count(*) AS total
                FROM (SELECT DISTINCT case_id FROM case_event WHERE kind = 'routed' AND at >= :from AND at < :to) AS routed
                """, from, to);
    }

    /**
     * Of the cases that are P1 in the end, as triage or as a person said last, those that triage itself found: what it
     * reads once a person has said how grave the case is no longer counts.
     */
    public Rate recallOfP1(Instant from, Instant to) {
        return rate("""
                WITH persons AS (
                    SELECT case_id, min(seq) AS first,
                           (array_agg(body::json ->> 'priority' ORDER BY seq DESC))[1] AS last
                    FROM case_event
                    WHERE kind = 'reclassified' AND actor_kind = 'PERSON' AND body::json ->> 'priority' IS NOT NULL
                    GROUP BY case_id),
                said AS (
                    SELECT t.case_id, max(p.last) AS corrected,
                           bool_or(t.body::json -> 'triage' -> 'urgency' ->> 'priority' = 'P1'
                               AND (p.first IS NULL OR t.seq < p.first)) AS found
                    FROM case_event t LEFT JOIN persons p ON p.case_id = t.case_id
                    WHERE t.kind = 'triaged' AND t.at >= :from AND t.at < :to GROUP BY t.case_id)
                SELECT count(*) FILTER (WHERE found) AS hits, count(*) AS total
                FROM said WHERE coalesce(corrected = 'P1', found)
                """, from, to);
    }

    /** Of the cases resolved, by whom: those to which the customer wrote again within {@link #REOPEN}. */
    public Map<String, Rate> reopened(Instant from, Instant to) {
        var rates = new LinkedHashMap<String, Rate>();
        jdbc.sql("""
                        SELECT CASE actor_kind WHEN 'PERSON' THEN 'people' ELSE 'desk' END AS who, count(*) AS total,
                               count(*) FILTER (WHERE EXISTS (
                                   SELECT 1 FROM case_event m WHERE m.case_id = done.case_id AND m.seq > done.seq
                                     AND m.kind = 'message-received' AND m.actor_kind = 'CUSTOMER'
                                     AND m.body::json -> 'message' ->> 'author' = 'CUSTOMER'
                                     AND m.at < done.at + :reopen * interval '1 second')) AS hits
                        FROM case_event done WHERE kind = 'case-resolved' AND at >= :from AND at < :to
                        GROUP BY 1 ORDER BY 1
                        """)
                .param("reopen", REOPEN.toSeconds())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> rates.put(row.getString("who"), new Rate(row.getLong("hits"), row.getLong("total"))))
                .list();
        return rates;
    }

    private Rate rate(String sql, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> new Rate(row.getLong("hits"), row.getLong("total")))
                .single();
    }
}
