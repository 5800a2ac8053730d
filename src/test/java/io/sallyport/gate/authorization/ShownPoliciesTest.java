package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.audit.CaseJson;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Remedy;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A yes opens what whoever gave it was shown, and nothing that came up since. */
@Tag("database")
class ShownPoliciesTest {

    private static final CedarEngine ENGINE = ShippedPolicies.load();

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(Plans.NOW);
    private final Shop shop = new Shop(Plans.NOW);
    private final PostgresReservations reservations = new PostgresReservations(database.dataSource(), clock);
    private final AuthorizationGate gate = new AuthorizationGate(
            ENGINE,
            new Authorizer(ENGINE, shop, reservations, (_, _) -> Assurance.PROVEN, Plans.STILL_LEADS, "USD", clock));

    @AfterEach
    void close() {
        database.close();
    }

    private ActionPlan order(long minor) {
        shop.order("HL-1", Shop.CUSTOMER, minor, 10, "delivered");
        return Plans.refund("HL-1", minor);
    }

    private Verdict.Stop stopped(CaseRecord record, ActionPlan plan) {
        return (Verdict.Stop) gate.judge(record, plan);
    }

    /** Somebody reads what stops the plan and says yes to it. */
    private CaseRecord yes(CaseRecord record, ActionPlan plan, String by, String role) {
        List<String> shown = stopped(record, plan).policies();
        return Plans.approved(record, new Approval(plan.hash(), by, role, Plans.NOW, shown));
    }

    /** Another customer's refund, which only the lane's and the company's limits count. */
    private void elsewhere(String order, long minor) {
        ActionPlan other = Plans.refund(Plans.RECORD.id(), "acc-" + order, order, new Amount(minor, "USD"));
        reservations.alone(other, () -> reservations.reserve(other.effectId(), other));
    }

    @Test
    void aStopNamesThePoliciesThatWhoeverDecidesIsShown() {
        ActionPlan large = order(25_000);

        assertThat(stopped(Plans.planned(large), large).policies()).containsExactly("ceiling", "customer-day");
    }

    @Test
    void aLimitThatIsReachedAfterALeadsYesHoldsThePlanAgainAndSaysWhy() {
        ActionPlan large = order(25_000);
        CaseRecord approved = yes(Plans.planned(large), large, "Ines", "lead");
        assertThat(gate.judge(approved, large).isPass()).isTrue();

        elsewhere("HL-9", 180_000);

        Verdict.Stop stop = stopped(approved, large);
        assertThat(stop.policies()).containsExactly("lane-day");
        assertThat(stop.reason()).contains("more than $2,000 within a day", "which nobody who approved it was shown");
        assertThat(stop.remedy()).contains(Remedy.APPROVAL);
        assertThat(gate.judge(yes(approved, large, "Ines", "lead"), large).isPass())
                .isTrue();
    }

    @Test
    void anAgentsYesToWhatOnlyALeadOpensDoesNotOpenItBesideALeadsOldYes() {
        ActionPlan large = order(25_000);
        CaseRecord approved = yes(Plans.planned(large), large, "Ines", "lead");
        elsewhere("HL-9", 180_000);

        CaseRecord byAgent = yes(approved, large, "Olu", "agent");

        assertThat(stopped(byAgent, large).policies()).containsExactly("lane-day");
        assertThat(stopped(byAgent, large).remedy()).contains(Remedy.APPROVAL);
    }

    @Test
    void aLimitForTwoPersonsNeedsBothAfterBothWereShownIt() {
        ActionPlan large = order(25_000);
        CaseRecord approved = yes(Plans.planned(large), large, "Ines", "lead");
        elsewhere("HL-9", 480_000);

        assertThat(stopped(approved, large).policies()).containsExactly("company-day", "lane-day");
        assertThat(stopped(approved, large).remedy()).contains(Remedy.SECOND_APPROVAL);
        CaseRecord byOne = yes(approved, large, "Olu", "lead");
        assertThat(stopped(byOne, large).policies()).containsExactly("company-day");
        assertThat(gate.judge(yes(byOne, large, "Ines", "lead"), large).isPass())
                .isTrue();
    }

    @Test
    void whatStillWaitsAndWhatCameUpAreBothNamed() {
        ActionPlan larger = order(150_000);
        CaseRecord approved = yes(Plans.planned(larger), larger, "Ines", "lead");
        assertThat(stopped(approved, larger).policies()).containsExactly("second-ceiling");

        elsewhere("HL-9", 100_000);

        assertThat(stopped(approved, larger).policies()).containsExactly("lane-day", "second-ceiling");
    }

    @Test
    void aYesThatWasWrittenBeforePoliciesWereKeptOpensNone() {
        ActionPlan large = order(25_000);
        String before = "{\"approval\":{\"planHash\":\"" + large.hash()
                + "\",\"by\":\"Ines\",\"role\":\"lead\",\"at\":\"2026-03-01T09:00:00Z\"}}";
        Approval old = ((Fact.ActionApproved) CaseJson.fact("action-approved", before)).approval();

        CaseRecord approved = Plans.approved(Plans.planned(large), old);

        assertThat(stopped(approved, large).policies()).containsExactly("ceiling", "customer-day");
        assertThat(gate.judge(yes(approved, large, "Ines", "lead"), large).isPass())
                .isTrue();
    }

    @Test
    void twoWaysOfWritingANameAreOnePerson() {
        ActionPlan larger = order(150_000);
        CaseRecord twice = yes(Plans.planned(larger), larger, "Ines", "lead");

        for (String again : List.of("ines", " INES ", "Ines")) {
            assertThat(gate.judge(yes(twice, larger, again, "agent"), larger).isPass())
                    .as(again)
                    .isFalse();
        }
        assertThat(gate.judge(yes(twice, larger, "Olu", "agent"), larger).isPass())
                .isTrue();
    }
}
