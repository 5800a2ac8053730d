package io.sallyport.connector.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sandbox_link}. */
final class LinkRows {

    static final String PATH = "/sandbox/address/";
    static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param confirms the address that opening it confirms; empty where the new address is entered there */
    record Link(String token, String effectId, String account, Optional<String> confirms) {
        @Override
        public String toString() {
            return "Link[" + effectId + "]";
        }
    }

    Link make(String effectId, String account, Optional<String> confirms, Instant expires) {
        byte[] secret = new byte[16];
        RANDOM.nextBytes(secret);
        var link = new Link(HexFormat.of().formatHex(secret), effectId, account, confirms);
        jdbc.sql("""
                        INSERT INTO sandbox_link (token_hash, effect_id, account, confirms, expires_at)
                        VALUES (:hash, :effect, :account, :confirms, :expires)
                        """)
                .param("hash", hash(link.token()))
                .param("effect", effectId)
                .param("account", account)
                .param("confirms", confirms.orElse(null), java.sql.Types.VARCHAR)
                .param("expires", Timestamp.from(expires))
                .update();
        return link;
    }

    /** One that has not been used and has not expired. */
    Optional<Link> findOpen(String token, Instant now) {
        return jdbc.sql("SELECT * FROM sandbox_link WHERE token_hash = ? AND NOT used AND expires_at > ?")
                .params(hash(token), Timestamp.from(now))
                .query((row, _) -> new Link(
                        token,
                        row.getString("effect_id"),
                        row.getString("account"),
                        Optional.ofNullable(row.getString("confirms"))))
                .optional();
    }

    /** @return whether nobody was first */
    boolean use(Link link) {
        return jdbc.sql("UPDATE sandbox_link SET used = true WHERE token_hash = ? AND NOT used")
                        .param(hash(link.token()))
                        .update()
                == 1;
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
