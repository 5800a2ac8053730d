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
            return new Reserved(model, request.purpose(), 0, List.of());
        }
        var scopes = Scope.of(request.purpose(), today(), settings.budget());
        return findWithoutRoom(scopes, most.get())
                .map(scope -> refused(scope, most.get()))
                .orElseGet(() -> new Reserved(
                        model,
                        request.purpose(),
                        most.get(),
                        scopes.stream().map(Scope::key).toList()));
    }

    @Override
    public Cost settle(Reserved reserved, Reply reply) {
        var price = settings.findPrice(reserved.model());
        if (price.isEmpty()) {
            return Cost.UNPRICED;
        }
        var cost = cost(price.get(), reserved, reply);
        jdbc.sql("""
                INSERT INTO model_budget AS b (scope, spent, reserved, most)
                SELECT key, :spent, -(:reserved), 0 FROM unnest(:keys) WITH ORDINALITY AS one (key, place) ORDER BY place
                ON CONFLICT (scope) DO UPDATE SET spent = b.spent + excluded.spent, reserved = b.reserved + excluded.reserved
                """)
                .param("spent", cost)
                .param("reserved", reserved.micros())
                .param("keys", reserved.scopes().toArray(String[]::new))
                .update();
        return new Cost(cost, true);
    }

    /** Whoever hangs up before the answer is there cannot know how much of it was written and will be billed. */
    private static long cost(Price price, Reserved reserved, Reply reply) {
        return reply instanceof Reply.Broken broken && broken.fault() == Fault.TIMED_OUT
                ? reserved.micros()
                : price.micros(reply.usage());
    }

    private Optional<Scope> findWithoutRoom(List<Scope> scopes, long micros) {
        return Optional.ofNullable(transaction.execute(status -> {
            var taken = jdbc.sql("""
                    INSERT INTO model_budget AS b (scope, reserved, most)
                    SELECT key, :micros, most FROM unnest(:keys, :most) WITH ORDINALITY AS one (key, most, place)
                    WHERE :micros <= most ORDER BY place
                    ON CONFLICT (scope) DO UPDATE SET reserved = b.reserved + excluded.reserved, most = excluded.most
                    WHERE b.spent + b.reserved + excluded.reserved <= excluded.most
                    RETURNING scope
                    """)
                    .param("micros", micros)
                    .param("keys", scopes.stream().map(Scope::key).toArray(String[]::new))
                    .param(
                            "most",
                            scopes.stream().map(scope -> scope.most().micros()).toArray(Long[]::new))
                    .query(String.class)
                    .set();
            if (taken.size() < scopes.size()) {
                status.setRollbackOnly();
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
