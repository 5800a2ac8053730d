package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.gate.Gate;
import io.sallyport.testkit.TestDatabase;
import java.time.InstantSource;

/** The gate "authorization" with the shipped policies, for tests of other rooms. */
public final class ShippedGate {

    private static final CedarEngine ENGINE = ShippedPolicies.load();

    private ShippedGate() {}

    public static Gate<ActionPlan> on(
            TestDatabase database, BusinessRecords records, Assurance assurance, InstantSource clock) {
        var reservations = new PostgresReservations(database.dataSource(), clock);
        return new AuthorizationGate(
                ENGINE, new Authorizer(ENGINE, records, reservations, (_, _) -> assurance, "USD", clock));
    }
}
