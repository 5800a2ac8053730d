package io.sallyport.connector.sandbox;

import static io.sallyport.connector.sandbox.SandboxKit.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.gate.Permit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each action changes at the sandbox, what it refuses by itself, and what can be taken back. */
@Tag("database")
class EveryActionTest {

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final Permits permits = new Permits(clock);
    private final SandboxKit kit = new SandboxKit(clock);
    private final ActionPort port = kit.sandbox.actions();

    @AfterEach
    void close() {
        kit.close();
    }

    private ActionPlan plan(String action, Map<String, String> slots, Optional<Amount> amount) {
        return SandboxKit.plan(permits.caseId(), action, slots, amount);
    }

    private Outcome carryOut(String action, Map<String, String> slots, Optional<Amount> amount) {
        ActionPlan plan = plan(action, slots, amount);
        return port.carryOut(permits.of(plan), "sandbox/" + action, plan);
    }

    private Outcome carryOut(String action, Map<String, String> slots) {
        return carryOut(action, slots, Optional.empty());
    }

    private Outcome undo(String action, Map<String, String> slots, Optional<Amount> amount) {
        ActionPlan plan = plan(action, slots, amount);
        Permit done = permits.of(plan);
        var undo = new Undo(done.effectId(), plan, "Ines");
        return port.undo(permits.of(undo), "sandbox/" + action, undo);
    }

    private static Map<String, String> confirmed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).confirmed();
    }

    private static void assertRefused(Outcome outcome, String why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, no -> assertThat(no.why()).contains(why));
    }

    private BusinessRecord record(String kind, String id) {
        return kit.sandbox.records().find(kind, id).orElseThrow();
    }

    private List<String> subjects() {
        return kit.sandbox.mails(SandboxKit.ADDRESS, 10).stream()
                .map(SandboxMail::subject)
                .toList();
    }

    @Test
    void aRefundGivesAllBackOnceAndNeverMoreThanIsLeft() {
        Map<String, String> order = Map.of("order", "HL-1");
        assertRefused(carryOut("refund", order, dollars(9601)), "all of the 9600");
        assertThat(confirmed(carryOut("refund", order, dollars(9600)))).containsEntry("amount_minor", "9600");
        assertRefused(carryOut("partial-refund", order, dollars(1)), "only 0 is left");
        assertThat(kit.sandbox.records().of("refund", SandboxKit.ACCOUNT)).hasSize(1);
        assertThat(undo("refund", order, dollars(9600))).isInstanceOf(Outcome.Done.class);
        assertThat(record("order", "HL-1").whole("refunded_minor")).contains(0L);
        assertThat(kit.sandbox
                        .records()
                        .of("refund", SandboxKit.ACCOUNT)
                        .getFirst()
                        .text("status"))
                .contains("called-back");
        assertThat(kit.sandbox.log(SandboxKit.ACCOUNT))
                .hasSize(2)
                .first()
                .asString()
                .contains("undone");
    }

    @Test
    void takingOneRefundBackLeavesTheOther() {
        Map<String, String> order = Map.of("order", "HL-1");
        carryOut("partial-refund", order, dollars(1000));
        carryOut("partial-refund", order, dollars(2000));
        undo("partial-refund", order, dollars(1000));
        assertThat(record("order", "HL-1").whole("refunded_minor")).contains(2000L);
    }

    @Test
    void moneyIsRefusedWhereUnitsOrRecordsDoNotAgree() {
        Map<String, String> order = Map.of("order", "HL-1");
        assertRefused(carryOut("partial-refund", order, Optional.of(new Amount(100, "EUR"))), "not paid in EUR");
        assertRefused(carryOut("partial-refund", order, dollars(0)), "above nothing");
        assertRefused(carryOut("partial-refund", order), "above nothing");
        assertRefused(
                carryOut("partial-refund", Map.of("order", "HL-1", "amount", "89"), dollars(8900)), "amount is not");
        assertRefused(carryOut("partial-refund", Map.of("order", "HL-1", "sku", "OAR"), dollars(10)), "no item OAR");
        assertRefused(carryOut("refund", Map.of("invoice", "INV-2"), dollars(2400)), "not paid");
        assertRefused(carryOut("refund", Map.of("order", "HL-404"), dollars(2400)), "no order HL-404");
        assertRefused(carryOut("refund", Map.of("order", "HL-1", "invoice", "INV-1"), dollars(2400)), "either");
        assertThat(carryOut("refund", Map.of("invoice", "INV-1"), dollars(2400)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aRefundCannotBeCalledBackOnceTheBankHasIt() {
        carryOut("refund", Map.of("order", "HL-1"), dollars(9600));
        clock.tick(MoneyActions.CALL_BACK.plusSeconds(1));
        assertRefused(undo("refund", Map.of("order", "HL-1"), dollars(9600)), "until");
    }

    @Test
    void anUpgradeIsAtOnceAndADowngradeAtTheEnd() {
        Map<String, String> up = Map.of("subscription", "SUB-1", "from_plan", "Home", "to_plan", "Pro");
        assertThat(confirmed(carryOut("plan-upgrade", up))).containsEntry("plan", "Pro");
        assertThat(record("subscription", "SUB-1").text("plan")).contains("Pro");
        assertThat(undo("plan-upgrade", up, Optional.empty())).isInstanceOf(Outcome.Done.class);
        assertThat(record("subscription", "SUB-1").text("plan")).contains("Home");
        Map<String, String> down = Map.of("subscription", "SUB-1", "from_plan", "Home", "to_plan", "Free");
        assertThat(confirmed(carryOut("plan-downgrade", down))).containsEntry("effective", "2026-04-01T00:00:00Z");
        assertThat(record("subscription", "SUB-1").text("next_plan")).contains("Free");
        undo("plan-downgrade", down, Optional.empty());
        assertThat(record("subscription", "SUB-1").text("next_plan")).isEmpty();
    }

    @Test
    void plansAreRefusedThatAreNoStepInTheirDirection() {
        assertRefused(carryOut("plan-upgrade", Map.of("subscription", "SUB-1", "to_plan", "Free")), "no larger plan");
        assertRefused(carryOut("plan-downgrade", Map.of("subscription", "SUB-1", "to_plan", "Pro")), "no smaller plan");
        assertRefused(carryOut("plan-upgrade", Map.of("subscription", "SUB-1", "to_plan", "Gold")), "no plan 'Gold'");
        assertRefused(carryOut("plan-upgrade", Map.of("subscription", "SUB-1", "to_plan", "Fleet")), "25 sites");
        assertRefused(
                carryOut("plan-upgrade", Map.of("subscription", "SUB-1", "from_plan", "Free", "to_plan", "Pro")),
                "from_plan is not");
    }

    @Test
    void cancellingRunsToTheEndAndCanBeResumed() {
        Map<String, String> mine = Map.of("subscription", "SUB-1", "plan", "Home");
        assertRefused(carryOut("plan-resume", mine), "not about to end");
        carryOut("plan-cancel", mine);
        assertThat(record("subscription", "SUB-1").text("status")).contains("cancelling");
        assertThat(confirmed(carryOut("plan-resume", mine))).containsEntry("renews", "2026-04-01T00:00:00Z");
        assertThat(record("subscription", "SUB-1").text("status")).contains("active");
        assertRefused(undo("plan-cancel", mine, Optional.empty()), "has changed since");
    }

    @Test
    void whatIsSentGoesToTheAddressOnFileAndCannotBeTakenBack() {
        Map<String, String> none = Map.of("email", "mara@example.com");
        assertThat(confirmed(carryOut("credential-reset", none))).containsEntry("sent_to", "m…@example.com");
        carryOut("invoice-resend", Map.of("invoice", "INV-1"));
        carryOut("data-export", none);
        assertThat(subjects()).containsExactly("Your data export", "Your invoice INV-1", "Reset your password");
        assertRefused(undo("credential-reset", none, Optional.empty()), "cannot be taken back");
        assertRefused(carryOut("credential-reset", Map.of("email", "mallory@example.com")), "email is not");
        assertThat(kit.sandbox.mails("mallory@example.com", 10)).isEmpty();
    }

    @Test
    void linksAreGoneFromTheMailboxOnceTheyExpire() {
        carryOut("credential-reset", Map.of());
        assertThat(kit.sandbox.mails(SandboxKit.ADDRESS, 1).getFirst().body()).contains("/reset/");
        clock.tick(Duration.ofMinutes(31));
        assertThat(kit.sandbox.mails(SandboxKit.ADDRESS, 1).getFirst().body()).isEmpty();
    }

    @Test
    void anAddressChangeOfTheAccountOnlyBegins() {
        Map<String, String> slots = Map.of("email", "mara@example.com", "new_email", "Mara@mill.example");
        carryOut("email-change", slots);
        assertThat(record("account", "acc-1").text("email")).contains("mara@example.com");
        assertThat(record("account", "acc-1").text("pending_email")).contains("mara@mill.example");
        assertThat(subjects()).hasSize(1);
        assertThat(kit.sandbox.mails("mara@mill.example", 10)).hasSize(1);
        assertThat(undo("email-change", slots, Optional.empty())).isInstanceOf(Outcome.Done.class);
        assertThat(record("account", "acc-1").text("pending_email")).isEmpty();
        assertRefused(carryOut("email-change", Map.of("new_email", "tom@example.com")), "belongs to an account");
    }

    @Test
    void anOrderIsCancelledAndReaddressedUntilItIsPacked() {
        Map<String, String> home = Map.of("order", "HL-2", "address_id", "adr-2");
        assertThat(confirmed(carryOut("address-change", home))).containsEntry("address", "2 Mill Lane");
        assertThat(record("order", "HL-2").text("address_id")).contains("adr-2");
        undo("address-change", home, Optional.empty());
        assertThat(record("order", "HL-2").text("address_id")).contains("adr-1");
        assertRefused(carryOut("address-change", Map.of("order", "HL-2", "address_id", "adr-9")), "no address adr-9");
        assertRefused(carryOut("order-cancellation", Map.of("order", "HL-3"), dollars(9600)), "packed");
        assertRefused(carryOut("order-cancellation", Map.of("order", "HL-2"), dollars(9000)), "whole");
        carryOut("order-cancellation", Map.of("order", "HL-2"), dollars(9600));
        assertThat(record("order", "HL-2").text("status")).contains("cancelled");
        assertThat(record("order", "HL-2").whole("refunded_minor")).contains(9600L);
        assertThat(undo("order-cancellation", Map.of("order", "HL-2"), dollars(9600)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(record("order", "HL-2").text("status")).contains("processing");
        assertThat(record("order", "HL-2").whole("refunded_minor")).contains(0L);
    }

    @Test
    void aReturnIsAuthorizedOnceForWhatWasDelivered() {
        Map<String, String> hub = Map.of("order", "HL-1", "sku", "HUB");
        String id = confirmed(carryOut("return-authorization", hub)).getOrDefault("return", "");
        assertThat(record("return", id).text("status")).contains("authorized");
        assertRefused(carryOut("return-authorization", Map.of("order", "HL-2", "sku", "HUB")), "not delivered");
        assertRefused(carryOut("return-authorization", Map.of("order", "HL-1", "sku", "OAR")), "no item OAR");
        undo("return-authorization", hub, Optional.empty());
        assertThat(record("return", id).text("status")).contains("withdrawn");
    }

    @Test
    void anErasureWaitsOutItsGrace() {
        assertThat(confirmed(carryOut("data-erasure", Map.of("account", "acc-1"))))
                .containsEntry("erasure_at", "2026-03-16T09:00:00Z");
        assertThat(undo("data-erasure", Map.of("account", "acc-1"), Optional.empty()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(record("account", "acc-1").find("erasure_at")).isEmpty();
        assertRefused(carryOut("data-erasure", Map.of("account", "acc-2")), "account is not");
    }

    @Test
    void everyFaultLeavesTheRecordsWhole() {
        for (Fault fault : Fault.values()) {
            long before = record("order", "HL-1").whole("refunded_minor").orElseThrow();
            kit.sandbox.fail("*", fault, 1);
            var sum = dollars(10 + before);
            Outcome outcome = carryOut("partial-refund", Map.of("order", "HL-1"), sum);
            boolean isDone = fault == Fault.FAIL_AFTER || fault == Fault.TIME_OUT;
            assertThat(outcome)
                    .as(fault.label())
                    .isInstanceOf(fault == Fault.REFUSE ? Outcome.Refused.class : Outcome.Unknown.class);
            assertThat(record("order", "HL-1").whole("refunded_minor"))
                    .as(fault.label())
                    .contains(before + (isDone ? sum.orElseThrow().minor() : 0));
        }
        assertThat(kit.sandbox.log(SandboxKit.ACCOUNT)).hasSize(2);
    }

    @Test
    void manyRefundsAtATimeNeverGiveBackMoreThanWasPaid() throws Exception {
        Callable<Outcome> refund = () -> {
            // Of another case each time, so that each is an effect of its own.
            ActionPlan plan = SandboxKit.plan(
                    new Permits(clock).caseId(), "partial-refund", Map.of("order", "HL-1"), dollars(1000));
            return port.carryOut(permits.of(plan), "sandbox/partial-refund", plan);
        };
        long done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(Collections.nCopies(20, refund))) {
                done += each.get() instanceof Outcome.Done ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(9);
        assertThat(record("order", "HL-1").whole("refunded_minor")).contains(9000L);
    }
}
