package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final String OWN = """
            name: warranty-swap
            title: Swap a defective item
            does: swap a defective item
            about: [order]
            phrases: ["swap my .. sensor"]
            arguments:
              type: object
              properties:
                order: {type: string}
              required: [order]
              additionalProperties: false
            from:
              order: order.id
            reads: [account.status, order.status]
            carried-out-by: warehouse/swap
            undone: never
            looked-up: warehouse/status
            assurance: matched
            risk: low
            reasons: [not-said, defective]
            receipt:
              - "We have ordered a replacement for order {order}."
            """;

    @TempDir
    private Path folder;

    private Catalogue with(String text) {
        try {
            Files.writeString(folder.resolve("swap.yaml"), text);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return Catalogue.with(folder);
    }

    @Test
    void theShippedActionsAreThoseThatTheDeskPromises() {
        assertThat(Catalogue.shipped().all())
                .extracting(Definition::name)
                .containsExactlyInAnyOrder(
                        "refund",
                        "partial-refund",
                        "plan-upgrade",
                        "plan-downgrade",
                        "plan-cancel",
                        "plan-resume",
                        "credential-reset",
                        "email-change",
                        "invoice-resend",
                        "return-authorization",
                        "order-cancellation",
                        "address-change",
                        "data-export",
                        "data-erasure");
    }

    @Test
    void aCompanyAddsItsOwnByAFileAndItIsOffered() {
        Catalogue catalogue = with(OWN);
        assertThat(catalogue.find("warranty-swap")).isPresent();
        assertThat(new Wishes(catalogue.all()).in("Could you swap my door sensor?"))
                .extracting(Definition::name)
                .containsExactly("warranty-swap");
    }

    @Test
    void anEntryThatHasChangedSinceNoLongerFitsItsPlans() {
        Catalogue before = with(OWN);
        var plan = new ActionPlan(
                new CaseId("SP-7K2M9QX4TC"),
                "warranty-swap",
                before.find("warranty-swap").orElseThrow().hash(),
                "acc-1",
                List.of(),
                "not-said",
                Optional.empty());
        assertThat(before.findFor(plan)).isPresent();
        assertThat(with(OWN.replace("assurance: matched", "assurance: proven")).findFor(plan))
                .isEmpty();
    }

    @Test
    void aReceiptSaysOnlyWhatTheOtherSideConfirmed() {
        Catalogue catalogue = with(OWN);
        var plan = new ActionPlan(
                new CaseId("SP-7K2M9QX4TC"), "refund", "", "acc-1", List.of(), "not-said", Optional.empty());
        var moved = new ActionPlan(
                new CaseId("SP-7K2M9QX4TC"), "address-change", "", "acc-1", List.of(), "not-said", Optional.empty());
        assertThat(sentences(catalogue, moved, Map.of("order", "HL-1", "address", "4 Harbour Lane")))
                .containsExactly(
                        "We have changed the delivery address of order HL-1.",
                        "Order HL-1 now goes to 4 Harbour Lane.");
        assertThat(sentences(catalogue, moved, Map.of("order", "HL-1"))).hasSize(1);
        assertThat(sentences(catalogue, plan, Map.of("order", "HL-1", "amount_minor", "4900", "currency", "USD")))
                .containsExactly("We have refunded $49.00 for order HL-1 to the original payment method.");
        assertThat(sentences(catalogue, plan, Map.of("invoice", "INV-1", "amount", "4900", "currency", "JPY")))
                .containsExactly("We have refunded 4900 JPY for invoice INV-1 to the original payment method.");
        assertThat(sentences(catalogue, plan, Map.of("order", "HL-1", "currency", "USD")))
                .isEmpty();
        assertThat(sentences(catalogue, plan, Map.of("order", "HL-1", "amount", "-4900", "currency", "USD")))
                .isEmpty();
        assertThat(sentences(
                        catalogue, plan, Map.of("order", "HL-1. You owe us $900", "amount", "1", "currency", "USD")))
                .isEmpty();
    }

    private static List<String> sentences(Catalogue catalogue, ActionPlan plan, Map<String, String> confirmed) {
        return catalogue.receipt(plan, "e-1", confirmed, Instant.EPOCH).sentences();
    }

    @Test
    void aWrongFileIsRefusedWithFileLineAndWhatToDo() {
        refuses(OWN.replace("matched", "certain"), "line 18", "schemas/action.schema.json");
        refuses(
                OWN.replace("  order: order.id", "  oder: order.id"),
                "line 9",
                "does not say where the argument 'order' stands");
        refuses(OWN.replace("  order: order.id", "  order: message.text.all.of.it"), "line 13", "/from/order");
        refuses(OWN.replace("{order}.", "{amount}."), "line 22", "{amount}");
        refuses(OWN.replace("title: Swap", "title: !!java.net.URL Swap"), "line 2", "tag is not allowed");
        refuses(OWN.replace("undone: never", "undone: never\nundone: never"), "swap.yaml", "twice");
        refuses(OWN.replace("warranty-swap", "refund"), "describes 'refund'", "another name");
        refuses(OWN.replace("\"swap my .. sensor\"", "\".. sensor\""), "phrases", "mend");
        refuses(
                OWN.replace("carried-out-by", "asked-as: {sku: item}\ncarried-out-by"),
                "line 15",
                "'sku' under 'asked-as', which is no argument");
        refuses("a: [", "is no YAML", "mend that line");
        refuses("", "is empty", "describe one action");
    }

    @Test
    void whatItReadsWhereItIsLookedUpAndItsRiskAreSaidByEveryEntry() {
        Definition own = with(OWN).find("warranty-swap").orElseThrow();
        assertThat(own.details().reads()).containsExactlyInAnyOrder("account.status", "order.status");
        assertThat(own.lookedUp()).isEqualTo("warehouse/status");
        assertThat(own.details().risk()).isEqualTo(Definition.Risk.LOW);
        refuses(OWN.replace("reads: [account.status, order.status]\n", ""), "swap.yaml", "'reads'");
        refuses(OWN.replace("[account.status, order.status]", "[status]"), "line 14", "/reads/0");
        refuses(OWN.replace("looked-up: warehouse/status\n", ""), "swap.yaml", "'looked-up'");
        refuses(OWN.replace("warehouse/status", "by-effect"), "line 17", "/looked-up");
        refuses(OWN.replace("risk: low\n", ""), "swap.yaml", "'risk'");
        refuses(OWN.replace("risk: low", "risk: tiny"), "line 19", "/risk");
    }

    @Test
    void anArgumentComesFromARecordThatIsAtHand() {
        refuses(OWN.replace("order: order.id", "order: parcel.id"), "line 13", "'parcel.id'", "[account, order]");
        refuses(
                OWN.replace("order: order.id", "order: {choose: order.items.sku, other-than: parcel.sku}"),
                "line 13",
                "'parcel.sku'");
        refuses(
                OWN.replace("order: order.id", "order: {choose: order.items.sku, other-than: account.sku}"),
                "line 13",
                "'account.sku'");
        refuses(OWN.replace("order: order.id", "order: {one-of: [a, b], above: plan.name}"), "line 13", "'plan.name'");
        refuses(OWN + "plausible:\n  parcel: {fields: {status: [lost]}}\n", "line 24", "under 'plausible'");
        refuses(OWN + "must:\n  parcel: {status: [lost]}\n", "line 24", "under 'must'");
    }

    @Test
    void aSumIsOneOfAFieldThatIsKnownForASum() {
        String properties = "    amount: {type: integer}\n    currency: {type: string}\n";
        String from = "  amount: order.total_minor\n  currency: order.currency\n";
        String money = OWN.replace("order: {type: string}\n", "order: {type: string}\n" + properties)
                .replace("order: order.id\n", "order: order.id\n" + from);
        String moving = money + "money: {amount: amount, currency: currency}\n";
        assertThat(with(moving).find("warranty-swap")).isPresent();
        refuses(money, "line 16", "does not say that it moves it", "'money'");
        refuses(moving.replace("order.total_minor", "order.total"), "line 16", "'_minor'");
        refuses(moving.replace("order.total_minor", "[order.total_minor, account.credit]"), "line 16", "'_minor'");
        refuses(moving.replace("order.currency", "order.coin"), "line 17", "'currency'");
        refuses(moving.replace("order.currency", "{one-of: [USD]}"), "line 17", "'currency'");
        refuses(moving.replace("type: integer", "type: string"), "line 10", "whole number");
        refuses(moving.replace("amount: amount,", "amount: sum,"), "line 27", "use names of 'arguments'");
    }

    @Test
    void aCompanysOwnEntriesAreLookedAtAndTheShippedOnesAreNot() {
        assertThatThrownBy(() -> with(OWN).checkOwn(own -> Optional.of("lacks " + own.arguments() + "; add it")))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContainingAll("swap.yaml line 1: it lacks [order]; add it");
        Catalogue.shipped().checkOwn(_ -> Optional.of("lacks everything"));
    }

    private void refuses(String text, String... said) {
        assertThatThrownBy(() -> new Wishes(with(text).all()))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContainingAll(said);
    }
}
