package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.gate.Reservations;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reservations in the database, under advisory locks that all nodes share and that end with the transaction. */
final class PostgresReservations implements Reservations {

    static final Duration DAY = Duration.ofHours(24);
    static final Duration MONTH = Duration.ofDays(30);

    /** Any constants of our own, one for each kind of lock, in the order in which they are taken. */
    static final int CUSTOMER_LOCK_SPACE = 0x5A70;

    static final int LANE_LOCK_SPACE = 0x5A71;
    static final int COMPANY_LOCK_SPACE = 0x5A72;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    PostgresReservations(DataSource dataSource, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("NullAway") // what the decision returned, which is never null
    public <T> T alone(ActionPlan plan, Supplier<T> decision) {
        return transaction.execute(_ -> {
            lock(CUSTOMER_LOCK_SPACE, plan.customer());
            lock(LANE_LOCK_SPACE, plan.lane().label());
            lock(COMPANY_LOCK_SPACE, "company");
            return decision.get();
        });
    }

    private void lock(int space, String what) {
        jdbc.sql("SELECT count(*) FROM (SELECT pg_advisory_xact_lock(?, ?)) AS held")
                .params(space, what.hashCode())
                .query(Long.class)
                .single();
    }

    @Override
    public boolean reserve(String effectId, ActionPlan plan) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(effectId + " can only be reserved within alone()");
        }
        // Both halves see the table as it was before.
        return jdbc.sql("""
                WITH counted AS (
                    INSERT INTO action_reservation (effect_id, case_id, customer, lane, action, currency, minor, at)
                    VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?)
                    ON CONFLICT (effect_id) DO UPDATE SET at = excluded.at, released_at = NULL)
                SELECT NOT EXISTS (SELECT FROM action_reservation WHERE effect_id = ? AND released_at IS NULL)
                """)
                .params(
                        effectId,
                        plan.caseId().value(),
                        plan.customer(),
                        plan.lane().label(),
                        plan.action(),
                        plan.amount().map(Amount::currency).orElse(""),
                        plan.amount().map(Amount::minor).orElse(0L),
                        Timestamp.from(clock.instant()),
                        effectId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void booked(String effectId) {
        jdbc.sql("UPDATE action_reservation SET booked_at = ? WHERE effect_id = ? AND booked_at IS NULL")
                .params(Timestamp.from(clock.instant()), effectId)
                .update();
    }

    @Override
    public void release(String effectId) {
        jdbc.sql("UPDATE action_reservation SET released_at = ? WHERE effect_id = ? AND released_at IS NULL")
                .params(Timestamp.from(clock.instant()), effectId)
                .update();
    }

    /**
     * What counts against a plan, itself excluded; exact only within {@link #alone}. A clock that was set back hides nothing:
     * what lies ahead of it counts too.
     *
     * @param family the actions that count together
     * @param currency other currencies' sums are no part of it
     */
    Usage usage(ActionPlan plan, Set<String> family, String currency) {
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT coalesce(sum(minor) FILTER (WHERE customer = :customer AND at > :day), 0) AS customer_day,
                       coalesce(sum(minor) FILTER (WHERE customer = :customer), 0) AS customer_month,
                       coalesce(sum(minor) FILTER (WHERE lane = :lane AND at > :day), 0) AS lane_day,
                       coalesce(sum(minor) FILTER (WHERE at > :day), 0) AS company_day,
                       (SELECT count(*) FROM action_reservation
                         WHERE released_at IS NULL AND action IN (:family) AND at > :month
                           AND customer = :customer AND effect_id <> :itself) AS customer_count
                  FROM action_reservation
                 WHERE released_at IS NULL AND action IN (:family) AND at > :month AND currency = :currency
                   AND effect_id <> :itself
                """)
                .param("itself", plan.effectId())
                .param("customer", plan.customer())
                .param("lane", plan.lane().label())
                .param("family", family)
                .param("currency", currency)
                .param("day", Timestamp.from(now.minus(DAY)))
                .param("month", Timestamp.from(now.minus(MONTH)))
                .query(PostgresReservations::usage)
                .single();
    }

    /** The customer's part of what counts that no vendor has confirmed yet, so that its book may lack it. */
    VendorsBook unbooked(ActionPlan plan, Set<String> family, String currency) {
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT coalesce(sum(minor) FILTER (WHERE currency = :currency AND at > :day), 0) AS day,
                       coalesce(sum(minor) FILTER (WHERE currency = :currency), 0) AS month,
                       count(*) AS number
                  FROM action_reservation
                 WHERE released_at IS NULL AND booked_at IS NULL AND action IN (:family) AND at > :month
                   AND customer = :customer AND effect_id <> :itself
                """)
                .param("itself", plan.effectId())
                .param("customer", plan.customer())
                .param("family", family)
                .param("currency", currency)
                .param("day", Timestamp.from(now.minus(DAY)))
                .param("month", Timestamp.from(now.minus(MONTH)))
                .query((row, _) -> new VendorsBook(
                        exact(row.getBigDecimal("day")), exact(row.getBigDecimal("month")), row.getLong("number")))
                .single();
    }

    private static Usage usage(ResultSet row, int number) throws SQLException {
        return new Usage(
                exact(row.getBigDecimal("customer_day")),
                exact(row.getBigDecimal("customer_month")),
                exact(row.getBigDecimal("lane_day")),
                exact(row.getBigDecimal("company_day")),
                row.getLong("customer_count"));
    }

    private static long exact(BigDecimal sum) {
        return sum.longValueExact();
    }
}
