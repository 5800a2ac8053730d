package io.sallyport.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of tries to sign in. Whoever tries is hashed: people type passwords where a name should be. */
final class LoginTryRows {

    private static final int SWEPT_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Duration window;

    /** @param window begins with the first try, and anew with the first one after it */
    LoginTryRows(JdbcClient jdbc, Duration window) {
        this.jdbc = jdbc;
        this.window = window;
    }

    /** Counts one and says how many that makes. A window from far ahead is of a clock that was set back since. */
    int count(String who, Instant now) {
        return jdbc.sql("""
                        insert into login_try as known (who, since, tries) values (:who, :now, 1)
                        on conflict (who) do update set
                            since = case when known.since between :oldest and :latest then known.since else :now end,
                            tries = case when known.since between :oldest and :latest then known.tries + 1 else 1 end
                        returning tries""")
                .param("who", hash(who))
                .param("now", Timestamp.from(now))
                .param("oldest", Timestamp.from(now.minus(window)))
                .param("latest", Timestamp.from(now.plus(window)))
                .query(Integer.class)
                .single();
    }

    /** As if the last one had not been. */
    void takeBack(String who) {
        jdbc.sql("update login_try set tries = tries - 1 where who = ? and tries > 0")
                .param(hash(who))
                .update();
    }

    void forget(String who) {
        jdbc.sql("delete from login_try where who = ?").param(hash(who)).update();
    }

    /** A try makes two rows at most, so that this keeps up. Rows that are being counted on are left to the next. */
    void sweep(Instant now) {
        jdbc.sql("""
                        delete from login_try where who in (
                            select who from login_try where since < ? order by since limit ? for update skip locked)""").params(Timestamp.from(now.minus(window)), SWEPT_AT_ONCE).update();
    }

    private static String hash(String who) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
