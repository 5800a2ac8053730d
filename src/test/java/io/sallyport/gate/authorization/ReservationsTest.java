package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Limits over several actions, however many ask at once and wherever. */
@Tag("database")
class ReservationsTest {

    private static final Set<String> FAMILY = Set.of("refund");

    /** The policies, but for the one that sends a second payout to a person: here the sums alone have to hold. */
    private static final CedarEngine WITHOUT_SECOND = withoutSecond();

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(Plans.NOW);
    private final Shop shop = new Shop(Plans.NOW);

    @AfterEach
    void close() {
        database.close();
    }

    private static CedarEngine withoutSecond() {
        PolicySources shipped = PolicySources.ofResources(ShippedPolicies.FOLDER, ShippedPolicies.FILES);
        shipped.policies()
                .computeIfPresent(
                        "20-money.cedar",
                        (_, text) -> text.replace("customer_month_count >= 1", "customer_month_count >= 1000"));
        return CedarEngine.of(shipped);
    }

    private PostgresReservations node() {
        return new PostgresReservations(database.dataSource(), clock);
    }

    private AuthorizationGate gate(PostgresReservations node) {
        return new AuthorizationGate(
                WITHOUT_SECOND,
                new Authorizer(
                        WITHOUT_SECOND, shop, node, (_, _) -> Assurance.PROVEN, Plans.STILL_LEADS, "USD", clock));
    }

    /** One of two nodes judges and reserves, as the door does it. */
    private boolean attempt(PostgresReservations node, ActionPlan plan, CaseRecord record) {
        return node.alone(plan, () -> {
            boolean isAllowed = gate(node).judge(record, plan).isPass();
            if (isAllowed) {
                node.reserve(plan.effectId(), plan);
            }
            return isAllowed;
        });
    }

    private long allowed(List<Callable<Boolean>> attempts) throws InterruptedException, ExecutionException {
        long allowed = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                allowed += attempt.get() ? 1 : 0;
            }
        }
        return allowed;
    }

    /** Each by itself would do as long as there is one lane and one company; together they hold for more. */
    @Test
    void aDecisionWaitsForTheCustomerTheLaneAndTheCompanyEach() {
        var impatient = new PostgresReservations(
                new DriverManagerDataSource(
                        database.url() + (database.url().contains("?") ? "&" : "?") + "options=-c%20lock_timeout=100ms",
                        database.user(),
                        database.password()),
                clock);
        ActionPlan plan = Plans.refund("HL-1", 1);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        var locks = Map.of(
                PostgresReservations.CUSTOMER_LOCK_SPACE, plan.customer(),
                PostgresReservations.LANE_LOCK_SPACE, plan.lane().label(),
                PostgresReservations.COMPANY_LOCK_SPACE, "company");
        locks.forEach((space, what) -> transaction.executeWithoutResult(_ -> {
            database.jdbc()
                    .sql("SELECT count(*) FROM (SELECT pg_advisory_xact_lock(?, ?)) AS held")
                    .params(space, what.hashCode())
                    .query(Long.class)
                    .single();
            assertThatThrownBy(() -> impatient.alone(plan, () -> "decided"))
                    .as(what)
                    .hasMessageContaining("lock timeout");
        }));
        assertThat(impatient.alone(plan, () -> "decided")).isEqualTo("decided");
    }

    @Test
    void twoHundredPlansAtOnceFromTwoNodesNeverExceedOneCustomersDay() throws Exception {
        List<PostgresReservations> nodes = List.of(node(), node());
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 200; i++) {
            String order = "HL-9" + i;
            shop.order(order, Shop.CUSTOMER, 1700, 10, "delivered");
            CaseRecord record = Plans.record(CaseId.random(), Shop.EMAIL);
            ActionPlan plan = Plans.refund(record.id(), Shop.CUSTOMER, order, new Amount(1700, "USD"));
            PostgresReservations node = nodes.get(i % 2);
            attempts.add(() -> attempt(node, plan, record));
        }

        assertThat(allowed(attempts))
                .as("eleven times $17 are $187, one more would be $204")
                .isEqualTo(11);
        assertThat(node().usage(Plans.refund("HL-1", 1), FAMILY, "USD").customerDay())
                .isEqualTo(18_700);
    }

    @Test
    void twoHundredPlansAtOnceFromTwoNodesNeverExceedTheLanesDay() throws Exception {
        List<PostgresReservations> nodes = List.of(node(), node());
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 200; i++) {
            String customer = "acc-x" + i;
            String order = "HL-8" + i;
            shop.account(customer, customer + "@example.com", "owner");
            shop.order(order, customer, 19_900, 10, "delivered");
            CaseRecord record = Plans.record(CaseId.random(), customer + "@example.com");
            ActionPlan plan = Plans.refund(record.id(), customer, order, new Amount(19_900, "USD"));
            PostgresReservations node = nodes.get(i % 2);
            attempts.add(() -> attempt(node, plan, record));
        }

        assertThat(allowed(attempts))
                .as("ten times $199 are $1,990, one more would be $2,189")
                .isEqualTo(10);
        assertThat(node().usage(Plans.refund("HL-1", 1), FAMILY, "USD").laneDay())
                .isEqualTo(199_000);
    }

    @Test
    void whatWasReleasedOrIsLongAgoCountsNoLonger() {
        PostgresReservations node = node();
        ActionPlan plan = Plans.refund("HL-1", 4900);
        reserve(node, "fx-1", plan);
        reserve(node, "fx-1", plan);
        assertThat(node.usage(plan, FAMILY, "USD")).isEqualTo(new Usage(4900, 4900, 4900, 4900, 1));
        assertThat(node.usage(plan, FAMILY, "EUR")).isEqualTo(new Usage(0, 0, 0, 0, 1));

        clock.tick(Duration.ofHours(25));
        assertThat(node.usage(plan, FAMILY, "USD")).isEqualTo(new Usage(0, 4900, 0, 0, 1));
        clock.tick(Duration.ofDays(30));
        assertThat(node.usage(plan, FAMILY, "USD")).isEqualTo(new Usage(0, 0, 0, 0, 0));

        reserve(node, "fx-2", plan);
        node.release("fx-2");
        assertThat(node.usage(plan, FAMILY, "USD")).isEqualTo(new Usage(0, 0, 0, 0, 0));
    }

    @Test
    void whatIsTriedAgainDoesNotCountAgainstItselfAndIsNoFirstTryAnyMore() {
        PostgresReservations node = node();
        ActionPlan plan = Plans.refund("HL-1", 4900);
        assertThat(reserve(node, plan.effectId(), plan)).isTrue();
        assertThat(reserve(node, plan.effectId(), plan)).isFalse();

        assertThat(node.usage(plan, FAMILY, "USD")).isEqualTo(new Usage(0, 0, 0, 0, 0));
        assertThat(node.usage(Plans.refund("HL-2", 100), FAMILY, "USD"))
                .isEqualTo(new Usage(4900, 4900, 4900, 4900, 1));

        node.release(plan.effectId());
        assertThat(reserve(node, plan.effectId(), plan)).isTrue();
    }

    @Test
    void aClockThatIsSetBackFreesNothing() {
        PostgresReservations node = node();
        ActionPlan plan = Plans.refund("HL-1", 4900);
        reserve(node, "fx-1", plan);

        clock.tick(Duration.ofDays(-3));

        assertThat(node.usage(plan, FAMILY, "USD").customerDay()).isEqualTo(4900);
    }

    @Test
    void nothingIsReservedOutsideOfTheLocks() {
        assertThatThrownBy(() -> node().reserve("fx-1", Plans.refund("HL-1", 4900)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDecisionThatBreaksReservesNothing() {
        PostgresReservations node = node();
        ActionPlan plan = Plans.refund("HL-1", 4900);
        assertThatThrownBy(() -> node.alone(plan, () -> {
                    node.reserve("fx-1", plan);
                    throw new IllegalStateException("the door fell shut");
                }))
                .hasMessage("the door fell shut");
        assertThat(node.usage(plan, FAMILY, "USD").customerDay()).isZero();
    }

    private static boolean reserve(PostgresReservations node, String effectId, ActionPlan plan) {
        return node.alone(plan, () -> node.reserve(effectId, plan));
    }
}
