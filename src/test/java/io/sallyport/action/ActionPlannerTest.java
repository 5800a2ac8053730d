package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionPlannerTest {

    private final PlannerKit kit = new PlannerKit();

    private ActionPlan planned(String text) {
        Fact fact = kit.plan(text);
        assertThat(fact).as("for “%s”", text).isInstanceOf(Fact.ActionPlanned.class);
        ActionPlan plan = ((Fact.ActionPlanned) fact).plan();
        plan.slots().forEach(this::standsInItsRecord);
        return plan;
    }

    private void standsInItsRecord(Slot slot) {
        String name = slot.checkedAgainst().record();
        if (name.startsWith("action:")) {
            assertThat(List.of("Free", "Home", "Pro", "Fleet")).contains(slot.value());
            return;
        }
        BusinessRecord record = kit.books.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        String field = slot.checkedAgainst().field();
        if (field.contains("[")) {
            String list = field.substring(0, field.indexOf('['));
            String last = field.substring(field.lastIndexOf('.') + 1);
            assertThat(Fields.entries(record, list))
                    .anyMatch(entry -> Fields.text(entry, last)
                            .filter(slot.value()::equals)
                            .isPresent());
        } else {
            assertThat(Fields.text(record, field)).contains(slot.value());
        }
    }

    @Test
    void aFullRefundTakesTheOrdersOwnTotal() {
        ActionPlan plan = planned("Please refund my order HL-100100, it arrived broken.");
        assertThat(plan.action()).isEqualTo("refund");
        assertThat(plan.customer()).isEqualTo("acc-1");
        assertThat(plan.amount()).contains(new Amount(15400, "USD"));
        assertThat(plan.value("order")).contains("HL-100100");
        assertThat(plan.reason()).isEqualTo("damaged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Could you cancel order HL-100200 please? | order-cancellation",
                "Please cancel 100200 for me. | order-cancellation",
                "please put us on the Fleet plan | plan-upgrade",
                "Could you move me to Home from the next period? | plan-downgrade",
                "Please cancel my subscription at the end of the month. | plan-cancel",
                "Could you send me a password reset link? | credential-reset",
                "Please send me invoice INV-2026-000101 again. | invoice-resend",
                "please send the January invoice again, the download is blank | invoice-resend",
                "I'd like to return the Latch from order HL-100100, could you make the return for me? | return-authorization",
                "Please change the delivery address of order HL-100200 to 4 Harbour Lane. | address-change",
                "Please start the export of all my data. | data-export",
                "Please delete my account, I don't need it any more. | data-erasure",
                "Please change my e-mail address to new@elsewhere.example. | email-change",
                "Please refund only the Latch of order HL-100100. | partial-refund",
            })
    void eachShippedActionIsPlanned(String text, String action) {
        assertThat(planned(text).action()).isEqualTo(action);
    }

    @Test
    void oneItemsRefundTakesThatItemsPrice() {
        ActionPlan plan = planned("Please refund only the Latch of order HL-100100.");
        assertThat(plan.amount()).contains(new Amount(2900, "USD"));
        assertThat(plan.value("sku")).contains("HL-DOOR");
    }

    @Test
    void theOnlyPlausibleRecordIsMeantWhenNoneIsNamed() {
        assertThat(planned("Please cancel my order.").value("order")).contains("HL-100200");
    }

    @Test
    void ofSeveralPlausibleRecordsTheCustomerIsAskedWhich() {
        kit.order(
                "HL-100300",
                "acc-1",
                "processing",
                2900,
                List.of(PlannerKit.item("HL-DOOR", "Latch door sensor", 2900)));
        assertThat(kit.plan("Please cancel my order."))
                .isEqualTo(
                        new Fact.ActionSlotMissing("order-cancellation", "order", List.of("HL-100300", "HL-100200")));
        kit.weSay(new ActionWork.Asking("order-cancellation", "order", List.of("HL-100300", "HL-100200")).question());
        assertThat(kit.says(PlannerKit.MARA, "HL-100200 it is"))
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        fact -> assertThat(fact.plan().value("order")).contains("HL-100200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please refund order HL-777777.",
                "Please refund order HL-999999.",
                "Please refund order НL-100100.",
                "Please refund order HL-１００１００.",
                "Please refund order #٣٤٥٦٧.",
                "Please refund my brother's order, HL-100100.",
                "Please refund $200 for order HL-100100.",
                "Please refund 15400 euros for order HL-100100.",
                "Please refund two hundred dollars for order HL-100100.",
                "Please refund a thousand for order HL-100100.",
                "Please refund -$154 for order HL-100100, I mean $9,999,999.",
                "Please refund ٣٤ dollars for order HL-100100.",
                "Please refund $１５４ for order HL-100100.",
                "Please refund half of order HL-100100.",
                "Please refund the unused months of invoice INV-2026-000201.",
                "Please send invoice INV-2026-000101 to cfo@elsewhere.example.",
                "Please cancel order HL-100200 and delete my account.",
            })
    void whatCannotBePlannedSafelyIsForAPerson(String text) {
        assertThat(kit.plan(text)).isInstanceOf(Fact.ActionForPerson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was charged twice, INV-2026-000101 and 0201. Please refund one.",
                "I was charged twice, INV-2026-000101, 000201. Please refund one.",
                "I was charged twice, INV-2026-000101/201. Please refund one.",
            })
    void theEndOfANumberBehindAWholeOneNamesARecordToo(String text) {
        assertThat(kit.plan(text))
                .isInstanceOfSatisfying(
                        Fact.ActionSlotMissing.class,
                        fact -> assertThat(fact.choices())
                                .containsExactlyInAnyOrder("INV-2026-000101", "INV-2026-000201"));
        assertThat(kit.plan("I was charged twice, INV-2026-000101 and 999. Please refund one."))
                .isInstanceOf(Fact.ActionForPerson.class);
    }

    @Test
    void theSumOnRecordMayBeNamed() {
        assertThat(planned("Please refund the $154 for order HL-100100.").amount())
                .contains(new Amount(15400, "USD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mаra@example.com",
                "mara@example.co",
                "mara@exampIe.com",
                "MARA@example.com.evil.example",
                "stranger@example.com"
            })
    void onlyTheVeryAddressOnFileOpensAnAccount(String sender) {
        assertThat(kit.planFrom(sender, "Please refund order HL-100100.")).isInstanceOf(Fact.ActionForPerson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mara.holm@harbour-boats.example",
                "mara@boats.internal",
                "mara@boats.test",
                "mara@boats.xn--p1ai"
            })
    void anyDomainMayHaveAnAccount(String address) {
        kit.books.put("account", "acc-4", "email", address, "status", "active");
        assertThat(kit.planFrom(address, "Please change my login e-mail address, thanks."))
                .isInstanceOf(Fact.ActionPlanned.class);
    }

    /** Its lower case is an ordinary k. */
    @Test
    void theKelvinSignIsNoK() {
        kit.books.put("account", "acc-3", "email", "kim@example.com", "status", "active");
        kit.order("HL-300300", "acc-3", "processing", 4900, List.of(PlannerKit.item("HL-TEMP", "Probe", 4900)));
        assertThat(kit.planFrom("KIM@example.com", "Please cancel order HL-300300."))
                .isInstanceOf(Fact.ActionPlanned.class);
        assertThat(kit.planFrom("\u212Aim@example.com", "Please cancel order HL-300300."))
                .isInstanceOf(Fact.ActionForPerson.class);
    }

    @Test
    void aSecondWriterOnTheCaseIsForAPerson() {
        kit.plan("Hello");
        assertThat(kit.says("noah@example.com", "Please refund order HL-100100."))
                .isInstanceOf(Fact.ActionForPerson.class);
    }

    @Test
    void aSystemThatDoesNotAnswerBreaksTheStepSoThatItIsTriedAgain() {
        kit.books.down(true);
        assertThatThrownBy(() -> kit.plan("Please refund order HL-100100."))
                .isInstanceOf(BusinessRecords.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I cancel my order?",
                "Can I return an opened sensor?",
                "What is your refund policy?",
                "Where do I find my invoices?",
                "I cancelled my plan yesterday, when does it end?",
                "My hub is offline.",
            })
    void aQuestionIsNoWish(String text) {
        assertThat(kit.offers(text)).isFalse();
        assertThat(kit.plan(text)).isInstanceOf(Fact.ActionNotPlanned.class);
    }

    @Test
    void anAlreadyRefundedOrderIsForAPerson() {
        kit.books.put(
                "order",
                "HL-100100",
                "account",
                "acc-1",
                "status",
                "delivered",
                "total_minor",
                15400,
                "refunded_minor",
                100,
                "currency",
                "USD",
                "items",
                List.of(Map.of("sku", "A", "price_minor", 1)));
        assertThat(kit.plan("Please refund order HL-100100.")).isInstanceOf(Fact.ActionForPerson.class);
        assertThat(Optional.of(kit.plan("Please refund order HL-100100."))).isPresent();
    }
}
