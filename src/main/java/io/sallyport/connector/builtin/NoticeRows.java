package io.sallyport.connector.builtin;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Errand;
import io.sallyport.gate.Permit;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code team_post} and {@code page_call}: once per effect. */
final class NoticeRows {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    NoticeRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String insertPost(Permit permit, Errand post) {
        jdbc.sql("""
                INSERT INTO team_post (effect_id, case_id, thread, title, text, at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (effect_id) DO NOTHING
                """)
                .params(
                        permit.effectId(),
                        permit.caseId().value(),
                        post.onto(),
                        post.title(),
                        post.text(),
                        Timestamp.from(clock.instant()))
                .update();
        return permit.effectId();
    }

    String insertPage(Permit permit, Errand page) {
        jdbc.sql("""
                INSERT INTO page_call (effect_id, case_id, title, text, at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (effect_id) DO NOTHING
                """)
                .params(
                        permit.effectId(),
                        permit.caseId().value(),
                        page.title(),
                        page.text(),
                        Timestamp.from(clock.instant()))
                .update();
        return permit.effectId();
    }

    Optional<String> findPost(String effectId) {
        return find("SELECT effect_id FROM team_post WHERE effect_id = ?", effectId);
    }

    Optional<String> findPage(String effectId) {
        return find("SELECT effect_id FROM page_call WHERE effect_id = ?", effectId);
    }

    private Optional<String> find(String sql, String effectId) {
        return jdbc.sql(sql).param(effectId).query(String.class).optional();
    }

    List<TeamNotice> posts(int limit) {
        return list(
                "SELECT case_id, thread, title, text, at FROM team_post ORDER BY at DESC, effect_id LIMIT ?", limit);
    }

    List<TeamNotice> pages(int limit) {
        return list(
                "SELECT case_id, '' AS thread, title, text, at FROM page_call ORDER BY at DESC, effect_id LIMIT ?",
                limit);
    }

    private List<TeamNotice> list(String sql, int limit) {
        return jdbc.sql(sql)
                .param(limit)
                .query((row, _) -> new TeamNotice(
                        new CaseId(row.getString("case_id")),
                        row.getString("thread"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
