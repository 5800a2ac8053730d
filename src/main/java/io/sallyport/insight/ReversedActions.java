package io.sallyport.insight;

import io.sallyport.casefile.Lane;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many of the account changes that were carried out a person has taken back. Reads the cases' events. */
public final class ReversedActions {

    private final JdbcClient jdbc;

    public ReversedActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all actions carried out since then, by lane: the signal. */
    public Map<Lane, Rate> byLane(Instant since) {
        Collection<Rate> all = byAction(since).values();
        return Map.of(
                Lane.ACTION,
                new Rate(
                        all.stream().mapToLong(Rate::hits).sum(),
                        all.stream().mapToLong(Rate::of).sum()));
    }

    /** By the action's name in the catalogue. An undoing that was refused, or whose outcome is unknown, took nothing back. */
    public Map<String, Rate> byAction(Instant since) {
        var shares = new TreeMap<String, Rate>();
        jdbc.sql("""
                SELECT done.body::json -> 'receipt' ->> 'action' AS action, count(*) AS whole, count(taken_back.effect) AS part
                FROM case_event done
                LEFT JOIN (
                    SELECT DISTINCT meant.case_id, meant.body::json -> 'effect' -> 'content' ->> 'effectId' AS effect
                    FROM case_event meant
                    JOIN case_event outcome ON outcome.case_id = meant.case_id AND outcome.kind = 'effect-settled'
                        AND outcome.body::json ->> 'effectId' = meant.body::json -> 'effect' ->> 'id'
                        AND outcome.body::json -> 'delivery' ->> 'is' = 'accepted'
                    WHERE meant.kind = 'effect-intended' AND meant.body::json -> 'effect' -> 'content' ->> 'is' = 'undo'
                ) taken_back ON taken_back.case_id = done.case_id
                    AND taken_back.effect = done.body::json -> 'receipt' ->> 'effectId'
                WHERE done.kind = 'receipt-issued' AND done.at >= ?
                GROUP BY 1
                """).param(Timestamp.from(since)).query(row -> {
            shares.put(row.getString("action"), new Rate(row.getLong("part"), row.getLong("whole")));
        });
        return shares;
    }
}
