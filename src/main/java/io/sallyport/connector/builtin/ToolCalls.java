package io.sallyport.connector.builtin;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What calls of the built-in tools have in common: a transaction of their own, and faults where somebody asked for them. */
final class ToolCalls {

    private final ToolFaults faults;
    private final TransactionTemplate transaction;
    private final Duration silence;
    private final InstantSource clock;

    /** @param silence how long a slow tool holds the line */
    ToolCalls(DataSource dataSource, ToolFaults faults, Duration silence, InstantSource clock) {
        this.faults = faults;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        // What the caller has begun and not committed is none of another system's business.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.silence = silence;
        this.clock = clock;
    }

    /** @param work gives what the tool calls it; empty when it will not have it */
    Delivery write(Permit permit, Tool tool, Errand errand, Supplier<Optional<String>> work) {
        try {
            permit.demand(errand, clock.instant());
            Optional<ToolFault> fault = faults.take(tool, ToolFault.values());
            if (fault.isEmpty()) {
                return done(permit, tool, errand, work);
            }
            return switch (fault.get()) {
                case DOWN -> new Delivery.Unknown("the " + tool.label() + " is down");
                case REFUSES -> new Delivery.Refused("the " + tool.label() + " was told to refuse");
                case SLOW -> {
                    done(permit, tool, errand, work);
                    pause();
                    yield new Delivery.Unknown("the " + tool.label() + " did not answer in time");
                }
                case ACCEPTS_BUT_SAYS_NO -> {
                    done(permit, tool, errand, work);
                    yield new Delivery.Unknown("the " + tool.label() + " said that it broke");
                }
            };
        } catch (DataAccessException | TransactionException broken) {
            // What the database did not confirm may have happened.
            return new Delivery.Unknown("the " + tool.label() + " did not confirm: "
                    + broken.getClass().getSimpleName());
        }
    }

    private Delivery done(Permit permit, Tool tool, Errand errand, Supplier<Optional<String>> work) {
        permit.demand(errand, clock.instant());
        return inTransaction(work)
                .<Delivery>map(Delivery.Accepted::new)
                .orElseGet(() -> new Delivery.Refused("the " + tool.label() + " has nothing of that name"));
    }

    LookUp lookUp(Tool tool, Supplier<Optional<String>> find) {
        try {
            return faults.take(tool, ToolFault.DOWN)
                    .<LookUp>map(_ -> new LookUp.CannotTell("the " + tool.label() + " is down"))
                    .orElseGet(() ->
                            inTransaction(find).<LookUp>map(LookUp.Found::new).orElseGet(LookUp.Absent::new));
        } catch (DataAccessException | TransactionException _) {
            return new LookUp.CannotTell("the " + tool.label() + " did not answer");
        }
    }

    /** @throws IllegalStateException when it is down */
    <T> T read(Tool tool, Supplier<T> work) {
        if (faults.take(tool, ToolFault.DOWN).isPresent()) {
            throw new IllegalStateException("the " + tool.label() + " is down");
        }
        return inTransaction(work);
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    /** The fault that was asked for: as slow a tool as this. */
    private void pause() {
        try {
            Thread.sleep(silence);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
