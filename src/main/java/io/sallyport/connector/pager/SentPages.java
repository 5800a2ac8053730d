package io.sallyport.connector.pager;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code page_mail}: a mail server cannot be asked what became of a mail, so what was tried is kept here. */
final class SentPages {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SentPages(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Written when the server has greeted and before it is given the mail. */
    void begun(String effectId) {
        jdbc.sql("INSERT INTO page_mail (effect_id, is_sent, at) VALUES (?, false, ?) ON CONFLICT DO NOTHING")
                .params(effectId, Timestamp.from(clock.instant()))
                .update();
    }

    void sent(String effectId) {
        jdbc.sql("UPDATE page_mail SET is_sent = true WHERE effect_id = ?")
                .param(effectId)
                .update();
    }

    /** The server has said that it did not take it. */
    void declined(String effectId) {
        jdbc.sql("DELETE FROM page_mail WHERE effect_id = ? AND NOT is_sent")
                .param(effectId)
                .update();
    }

    /** Empty when no server was ever given it; else whether one has taken it for certain. */
    Optional<Boolean> find(String effectId) {
        return jdbc.sql("SELECT is_sent FROM page_mail WHERE effect_id = ?")
                .param(effectId)
                .query(Boolean.class)
                .optional();
    }
}
