package io.sallyport.api;

import io.sallyport.casefile.ChainHash;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys other programs come with; only their hashes are kept. May be shared between threads. */
public final class ApiKeys {

    /**
     * A key, without itself.
     *
     * @param lastUsedAt to the minute
     * @param decides whether who comes with it may take people's decisions
     */
    public record ApiKey(
            String name, Instant createdAt, Optional<Instant> lastUsedAt, boolean isRevoked, boolean decides) {}

    /** Who comes with a key in use. */
    record Caller(String name, boolean decides) {}

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final String PREFIX = "sallyport_";
    private static final int RANDOM_BYTES = 32;
    private static final Duration LAST_USED_GRAIN = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final InstantSource clock;

    public ApiKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a key to file tickets and read cases.
     *
     * @return the key itself, which cannot be had again
     * @throws IllegalArgumentException when the name is taken or not a name
     */
    public String create(String name) {
        return create(name, false);
    }

    /**
     * Makes a key.
     *
     * @param decides whether it is to take people's decisions, too
     * @return the key itself, which cannot be had again
     * @throws IllegalArgumentException when the name is taken or not a name
     */
    public String create(String name, boolean decides) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a key: use up to 63 of a-z, 0-9, dot, dash and underscore");
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            jdbc.sql("INSERT INTO api_key (name, hash, created_at, decides) VALUES (?, ?, ?, ?)")
                    .params(name, ChainHash.of(key), Timestamp.from(clock.instant()), decides)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("there is a key named '" + name + "'; revoke it first", taken);
        }
        return key;
    }

    /** Who comes with this, where it is a key in use. */
    Optional<Caller> find(String key) {
        String hash = ChainHash.of(key);
        Optional<Caller> caller = jdbc.sql("SELECT name, decides FROM api_key WHERE hash = ? AND revoked_at IS NULL")
                .param(hash)
                .query((row, _) -> new Caller(row.getString("name"), row.getBoolean("decides")))
                .optional();
        caller.ifPresent(_ -> noteUse(hash));
        return caller;
    }

    private void noteUse(String hash) {
        Instant now = clock.instant();
        jdbc.sql("UPDATE api_key SET last_used_at = ? WHERE hash = ? AND (last_used_at IS NULL OR last_used_at < ?)")
                .params(Timestamp.from(now), hash, Timestamp.from(now.minus(LAST_USED_GRAIN)))
                .update();
    }

    public List<ApiKey> list() {
        return jdbc.sql("SELECT * FROM api_key ORDER BY created_at, id")
                .query((row, _) -> new ApiKey(
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        findInstant(row, "last_used_at"),
                        findInstant(row, "revoked_at").isPresent(),
                        row.getBoolean("decides")))
                .list();
    }

    private static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** @return false when no key in use has this name */
    public boolean revoke(String name) {
        return jdbc.sql("UPDATE api_key SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL")
                        .params(Timestamp.from(clock.instant()), name)
                        .update()
                == 1;
    }

    boolean isWithoutAny() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM api_key)")
                .query(Boolean.class)
                .single();
    }
}
