package io.sallyport.connector.sandbox;

import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Group;
import io.sallyport.casefile.FieldValue.Many;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.connector.sandbox.Change.Patched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sandbox_effect}, and the lock under which an effect is made or looked up. */
final class EffectRows {

    /** Of the lock numbers, those of the sandbox. */
    private static final int LOCK_SPACE = 1_397_637_700;

    private final JdbcClient jdbc;

    EffectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An effect that was made.
     *
     * @param request hash of what was asked
     * @param undoUntil empty when it cannot be undone
     */
    record Made(
            String effectId,
            String account,
            String request,
            Answer.Changed answer,
            List<Patched> patched,
            Optional<Instant> undoUntil) {}

    void lock(String effectId) {
        jdbc.sql("SELECT count(*) FROM (SELECT pg_advisory_xact_lock(?, hashtext(?))) AS held")
                .params(LOCK_SPACE, effectId)
                .query(Long.class)
                .single();
    }

    /** False while somebody is at it. */
    boolean tryLock(String effectId) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?, hashtext(?))")
                .params(LOCK_SPACE, effectId)
                .query(Boolean.class)
                .single();
    }

    Optional<Made> find(String effectId) {
        return jdbc.sql("SELECT * FROM sandbox_effect WHERE effect_id = ?")
                .param(effectId)
                .query(EffectRows::made)
                .optional();
    }

    boolean isUndone(String effectId) {
        return jdbc.sql("SELECT count(*) FROM sandbox_effect WHERE undoes = ?")
                        .param(effectId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(Made made, String action, String caseId, Optional<String> undoes, Instant at) {
        jdbc.sql("""
                        INSERT INTO sandbox_effect (effect_id, action, request, case_id, account, remote_id, confirmed,
                            changed, undo_until, undoes, at)
                        VALUES (:effect, :action, :request, :case, :account, :remote, :confirmed::jsonb,
                            :changed::jsonb, :until, :undoes, :at)
                        """)
                .param("effect", made.effectId())
                .param("action", action)
                .param("request", made.request())
                .param("case", caseId)
                .param("account", made.account())
                .param("remote", made.answer().remoteId())
                .param("confirmed", FieldJson.write(made.answer().confirmed()))
                .param("changed", FieldJson.write(Map.of("records", written(made.patched()))))
                .param("until", made.undoUntil().map(Timestamp::from).orElse(null), java.sql.Types.TIMESTAMP)
                .param("undoes", undoes.orElse(null), java.sql.Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .update();
    }

    void log(String account, String caseId, String effectId, String entry, Instant at) {
        jdbc.sql("INSERT INTO sandbox_crm_log (account, case_id, effect_id, at, entry) VALUES (?, ?, ?, ?, ?)")
                .params(account, caseId, effectId, Timestamp.from(at), entry)
                .update();
    }

    /** Newest first. */
    List<String> logOf(String account) {
        return jdbc.sql("SELECT at, case_id, entry FROM sandbox_crm_log WHERE account = ? ORDER BY id DESC")
                .param(account)
                .query((row, _) -> row.getTimestamp("at").toInstant() + "  " + row.getString("case_id") + "  "
                        + row.getString("entry"))
                .list();
    }

    private static Made made(ResultSet row, int at) throws SQLException {
        return new Made(
                row.getString("effect_id"),
                row.getString("account"),
                row.getString("request"),
                new Answer.Changed(row.getString("remote_id"), FieldJson.readTexts(row.getString("confirmed"))),
                patched(FieldJson.read(row.getString("changed")).get("records")),
                Optional.ofNullable(row.getTimestamp("undo_until")).map(Timestamp::toInstant));
    }

    private static FieldValue written(List<Patched> patched) {
        return new Many(patched.stream()
                .<FieldValue>map(one -> new Group(Map.of(
                        "kind", new Text(one.kind()),
                        "id", new Text(one.id()),
                        "before", new Group(one.before()),
                        "after", new Group(one.after()))))
                .toList());
    }

    private static List<Patched> patched(@org.jspecify.annotations.Nullable FieldValue written) {
        return written instanceof Many(var values)
                ? values.stream()
                        .<Patched>mapMulti((value, out) -> {
                            if (value instanceof Group one) {
                                out.accept(patched(one));
                            }
                        })
                        .toList()
                : List.of();
    }

    private static Patched patched(Group one) {
        return new Patched(
                OrderActions.text(one, "kind"),
                OrderActions.text(one, "id"),
                group(one, "before"),
                group(one, "after"));
    }

    private static Map<String, FieldValue> group(Group one, String field) {
        return one.fields().get(field) instanceof Group(var fields) ? fields : Map.of();
    }
}
