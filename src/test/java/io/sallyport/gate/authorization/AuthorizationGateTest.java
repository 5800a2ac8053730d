package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.FieldValue.Group;
import io.sallyport.casefile.FieldValue.Many;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.FieldValue.Whole;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Remedy;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Promise 5: nothing is changed that the policies do not allow on the records as they stand now. */
@Tag("database")
class AuthorizationGateTest {

    private static final CedarEngine ENGINE = ShippedPolicies.load();

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(Plans.NOW);
    private final Shop shop = new Shop(Plans.NOW);
    private final AuthorizationGate gate = new AuthorizationGate(
            ENGINE,
            new Authorizer(
                    ENGINE,
                    shop,
                    new PostgresReservations(database.dataSource(), clock),
                    (_, _) -> Assurance.PROVEN,
                    Plans.STILL_LEADS,
                    "USD",
                    clock));
    private final ActionPlan plan = Plans.refund("HL-1", 4900);

    @AfterEach
    void close() {
        database.close();
    }

    private Verdict judge(ActionPlan judged) {
        return gate.judge(Plans.RECORD, judged);
    }

    private Verdict.Stop stopped(ActionPlan judged) {
        return (Verdict.Stop) judge(judged);
    }

    /** As it is lived: the plan is judged, and whoever says yes is shown what spoke against it. */
    private CaseRecord approved(ActionPlan judged, String... byAndRole) {
        CaseRecord record = Plans.planned(judged);
        for (int i = 0; i < byAndRole.length; i += 2) {
            List<String> shown = gate.judge(record, judged) instanceof Verdict.Stop stop ? stop.policies() : List.of();
            record = Plans.approved(
                    record, new Approval(judged.hash(), byAndRole[i], byAndRole[i + 1], Plans.NOW, shown));
        }
        return record;
    }

    @Test
    void whatIsUnderWayCountsBesideWhatPeopleGaveBackByHandAndOnceItIsConfirmedNotTwice() {
        var reservations = new PostgresReservations(database.dataSource(), clock);
        ActionPlan other = Plans.refund("HL-2", 10_000);
        reservations.alone(other, () -> reservations.reserve("fx-other", other));
        shop.refunded("RF-by-hand", 6_000, 0);
        assertThat(stopped(plan).policies())
                .as("$100 under way, $60 by hand, $49 more")
                .contains("customer-day");

        reservations.booked("fx-other");
        shop.refunded("RF-by-hand", 10_000, 0);
        assertThat(stopped(plan).policies())
                .as("the vendor's book has the $100")
                .contains("second-in-a-month")
                .doesNotContain("customer-day");
    }

    @Test
    void aYesGoesStaleAndThatIsSaid() {
        shop.order("HL-1", Shop.CUSTOMER, 24_900, 10, "delivered");
        var large = Plans.refund("HL-1", 24_900);
        var record = approved(large, "Ines", DeskRoles.LEAD);
        assertThat(gate.judge(record, large)).isInstanceOf(Verdict.Pass.class);

        clock.tick(Approval.HOLDS.plusSeconds(1));

        assertThat(gate.judge(record, large))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.reason()).endsWith("it was approved before, too long ago to count"));
    }

    @Test
    void whoIsNoLeadAnyMoreHasNotApprovedAsOne() {
        shop.order("HL-1", Shop.CUSTOMER, 24_900, 10, "delivered");
        var large = Plans.refund("HL-1", 24_900);
        var record = approved(large, "Ines", DeskRoles.LEAD);
        var roles = new DeskRoles(database.dataSource(), clock);
        var asking = new AuthorizationGate(
                ENGINE,
                new Authorizer(
                        ENGINE,
                        shop,
                        new PostgresReservations(database.dataSource(), clock),
                        (_, _) -> Assurance.PROVEN,
                        roles::of,
                        "USD",
                        clock));

        roles.give("ines", DeskRoles.LEAD, "Olu");
        assertThat(asking.judge(record, large)).isInstanceOf(Verdict.Pass.class);

        roles.give("ines", DeskRoles.AGENT, "Olu");
        assertThat(asking.judge(record, large)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void aPlanThatTheRecordsBearOutPassesAndNamesThePolicyAndItsVersion() {
        assertThat(judge(plan))
                .isInstanceOfSatisfying(
                        Verdict.Pass.class,
                        pass -> assertThat(pass.notes())
                                .satisfiesExactly(
                                        permitted -> assertThat(permitted).contains("own-records"),
                                        version ->
                                                assertThat(version).isEqualTo("policies version " + ENGINE.version())));
    }

    @Test
    void aDenialSaysWhichPolicyAndCitesItsArticle() {
        shop.order("HL-1", Shop.CUSTOMER, 4900, 45, "delivered");

        assertThat(stopped(plan).reason()).contains("more than 30 days ago").contains("order-window");
        assertThat(stopped(plan).remedy()).isEmpty();
        assertThat(stopped(plan).flagged())
                .containsExactly(new Verdict.Flag("the purchase is more than 30 days ago", "article:return-a-product"));
    }

    @Test
    void anAmountThatNoRecordNamesIsStoppedForGood() {
        ActionPlan tampered = new ActionPlan(
                plan.caseId(),
                "refund",
                plan.definition(),
                plan.customer(),
                plan.slots(),
                plan.reason(),
                Optional.of(new Amount(4901, "USD")));
        ActionPlan otherUnit = Plans.refund("HL-1", 490_000);
        ActionPlan otherCurrency = Plans.refund(plan.caseId(), Shop.CUSTOMER, "HL-1", new Amount(4900, "JPY"));

        for (ActionPlan wrong : new ActionPlan[] {tampered, otherUnit, otherCurrency}) {
            assertThat(stopped(wrong).remedy()).as(wrong.toString()).isEmpty();
        }
    }

    @Test
    void aRecordThatHasChangedSinceItWasPlannedStopsIt() {
        assertThat(judge(plan).isPass()).isTrue();

        shop.set("order:HL-1", "refunded_minor", new Whole(100));
        assertThat(stopped(plan).reason()).contains("order-overpaid");
        shop.set("order:HL-1", "total_minor", new Whole(4800));
        assertThat(stopped(plan).reason()).contains("does not say what the plan says of");
    }

    @Test
    void anothersRecordIsStopped() {
        shop.account("acc-2", "other@example.com", "owner");
        shop.order("HL-2", "acc-2", 4900, 3, "delivered");

        assertThat(stopped(Plans.refund("HL-2", 4900)).reason()).contains("another account");
        assertThat(judge(Plans.refund(CaseId.random(), Shop.CUSTOMER, "HL-1", new Amount(4900, "USD"))))
                .satisfies(verdict -> assertThat(verdict.isPass()).isFalse());
        ActionPlan elsewhere =
                Plans.plan("credential-reset", Plans.slot("email", "other@example.com", "account:acc-2", "email"));
        assertThat(stopped(elsewhere).remedy()).isEmpty();
    }

    @Test
    void anAddressThatOnlyLooksLikeTheOneOnFileIsStopped() {
        String cyrillic = Shop.EMAIL.replace('a', '\u0430');
        ActionPlan reset =
                Plans.plan("credential-reset", Plans.slot("email", cyrillic, "account:" + Shop.CUSTOMER, "email"));

        assertThat(stopped(reset).remedy()).isEmpty();
    }

    @Test
    void whatIsMissingOrOutOfReachIsForAPersonAndNobodysYesLetsItPass() {
        shop.set("order:HL-1", "placed", null);
        assertThat(stopped(plan).remedy()).contains(Remedy.APPROVAL);
        assertThat(gate.judge(approved(plan, "Ines", "lead", "Olu", "lead"), plan)
                        .isPass())
                .isFalse();
        shop.set("order:HL-1", "placed", new Text("last week"));
        assertThat(judge(plan).isPass()).isFalse();
        shop.set("order:HL-1", "placed", shop.ago(-2));
        assertThat(stopped(plan).reason()).contains("lies ahead");
        shop.set("order:HL-1", "placed", new Whole(3));
        assertThat(judge(plan).isPass()).isFalse();

        assertThat(stopped(Plans.refund("HL-404", 4900)).reason()).contains("there is no order HL-404");
        shop.cutOff();
        assertThat(stopped(plan).reason()).contains("does not answer");
        assertThat(stopped(plan).remedy()).contains(Remedy.APPROVAL);
    }

    @Test
    void anActionThatNoPolicyKnowsIsNotDone() {
        ActionPlan unknown = Plans.plan("free-kayak", Plans.slot("order", "HL-1", "order:HL-1", "id"));
        assertThat(stopped(unknown).reason()).contains("free-kayak");
        ActionPlan group = Plans.plan("payout", Plans.slot("order", "HL-1", "order:HL-1", "id"));
        assertThat(judge(group).isPass()).isFalse();
        ActionPlan undo = Plans.plan("undo", Plans.slot("order", "HL-1", "order:HL-1", "id"));
        assertThat(judge(undo).isPass()).isFalse();
    }

    @Test
    void aboveTheFirstLimitALeadSaysYesAndAboveTheSecondTwoPersonsDo() {
        shop.order("HL-1", Shop.CUSTOMER, 25_000, 10, "delivered");
        ActionPlan large = Plans.refund("HL-1", 25_000);
        assertThat(stopped(large).remedy()).contains(Remedy.APPROVAL);
        assertThat(gate.judge(approved(large, "Ines", "agent"), large).isPass()).isFalse();
        assertThat(gate.judge(approved(large, "Ines", "lead"), large).isPass()).isTrue();

        shop.order("HL-1", Shop.CUSTOMER, 150_000, 10, "delivered");
        ActionPlan larger = Plans.refund("HL-1", 150_000);
        assertThat(stopped(larger).remedy()).contains(Remedy.SECOND_APPROVAL);
        CaseRecord twice = approved(larger, "Ines", "lead", "Ines", "lead");
        assertThat(gate.judge(twice, larger).isPass())
                .as("the same person twice")
                .isFalse();
        assertThat(gate.judge(approved(larger, "Ines", "lead", "Olu", "agent"), larger)
                        .isPass())
                .isTrue();

        shop.order("HL-1", Shop.CUSTOMER, 600_000, 10, "delivered");
        assertThat(stopped(Plans.refund("HL-1", 600_000)).remedy()).isEmpty();
    }

    @Test
    void aYesToAnotherPlanIsNoYesToThisOne() {
        shop.order("HL-1", Shop.CUSTOMER, 25_000, 10, "delivered");
        ActionPlan large = Plans.refund("HL-1", 25_000);

        CaseRecord replayed = Plans.approved(
                Plans.planned(large),
                new Approval(
                        plan.hash(), "Ines", "lead", Plans.NOW, stopped(large).policies()));

        assertThat(gate.judge(replayed, large).isPass()).isFalse();
    }

    @Test
    void anothersCurrencyThanTheLimitsIsForAPerson() {
        shop.set("order:HL-1", "currency", new Text("EUR"));
        ActionPlan euros = Plans.refund(plan.caseId(), Shop.CUSTOMER, "HL-1", new Amount(4900, "EUR"));

        assertThat(stopped(euros).reason()).contains("other-currency");
        assertThat(stopped(euros).remedy()).contains(Remedy.APPROVAL);
    }

    @Test
    void hugeSumsOverflowIntoAStop() {
        shop.order("HL-1", Shop.CUSTOMER, Long.MAX_VALUE, 10, "delivered");
        shop.set("order:HL-1", "refunded_minor", new Whole(Long.MAX_VALUE));

        assertThat(judge(Plans.refund("HL-1", Long.MAX_VALUE)).isPass()).isFalse();
    }

    @Test
    void whatPeopleGaveBackInTheShopsOwnBooksCountsToo() {
        shop.refunded("rf-1", 17_000, 3);
        assertThat(stopped(plan).reason()).contains("second-in-a-month");

        shop.refunded("rf-2", 17_000, 0);
        assertThat(stopped(plan).reason()).contains("customer-day");
    }

    @Test
    void anotherContactHasTheirOwnRoleOnly() {
        shop.set(
                "account:acc-1",
                "contacts",
                new Many(List.of(
                        new Group(Map.of("email", new Text("member@example.com"), "role", new Text("member"))))));
        CaseRecord byMember = Plans.record(CaseId.random(), "member@example.com");
        ActionPlan upgrade = Plans.planChange("plan-upgrade", "Pro");
        ActionPlan theirs = new ActionPlan(
                byMember.id(),
                upgrade.action(),
                upgrade.definition(),
                upgrade.customer(),
                upgrade.slots(),
                "not-said",
                Optional.empty());

        assertThat(judge(upgrade).isPass()).isTrue();
        assertThat(((Verdict.Stop) gate.judge(byMember, theirs)).reason()).contains("plan-by-owner");
    }

    @Test
    void aWordOfAnotherActionsCatalogueEntryIsNoProof() {
        ActionPlan crossed = Plans.plan(
                "plan-upgrade",
                Plans.slot("subscription", "SUB-1", "subscription:SUB-1", "id"),
                Plans.slot("to_plan", "Pro", "action:plan-downgrade", "to_plan"));
        assertThat(stopped(crossed).remedy()).isEmpty();
        assertThat(stopped(Plans.planChange("plan-upgrade", "Platinum")).reason())
                .contains("plan-unknown");
        assertThat(stopped(Plans.planChange("plan-upgrade", "Fleet")).remedy()).contains(Remedy.APPROVAL);
    }

    @Test
    void aMinuteMoreThanTheWindowIsOutsideAndAMinuteLessThanAWeekIsStillAWeek() {
        shop.order("HL-1", Shop.CUSTOMER, 4900, 30, "delivered");
        clock.tick(Duration.ofMinutes(1));
        assertThat(stopped(plan).reason()).contains("order-window");

        shop.order("HL-1", Shop.CUSTOMER, 4900, 3, "delivered");
        shop.set("account:acc-1", "contact_changed_at", shop.ago(7));
        clock.tick(Duration.ofMinutes(-2));
        assertThat(stopped(plan).reason()).contains("contact-just-changed");
        clock.tick(Duration.ofMinutes(2));
        assertThat(judge(plan).isPass()).isTrue();
    }

    @Test
    void atTheDoorTheSameIsAskedOfTheClockAsItIsThen() {
        shop.order("HL-1", Shop.CUSTOMER, 4900, 30, "delivered");
        assertThat(judge(plan).isPass()).isTrue();
        clock.tick(Duration.ofDays(1));
        assertThat(judge(plan).isPass()).isFalse();
    }
}
