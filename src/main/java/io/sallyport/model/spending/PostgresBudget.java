package io.sallyport.model.spending;

import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Budget;
import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.Price;
import io.sallyport.model.language.Reply;
import io.sallyport.model.language.Request;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Budgets as rows that all nodes share. One statement locks a call's rows in the same order everywhere and takes from them
 * only where all have room.
 */
final class PostgresBudget implements Budget {

    private final ModelSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final SpentAlarm alarm;
    private final Reservations reservations;

    PostgresBudget(
            ModelSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InstantSource clock,
            SpentAlarm alarm) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.alarm = alarm;
        this.reservations = new Reservations(jdbc, clock, settings.timeout());
    }

    @Override
    public Reservation reserve(String model, Request<?> request) {
        var tokens = request.bytes() + request.longest();
        if (tokens > settings.budget().callTokens()) {
            return new Spent("one call may have " + settings.budget().callTokens()
                    + " tokens (sallyport.models.budget.call-tokens), and this one could have " + tokens);
        }
        var most = settings.findPrice(model).map(price -> price.mostMicros(request.bytes(), request.longest()));
        if (most.isEmpty()) {
            return Reserved.nothing(model, request.purpose());
        }
        var scopes = Scope.of(request.purpose(), today(), settings.budget());
        var keys = scopes.stream().map(Scope::key).toList();
        var wanted = new Reserved(model, request.purpose(), most.get(), keys, UUID.randomUUID());
        return findWithoutRoom(scopes, wanted)
                .flatMap(full ->
                        reservations.giveBackExpired() > 0 ? findWithoutRoom(scopes, wanted) : Optional.of(full))
                .map(full -> refused(full, most.get()))
                .orElse(wanted);
    }

    @Override
    public Cost settle(Reserved reserved, Reply reply) {
        var price = settings.findPrice(reserved.model());
        if (price.isEmpty()) {
            return Cost.UNPRICED;
        }
        var cost = cost(price.get(), reserved, reply);
        transaction.executeWithoutResult(_ -> {
            reservations.commitSoon();
            reservations.settle(reserved, cost);
        });
        return new Cost(cost, true);
    }

    /** Whoever hangs up before the answer is there cannot know how much of it was written and will be billed. */
    private static long cost(Price price, Reserved reserved, Reply reply) {
        return reply instanceof Reply.Broken broken && broken.fault() == Fault.TIMED_OUT
                ? reserved.micros()
                : price.micros(reply.usage());
    }

    private Optional<Scope> findWithoutRoom(List<Scope> scopes, Reserved wanted) {
        return Optional.ofNullable(transaction.execute(status -> {
            reservations.commitSoon();
            var taken = jdbc.sql("""
                    INSERT INTO model_budget AS b (scope, reserved, most)
                    SELECT key, :micros, most FROM unnest(:keys, :most) WITH ORDINALITY AS one (key, most, place)
                    WHERE :micros <= most ORDER BY place
                    ON CONFLICT (scope) DO UPDATE SET reserved = b.reserved + excluded.reserved, most = excluded.most
                    WHERE b.spent + b.reserved + excluded.reserved <= excluded.most
                    RETURNING scope
                    """)
                    .param("micros", wanted.micros())
                    .param("keys", scopes.stream().map(Scope::key).toArray(String[]::new))
                    .param(
                            "most",
                            scopes.stream().map(scope -> scope.most().micros()).toArray(Long[]::new))
                    .query(String.class)
                    .set();
            if (taken.size() < scopes.size()) {
                status.setRollbackOnly();
            } else {
                reservations.insert(wanted);
            }
            return scopes.stream()
                    .filter(scope -> !taken.contains(scope.key()))
                    .findFirst()
                    .orElse(null);
        }));
    }

    private Reservation refused(Scope scope, long micros) {
        var spent = jdbc.sql("SELECT spent FROM model_budget WHERE scope = ?")
                .param(scope.key())
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (spent + micros <= scope.most().micros()) {
            return new Crowded(scope.what() + " is set aside for calls under way");
        }
        alarm.raise(scope);
        return new Spent(scope.what() + " has no room for another call");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
