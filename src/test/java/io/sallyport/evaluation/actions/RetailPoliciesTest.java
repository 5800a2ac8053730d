package io.sallyport.evaluation.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.gate.authorization.CedarEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every rule of the shop once broken and once kept, in a world of two customers and two products. */
class RetailPoliciesTest {

    private static final CedarEngine ENGINE = CedarEngine.load(Path.of("samples/policies/retail"));

    private static final String HOME = """
            {"address1": "1 Quay", "address2": "", "city": "Port", "state": "ME", "country": "USA", "zip": "04000"}""";

    private static final String USERS = """
            {"ann": {"address": %s, "payment_methods": {
               "card": {"source": "credit_card"}, "pal": {"source": "paypal"},
               "rich": {"source": "gift_card", "balance": 90.5}, "poor": {"source": "gift_card", "balance": 5.49}}},
             "ben": {"address": %s, "payment_methods": {"bens": {"source": "paypal"}}}}
            """.formatted(HOME, HOME);

    private static final String PRODUCTS = """
            {"mug": {"variants": {"m1": {"available": true, "price": 10.1}, "m2": {"available": true, "price": 15.6},
                                  "m3": {"available": false, "price": 9}}},
             "hat": {"variants": {"h1": {"available": true, "price": 20}}}}
            """;

    private static final String ORDERS = """
            {"wait": %s, "sent": %s, "here": %s, "bens": %s}
            """.formatted(
            order("ann", "pending"), order("ann", "processed"), order("ann", "delivered"), order("ben", "pending"));

    private static String order(String owner, String status) {
        return """
                {"user_id": "%s", "status": "%s", "address": %s,
                 "items": [{"item_id": "m1", "product_id": "mug", "price": 10.1}, {"item_id": "h1", "product_id": "hat", "price": 20}],
                 "payment_history": [{"transaction_type": "payment", "amount": 30.1, "payment_method_id": "card"}]}""".formatted(owner, status, HOME);
    }

    /** @param calls name, a space and arguments, where single quotes stand for double ones */
    private static List<String> because(String... calls) {
        List<RecordedCall> recorded = new ArrayList<>();
        for (String call : calls) {
            String[] parts = call.split(" ", 2);
            recorded.add(new RecordedCall("one", parts[0], new Fields(json(parts[1])), "any", "here"));
        }
        var world = RetailWorld.of(json(USERS), json(ORDERS), json(PRODUCTS));
        return new ActionsEvaluation(ENGINE, world).run(recorded).getLast().because();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static String cancel(String order) {
        return "cancel_pending_order {'order_id': '" + order + "', 'reason': 'no longer needed'}";
    }

    @Test
    void aPendingOrderOfTheCustomerIsCancelledForAReasonThatCounts() {
        assertThat(because(cancel("wait"))).containsExactly("cancel-order");
        assertThat(because(cancel("wait").replace("no longer needed", "too dear")))
                .containsExactly("no policy permits it");
        assertThat(because(cancel("sent"))).containsExactly("not-pending");
        assertThat(because(cancel("wait"), cancel("wait"))).containsExactly("not-pending");
        assertThat(because(cancel("wait"), cancel("bens"))).containsExactly("not-the-customers-order");
        assertThat(because(cancel("none"))).containsExactly("there is no 'none' in orders");
    }

    @ParameterizedTest
    @CsvSource({
        "modify_pending_order_items,wait,m1,m2,card,change-items",
        "exchange_delivered_order_items,here,m1,m2,pal,exchange-items",
        "modify_pending_order_items,wait,m1,m2,rich,change-items",
        // The other mug costs 5.50 more.
        "modify_pending_order_items,wait,m1,m2,poor,gift-card-below-difference",
        "exchange_delivered_order_items,here,m1,m2,poor,gift-card-below-difference",
        "exchange_delivered_order_items,wait,m1,m2,card,not-delivered",
        "modify_pending_order_items,here,m1,m2,card,not-pending",
        "modify_pending_order_items,wait,m1,m2,bens,no policy permits it",
        "modify_pending_order_items,wait,m1,m3,card,not-available",
        "modify_pending_order_items,wait,m1,h1,card,other-product",
        "modify_pending_order_items,wait,m1,m1,card,same-item",
        "modify_pending_order_items,wait,m2,m1,card,items-not-in-order",
        "modify_pending_order_items,wait,m1+m1,m2+m2,card,items-not-in-order",
        "modify_pending_order_items,wait,m1,m2+m2,card,other-product",
        "modify_pending_order_items,wait,m1,m9,card,there is no item `m9`",
    })
    void itemsAreReplacedByAvailableOnesOfTheSameProduct(
            String action, String order, String old, String fresh, String payment, String because) {
        assertThat(because(swap(action, order, old, fresh, payment))).contains(because.replace('`', '\''));
    }

    private static String swap(String action, String order, String old, String fresh, String payment) {
        return action + " {'order_id': '" + order + "', 'item_ids': ['" + old.replace("+", "', '")
                + "'], 'new_item_ids': ['" + fresh.replace("+", "', '") + "'], 'payment_method_id': '" + payment + "'}";
    }

    @Test
    void itemsAreReplacedOnce() {
        String change = swap("modify_pending_order_items", "wait", "m1", "m2", "card");
        String exchange = swap("exchange_delivered_order_items", "here", "m1", "m2", "card");
        assertThat(because(change, cancel("wait"))).containsExactly("not-pending");
        assertThat(because(exchange, exchange)).contains("not-delivered");
    }

    @ParameterizedTest
    @CsvSource({
        "here,m1,card,return-items",
        "here,m1,poor,return-items",
        "here,m1,pal,no policy permits it",
        "here,m2,card,items-not-in-order",
        "sent,m1,card,not-delivered"
    })
    void aReturnIsPaidBackWhereTheMoneyCameFromOrToAGiftCard(
            String order, String item, String payment, String because) {
        assertThat(because("return_delivered_order_items {'order_id': '" + order + "', 'item_ids': ['" + item
                        + "'], 'payment_method_id': '" + payment + "'}"))
                .contains(because);
    }

    @ParameterizedTest
    @CsvSource({
        "wait,rich,change-payment", "wait,pal,change-payment", "wait,poor,gift-card-below-total",
        "wait,card,same-payment", "wait,bens,no policy permits it", "here,pal,not-pending"
    })
    void anOrderIsPaidInAnotherWayThatSuffices(String order, String payment, String because) {
        assertThat(because("modify_pending_order_payment {'order_id': '" + order + "', 'payment_method_id': '" + payment
                        + "'}"))
                .contains(because);
    }

    @Test
    void addressesChangeForTheCustomerOnly() {
        String there = HOME.replace("1 Quay", "2 Quay").substring(1);
        String own = "modify_user_address {'user_id': 'ann', " + there;
        String orders = "modify_pending_order_address {'order_id': 'wait', " + there;
        assertThat(because(own)).containsExactly("change-own-address");
        assertThat(because(orders)).containsExactly("change-order-address");
        assertThat(because(own.replace("2 Quay", "1 Quay"))).containsExactly("nothing-changes");
        assertThat(because(orders, orders)).containsExactly("nothing-changes");
        assertThat(because(own.replace("04000", ""))).containsExactly("no policy permits it");
        assertThat(because(orders, own.replace("ann", "ben"))).containsExactly("no policy permits it");
        assertThat(because(orders.replace("wait", "here"))).containsExactly("not-pending");
    }
}
