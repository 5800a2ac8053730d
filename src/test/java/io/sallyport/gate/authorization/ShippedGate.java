package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.Undo;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Reservations;
import io.sallyport.testkit.TestDatabase;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The gate "authorization" with the shipped policies, for tests of other rooms. */
public final class ShippedGate {

    private static final CedarEngine ENGINE = ShippedPolicies.load();

    private ShippedGate() {}

    public static Gate<ActionPlan> on(
            TestDatabase database, BusinessRecords records, Assurance assurance, InstantSource clock) {
        return on(database.dataSource(), records, assurance, clock);
    }

    public static Gate<ActionPlan> on(
            DataSource database, BusinessRecords records, Assurance assurance, InstantSource clock) {
        var reservations = new PostgresReservations(database, clock);
        return new AuthorizationGate(
                ENGINE,
                new Authorizer(ENGINE, records, reservations, (_, _) -> assurance, Plans.STILL_LEADS, "USD", clock));
    }

    /** With the desk's own word on who writes. */
    public static Gate<ActionPlan> on(
            DataSource database, BusinessRecords records, AssuranceOf assurance, InstantSource clock) {
        return new AuthorizationGate(
                ENGINE,
                new Authorizer(
                        ENGINE,
                        records,
                        new PostgresReservations(database, clock),
                        assurance,
                        Plans.STILL_LEADS,
                        "USD",
                        clock));
    }

    /** The gate for taking back. */
    public static Gate<Undo> undo(DataSource database, InstantSource clock) {
        return new UndoGate(ENGINE, new DeskRoles(database, clock), "USD");
    }

    /** What its limits count. */
    public static Reservations reservations(DataSource database, InstantSource clock) {
        return new PostgresReservations(database, clock);
    }
}
