package io.sallyport.intake;

import io.sallyport.casefile.CaseId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has come in, and which mail ids lead to which case. Used inside the watcher's transaction only. */
final class Arrivals {

    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Messages under one key wait for one another until the transaction ends. */
    void lock(String key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 30))")
                .param(key)
                .query((_, _) -> key)
                .list();
    }

    Optional<CaseId> find(String source, String externalId) {
        return jdbc.sql("SELECT case_id FROM intake_arrival WHERE source = ? AND external_id = ?")
                .params(source, externalId)
                .query(String.class)
                .optional()
                .map(CaseId::new);
    }

    /** Whether it came with these words from this sender. */
    boolean isNoted(Incoming incoming, String textHash) {
        return jdbc.sql("""
                SELECT count(*) FROM intake_arrival
                WHERE source = ? AND external_id = ? AND sender = ? AND text_hash = ?
                """)
                        .params(incoming.source(), incoming.externalId(), incoming.from(), textHash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(Incoming incoming, CaseId caseId, String sender, String textHash, Instant now) {
        jdbc.sql("""
                INSERT INTO intake_arrival (source, external_id, case_id, sender, text_hash, arrived_at, is_history)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        incoming.source(),
                        incoming.externalId(),
                        caseId.value(),
                        sender,
                        textHash,
                        Timestamp.from(now),
                        incoming.pace() == Incoming.Pace.HISTORY)
                .update();
    }

    void addToThread(Collection<String> messageIds, CaseId caseId) {
        for (String id : messageIds) {
            jdbc.sql("INSERT INTO intake_thread (message_id, case_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(id, caseId.value())
                    .update();
        }
    }

    /** Cases in whose thread this mail id was named, the latest first. */
    List<CaseId> findByThread(String messageId) {
        return jdbc.sql("""
                SELECT t.case_id FROM intake_thread t JOIN case_head h USING (case_id)
                WHERE t.message_id = ? ORDER BY h.updated_at DESC LIMIT 5
                """)
                .param(messageId)
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list();
    }

    /** History is no traffic and does not count. */
    int countSince(String sender, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM intake_arrival
                WHERE sender = ? AND arrived_at > ? AND NOT is_history
                """)
                .params(sender, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    int countSameTextSince(String sender, String textHash, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM intake_arrival
                WHERE sender = ? AND text_hash = ? AND arrived_at > ? AND NOT is_history
                """)
                .params(sender, textHash, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }
}
