package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the planner from asking for ever, and from planning what a record's state forbids. */
class PlannerGuardsTest {

    private static final String FOR_CODE =
            "Please reply to this message with the code, which is valid until 09:10 UTC.";

    private final PlannerKit kit = new PlannerKit();

    private void assertPlanned(String text, String action) {
        assertThat(kit.plan(text))
                .as("for “%s”", text)
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        fact -> assertThat(fact.plan().action()).isEqualTo(action));
    }

    private void assertForPerson(Fact fact, String why) {
        assertThat(fact)
                .isInstanceOfSatisfying(
                        Fact.ActionForPerson.class,
                        person -> assertThat(person.why()).contains(why));
    }

    private Fact.ActionSlotMissing missing(Fact fact) {
        assertThat(fact).isInstanceOf(Fact.ActionSlotMissing.class);
        return (Fact.ActionSlotMissing) fact;
    }

    private void ask(Fact.ActionSlotMissing fact) {
        kit.weSay(new ActionWork.Asking(fact.action(), fact.slot(), fact.choices()).question());
    }

    private void secondOrder() {
        kit.order(
                "HL-100300",
                "acc-1",
                "processing",
                2900,
                List.of(PlannerKit.item("HL-DOOR", "Latch door sensor", 2900)));
    }

    @Test
    void askedTwiceInVainAPersonTakesOver() {
        secondOrder();
        ask(missing(kit.plan("Please cancel my order.")));
        ask(missing(kit.says(PlannerKit.MARA, "The small one.")));
        assertForPerson(kit.says(PlannerKit.MARA, "You know which."), "asked 2 times for the order");
    }

    @Test
    void aSecondAnswerMayStillSayIt() {
        secondOrder();
        ask(missing(kit.plan("Please cancel my order.")));
        ask(missing(kit.says(PlannerKit.MARA, "The small one.")));
        assertThat(kit.says(PlannerKit.MARA, "HL-100300 then.")).isInstanceOf(Fact.ActionPlanned.class);
    }

    @Test
    void aRequestForACodeIsNoQuestionInVain() {
        secondOrder();
        Fact.ActionSlotMissing asked = missing(kit.plan("Please cancel my order."));
        kit.weSay(FOR_CODE);
        ask(missing(kit.says(PlannerKit.MARA, "I do not have it.")));
        kit.weSay(FOR_CODE);
        assertThat(kit.says(PlannerKit.MARA, "Still not.")).isEqualTo(asked);
    }

    /** A wrong code is no number of an order, and what is said of codes no wish. */
    @Test
    void whatIsWrittenOfCodesIsReadForNothingElse() {
        kit.plan("Please refund invoice INV-2026-000101.");
        kit.weSay(FOR_CODE);
        kit.says(PlannerKit.MARA, "It says 111111.");
        kit.weSay(FOR_CODE);
        assertThat(kit.says(PlannerKit.MARA, "Or the code for this invoice is 222222?"))
                .isInstanceOf(Fact.ActionPlanned.class);
        kit.weSay(FOR_CODE);
        assertThat(kit.says(PlannerKit.MARA, "No code came, please send it again."))
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        fact -> assertThat(fact.plan().value("invoice")).contains("INV-2026-000101"));
    }

    @Test
    void anEndingPlanIsTakenUpAgain() {
        kit.subscription("Pro", "cancelling");
        assertPlanned("Please reactivate my plan.", "plan-resume");
        assertPlanned("Please undo the cancellation of my subscription SUB-1.", "plan-resume");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please cancel my subscription SUB-1. | plan-cancel | past_due | cancelling",
                "Please upgrade my subscription SUB-1 to Fleet. | plan-upgrade | trialing | cancelling",
                "Please downgrade my subscription SUB-1 to Home. | plan-downgrade | trialing | cancelling",
                "Please downgrade my subscription SUB-1 to Home. | plan-downgrade | active | past_due",
                "Please reactivate my subscription SUB-1. | plan-resume | cancelling | active",
                "Please reactivate my subscription SUB-1. | plan-resume | cancelling | ended",
            })
    void aSubscriptionThatIsNamedHasToBeInAStateForIt(String text, String action, String state, String other) {
        kit.subscription("Pro", state);
        assertPlanned(text, action);
        kit.subscription("Pro", other);
        assertForPerson(kit.plan(text), "not in a state for a " + action);
    }

    @Test
    void noItemOfAnOrderIsRefundedOfWhichSomethingHasBeen() {
        String text = "Please refund only the Latch of order HL-100100.";
        assertPlanned(text, "partial-refund");
        kit.books.put(
                "order",
                "HL-100100",
                "account",
                "acc-1",
                "placed",
                "2026-02-20T10:00:00Z",
                "status",
                "delivered",
                "items",
                List.of(
                        PlannerKit.item("HL-HUB", "Beacon hub", 8900),
                        Map.copyOf(PlannerKit.item("HL-DOOR", "Latch door sensor", 2900))),
                "shipping_minor",
                700,
                "total_minor",
                15400,
                "refunded_minor",
                2900,
                "currency",
                "USD");
        assertForPerson(kit.plan(text), "not in a state for a partial-refund");
    }
}
