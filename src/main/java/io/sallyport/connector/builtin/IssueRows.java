package io.sallyport.connector.builtin;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.IssueNews.State;
import io.sallyport.gate.Permit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code tracker_…}. Whoever writes holds {@link #lock}, so that ids follow the order of commits. */
final class IssueRows {

    /** Of the lock numbers, the tracker's. */
    private static final long LOCK = 1_414_677_323L;

    private static final String PREFIX = "ISS-";

    private final JdbcClient jdbc;

    IssueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String id(long number) {
        return PREFIX + number;
    }

    /** Empty for what is no id of this tracker's. */
    static Optional<Long> number(String id) {
        return id.matches(PREFIX + "[0-9]{1,18}")
                ? Optional.of(Long.valueOf(id.substring(PREFIX.length())))
                : Optional.empty();
    }

    /** Until the transaction ends. */
    void lock() {
        jdbc.sql("SELECT count(*) FROM (SELECT pg_advisory_xact_lock(?)) AS held")
                .param(LOCK)
                .query(Long.class)
                .single();
    }

    Optional<String> findByEffect(String effectId) {
        return jdbc.sql("SELECT issue FROM tracker_case WHERE effect_id = ?")
                .param(effectId)
                .query(Long.class)
                .optional()
                .map(IssueRows::id);
    }

    Optional<Long> findOpen(String cause) {
        return jdbc.sql(
                        "SELECT number FROM tracker_issue WHERE cause = ? AND cause <> '' AND state IN ('OPEN', 'ANSWERED')")
                .param(cause)
                .query(Long.class)
                .optional();
    }

    Optional<State> findState(long number) {
        return jdbc.sql("SELECT state FROM tracker_issue WHERE number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    long insert(Errand issue, Instant now) {
        return jdbc.sql("""
                        INSERT INTO tracker_issue (cause, title, text, state, filed_at, changed_at)
                        VALUES (:cause, :title, :text, 'OPEN', :now, :now) RETURNING number
                        """)
                .param("cause", issue.onto())
                .param("title", issue.title())
                .param("text", issue.text())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void insertCase(long number, Permit permit, Errand errand, Instant now) {
        jdbc.sql("""
                INSERT INTO tracker_case (effect_id, issue, case_id, title, text, at)
                VALUES (:effect, :issue, :case, :title, :text, :now)
                """)
                .param("effect", permit.effectId())
                .param("issue", number)
                .param("case", permit.caseId().value())
                .param("title", errand.title())
                .param("text", errand.text())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Nodes' clocks differ: what was said later bears no earlier time. */
    void insertEntry(long number, String by, boolean isPublic, boolean isMove, State state, String text, Instant now) {
        jdbc.sql("""
                INSERT INTO tracker_entry (issue, by, is_public, is_move, state, text, at)
                VALUES (:issue, :by, :public, :move, :state, :text,
                    greatest(:now::timestamptz, (SELECT max(at) FROM tracker_entry WHERE issue = :issue)))
                """)
                .param("issue", number)
                .param("by", by)
                .param("public", isPublic)
                .param("move", isMove)
                .param("state", state.name())
                .param("text", text)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What is open again gives its cause to the one that was filed for it meanwhile. */
    void move(long number, State state, Instant now) {
        jdbc.sql("""
                UPDATE tracker_issue issue SET state = :state, changed_at = :now, cause = CASE WHEN EXISTS (
                        SELECT FROM tracker_issue other WHERE other.cause = issue.cause AND other.number <> issue.number
                            AND other.state IN ('OPEN', 'ANSWERED'))
                    THEN '' ELSE cause END
                WHERE number = :number
                """)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("number", number)
                .update();
    }

    List<IssueNews> newsAfter(long entry, int limit) {
        return jdbc.sql("""
                        SELECT * FROM tracker_entry WHERE id > ? AND (is_public OR is_move) ORDER BY id LIMIT ?
                        """)
                .params(entry, limit)
                .query((row, _) -> new IssueNews(
                        row.getString("id"),
                        id(row.getLong("issue")),
                        State.valueOf(row.getString("state")),
                        row.getBoolean("is_public") ? row.getString("text") : "",
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<Issue.Line> list(boolean onlyOpen, int limit) {
        return jdbc.sql("""
                        SELECT i.*, (SELECT count(DISTINCT case_id) FROM tracker_case c WHERE c.issue = i.number) AS cases
                        FROM tracker_issue i WHERE NOT :open OR state IN ('OPEN', 'ANSWERED')
                        ORDER BY changed_at DESC, number DESC LIMIT :limit
                        """)
                .param("open", onlyOpen)
                .param("limit", limit)
                .query((row, _) -> new Issue.Line(
                        id(row.getLong("number")),
                        row.getString("title"),
                        State.valueOf(row.getString("state")),
                        row.getInt("cases"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    Optional<Issue> find(long number) {
        return jdbc.sql("SELECT * FROM tracker_issue WHERE number = ?")
                .param(number)
                .query((row, _) -> issue(row))
                .optional();
    }

    private Issue issue(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new Issue(
                id(number),
                row.getString("title"),
                row.getString("text"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("filed_at").toInstant(),
                cases(number, row.getString("text")),
                entries(number));
    }

    private List<Issue.LinkedCase> cases(long number, String filed) {
        return jdbc.sql("SELECT case_id, text, at FROM tracker_case WHERE issue = ? ORDER BY at, effect_id")
                .param(number)
                .query((row, _) -> new Issue.LinkedCase(
                        new CaseId(row.getString("case_id")),
                        row.getString("text").equals(filed) ? "" : row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private List<Issue.Entry> entries(long number) {
        return jdbc.sql("SELECT * FROM tracker_entry WHERE issue = ? ORDER BY id")
                .param(number)
                .query((row, _) -> new Issue.Entry(
                        row.getLong("id"),
                        row.getString("by"),
                        row.getBoolean("is_public"),
                        row.getBoolean("is_move"),
                        State.valueOf(row.getString("state")),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
