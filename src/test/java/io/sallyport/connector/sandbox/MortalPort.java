package io.sallyport.connector.sandbox;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.Crash;
import io.sallyport.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A door to the sandbox around which the desk dies once, where it was told to. */
final class MortalPort implements ActionPort {

    private final ActionPort port;
    private final TestDatabase database;
    private Optional<Death> death = Optional.empty();

    /** Where the desk dies. */
    enum Death {
        BEFORE_THE_CALL,
        /** And the sandbox with it, in the middle of its transaction. */
        DURING_THE_CALL,
        /** And the sandbox goes on. */
        DURING_THE_CALL_ALONE,
        AFTER_THE_CALL,
        WHILE_LOOKING_UP
    }

    MortalPort(ActionPort port, TestDatabase database) {
        this.port = port;
        this.database = database;
    }

    /** Nowhere, if nothing is said. */
    void dieNext(Optional<Death> where) {
        death = where;
    }

    private void dieAt(Death here) {
        if (death.equals(Optional.of(here))) {
            death = Optional.empty();
            throw new Crash(here.name());
        }
    }

    @Override
    public boolean serves(String binding) {
        return port.serves(binding);
    }

    @Override
    public Outcome carryOut(Permit permit, String binding, ActionPlan plan) {
        return mortally(() -> port.carryOut(permit, binding, plan));
    }

    @Override
    public Outcome undo(Permit permit, String binding, Undo undo) {
        return mortally(() -> port.undo(permit, binding, undo));
    }

    private Outcome mortally(Supplier<Outcome> call) {
        dieAt(Death.BEFORE_THE_CALL);
        boolean both = death.equals(Optional.of(Death.DURING_THE_CALL));
        if (both || death.equals(Optional.of(Death.DURING_THE_CALL_ALONE))) {
            death = Optional.empty();
            interrupted(call, both);
        }
        Outcome outcome = call.get();
        if (death.equals(Optional.of(Death.WHILE_LOOKING_UP))) {
            return new Outcome.Unknown("the answer was lost");
        }
        dieAt(Death.AFTER_THE_CALL);
        return outcome;
    }

    @Override
    public LookUp lookUp(String binding, String effectId) {
        dieAt(Death.WHILE_LOOKING_UP);
        return port.lookUp(binding, effectId);
    }

    /** Stops the sandbox at the order's row, which somebody else holds, and lets the desk die there. */
    private void interrupted(Supplier<Outcome> call, boolean sandboxToo) {
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            try (var hold = other.createStatement()) {
                hold.execute("SELECT 1 FROM sandbox_record WHERE kind = 'order' AND id = 'HL-BIG' FOR UPDATE");
            }
            Thread.ofVirtual().start(new FutureTask<>(call::get));
            List<Integer> waiting = List.of();
            for (int tries = 0; tries < 100 && waiting.isEmpty(); tries++) {
                waiting = listWaiting();
            }
            if (sandboxToo) {
                waiting.forEach(pid -> database.jdbc()
                        .sql("SELECT pg_terminate_backend(?)")
                        .param(pid)
                        .query(Boolean.class)
                        .single());
            }
            other.rollback();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        throw new Crash("during the call");
    }

    private List<Integer> listWaiting() {
        return database.jdbc().sql("""
                        SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                            AND query LIKE '%sandbox_record%FOR UPDATE%'
                        """).query((row, _) -> row.getInt("pid")).list();
    }
}
