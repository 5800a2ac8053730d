package io.sallyport.model.limits;

import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.RateLimits;
import io.sallyport.model.language.VendorLimit;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns as rows that all nodes share. Whoever books learns at once when its turn comes, so nobody polls and the order of
 * asking is the order of calling.
 */
final class PostgresRateLimits implements RateLimits {

    private final ModelSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Pauses pauses;

    PostgresRateLimits(
            ModelSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InstantSource clock,
            Pauses pauses) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.pauses = pauses;
    }

    @Override
    public Turn book(String vendor, boolean isUrgent, long tokens, Duration atMost) {
        var paused = pauses.left(vendor);
        if (paused.isPositive() && paused.compareTo(atMost) > 0) {
            return new TooLate(paused);
        }
        var limit = limit(vendor);
        if (limit.isNone()) {
            return new Booked(vendor, paused, tokens, false);
        }
        return Objects.requireNonNull(
                transaction.execute(_ -> bookOne(new Wish(vendor, isUrgent, tokens), limit, paused, atMost)));
    }

    private record Wish(String vendor, boolean isUrgent, long tokens) {}

    private Turn bookOne(Wish wish, VendorLimit limit, Duration paused, Duration atMost) {
        var now = clock.instant();
        var free = lockedRows(wish.vendor(), now).stream()
                .filter(row -> row.share() == Share.COMMON || wish.isUrgent())
                .min(Comparator.comparing((Share.Free row) -> row.turn(now)).thenComparing(Share.Free::share))
                .orElseThrow();
        var delay = longer(Duration.between(now, free.turn(now)), paused);
        if (delay.compareTo(atMost) > 0) {
            return new TooLate(delay);
        }
        write(wish.vendor(), free.after(limit, wish.tokens(), now));
        return new Booked(wish.vendor(), delay, wish.tokens(), free.share() == Share.URGENT);
    }

    @Override
    public void correct(Booked turn, long tokens) {
        var limit = limit(turn.vendor());
        if (limit.tokensPerMinute() == 0 || tokens == turn.tokens()) {
            return;
        }
        var share = turn.isFromShare() ? Share.URGENT : Share.COMMON;
        var more = share.ofTokens(limit, tokens - turn.tokens());
        jdbc.sql("""
                UPDATE model_turn SET tokens_free_at = tokens_free_at + ? * interval '1 millisecond'
                WHERE vendor = ? AND share = ?
                """).params(more.toMillis(), turn.vendor(), share.label()).update();
    }

    @Override
    public void leaveAlone(String vendor, Duration pause) {
        pauses.begin(vendor, pause);
    }

    private VendorLimit limit(String vendor) {
        return settings.limits().getOrDefault(vendor, VendorLimit.NONE);
    }

    private List<Share.Free> lockedRows(String vendor, Instant now) {
        var rows = readLocked(vendor);
        if (rows.size() < Share.values().length) {
            for (var share : Share.values()) {
                jdbc.sql("INSERT INTO model_turn VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(vendor, share.label(), idle(now), idle(now))
                        .update();
            }
            return readLocked(vendor);
        }
        return rows;
    }

    private static Timestamp idle(Instant now) {
        return Timestamp.from(now.minus(Share.BURST));
    }

    private List<Share.Free> readLocked(String vendor) {
        return jdbc.sql("""
                SELECT share, requests_free_at, tokens_free_at FROM model_turn WHERE vendor = ? ORDER BY share FOR UPDATE
                """)
                .param(vendor)
                .query((row, _) -> new Share.Free(
                        row.getString(1).equals(Share.URGENT.label()) ? Share.URGENT : Share.COMMON,
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    private void write(String vendor, Share.Free free) {
        jdbc.sql("UPDATE model_turn SET requests_free_at = ?, tokens_free_at = ? WHERE vendor = ? AND share = ?")
                .params(
                        Timestamp.from(free.requests()),
                        Timestamp.from(free.tokens()),
                        vendor,
                        free.share().label())
                .update();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
