package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Fact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who names one of several pieces does not get, or lose, all of them. */
class PiecesTest {

    private final PlannerKit kit = new PlannerKit();

    @BeforeEach
    void ordersOfSeveralPieces() {
        kit.order(
                "HL-100500",
                "acc-1",
                "processing",
                12500,
                List.of(
                        PlannerKit.item("HL-HUB", "Beacon hub", 8900),
                        PlannerKit.item("HL-DOOR", "Latch door sensor", 2900)));
        kit.order(
                "HL-100600",
                "acc-1",
                "delivered",
                16300,
                List.of(
                        PlannerKit.items("HL-DOOR", "Latch door sensor", 2, 2900),
                        PlannerKit.item("HL-HUB", "Beacon hub", 8900),
                        PlannerKit.item("HL-LEAK", "Brook leak sensor", 3900)));
        kit.order(
                "HL-100700",
                "acc-1",
                "delivered",
                6500,
                List.of(PlannerKit.items("HL-DOOR", "Latch door sensor", 2, 2900)));
    }

    private ActionPlan planned(String text) {
        Fact fact = kit.plan(text);
        assertThat(fact).as("for “%s”", text).isInstanceOf(Fact.ActionPlanned.class);
        return ((Fact.ActionPlanned) fact).plan();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please refund the Latch of order HL-100100, it arrived broken.",
                "Could you refund me for the broken door sensor in order HL-100100?",
                "The parcel HL-100100 is here. Please refund the $29 for the Latch, it does not work.",
                "Please refund the Latches of order HL-100100.",
                "Please refund one of the two Latches of order HL-100600.",
            })
    void aRefundOfOneNamedItemIsOfItsPriceAlone(String text) {
        ActionPlan plan = planned(text);
        assertThat(plan.action()).isEqualTo("partial-refund");
        assertThat(plan.amount()).contains(new Amount(2900, "USD"));
        assertThat(plan.value("sku")).contains("HL-DOOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please refund my order HL-100100, the hub arrived broken.",
                "The Latch of order HL-100100 arrived broken. Please refund.",
                "Please refund the Latch and the hub of order HL-100600.",
                "Please refund the sensors of order HL-100600.",
                "Please refund order HL-100100 to the hub account.",
                "Please cancel the Latch in order HL-100500.",
                "Please cancel the HL-HUB, order HL-100500.",
                "I no longer want the hub. Please cancel order HL-100500.",
            })
    void theWholeIsNotGivenBackOrCancelledWhereAPartIsNamed(String text) {
        assertThat(kit.plan(text)).isInstanceOf(Fact.ActionForPerson.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please refund order HL-100100. | refund",
                "Please refund the hub and the Latch of order HL-100100. | refund",
                "Please refund order HL-100100, both sensors and hubs are dead. | refund",
                "Please refund both Latches of order HL-100700. | refund",
                "I ordered two hubs and a Latch by mistake, please cancel order HL-100500. | order-cancellation",
                "Please cancel order HL-100500, the whole of it. | order-cancellation",
            })
    void theWholeIsMeantWhereNoneOrAllOfItIsNamed(String text, String action) {
        assertThat(planned(text).action()).isEqualTo(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please refund only the Latch of order HL-100600, both are dead.",
                "Please refund only the Latch of order HL-100600.",
                "Please refund only the two Latch door sensors of order HL-100600.",
                "Please refund only the Latches of order HL-100700, both are dead.",
                "Please open a return for the Latch of order HL-100600.",
            })
    void howManyOfSeveralAlikeHasToBeSaid(String text) {
        assertThat(kit.plan(text)).isInstanceOf(Fact.ActionForPerson.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please refund only one of the Latch sensors of order HL-100600. | partial-refund",
                "Please refund one of the two Latch sensors of order HL-100700. | partial-refund",
                "Please open a return for one Latch of order HL-100600. | return-authorization",
                "I want to return the two Latch of order HL-100700, delivered the 11 November. | return-authorization",
                "Please open a return for both Latch sensors of order HL-100700. | return-authorization",
            })
    void onePieceIsPaidBackAndOneOrAllAreTakenBack(String text, String action) {
        ActionPlan plan = planned(text);
        assertThat(plan.action()).isEqualTo(action);
        assertThat(plan.value("sku")).contains("HL-DOOR");
        assertThat(plan.amount()).isIn(Optional.empty(), Optional.of(new Amount(2900, "USD")));
    }

    @Test
    void aSinglePieceNeedsNoNumber() {
        assertThat(planned("Please refund only the hub of order HL-100600.").amount())
                .contains(new Amount(8900, "USD"));
    }
}
