package io.sallyport.connector.sandbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sandbox_mail}. */
final class MailRows {

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Once per effect and address; what has expired elsewhere is emptied on the way. */
    void insert(String effectId, String address, String subject, String body, Instant now, Optional<Instant> expires) {
        jdbc.sql("UPDATE sandbox_mail SET body = '' WHERE expires_at < ? AND body <> ''")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("""
                        INSERT INTO sandbox_mail (effect_id, address, subject, body, sent_at, expires_at)
                        VALUES (:effect, :address, :subject, :body, :now, :expires)
                        ON CONFLICT (effect_id, address) DO NOTHING
                        """)
                .param("effect", effectId)
                .param("address", address.toLowerCase(Locale.ROOT))
                .param("subject", subject)
                .param("body", body)
                .param("now", Timestamp.from(now))
                .param("expires", expires.map(Timestamp::from).orElse(null), java.sql.Types.TIMESTAMP)
                .update();
    }

    boolean has(String effectId) {
        return jdbc.sql("SELECT count(*) FROM sandbox_mail WHERE effect_id = ?")
                        .param(effectId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Newest first; the bodies of expired ones are left out. */
    List<SandboxMail> to(String address, Instant now, int limit) {
        return jdbc.sql("""
                        SELECT address, subject, sent_at,
                            CASE WHEN expires_at < :now THEN '' ELSE body END AS body
                        FROM sandbox_mail WHERE address = :address ORDER BY id DESC LIMIT :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("address", address.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query((row, _) -> new SandboxMail(
                        row.getString("address"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getString("subject"),
                        row.getString("body")))
                .list();
    }
}
