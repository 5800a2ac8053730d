package io.sallyport.evaluation.actions;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sums and comparisons over the items and payments of an order. */
final class OrderFacts {

    private static final String ID = "item_id";

    private OrderFacts() {}

    /** Cents paid for the order so far, less what was paid back. */
    static long paid(Fields order) {
        return order.all("payment_history").stream()
                .mapToLong(entry -> entry.text("transaction_type", "").equals("refund")
                        ? -entry.cents("amount")
                        : entry.cents("amount"))
                .sum();
    }

    /** The way of paying that the order is paid with. */
    static String paidWith(Fields order) {
        return order.all("payment_history").stream()
                .filter(entry -> entry.text("transaction_type", "").equals("payment"))
                .reduce((_, last) -> last)
                .map(entry -> entry.text("payment_method_id"))
                .orElseThrow(() -> new UnfitCall("the order was never paid"));
    }

    /** Whether the order holds each item at least as often as it is named. */
    static boolean holds(Fields order, List<String> items) {
        List<String> held =
                order.all("items").stream().map(item -> item.text(ID)).toList();
        return items.stream().allMatch(item -> count(items, item) <= count(held, item));
    }

    private static long count(List<String> items, String item) {
        return items.stream().filter(item::equals).count();
    }

    static Facts swap(Fields order, Fields arguments, Catalog catalog, Facts facts) {
        List<String> old = arguments.texts("item_ids");
        List<String> fresh = arguments.texts("new_item_ids");
        boolean paired = old.size() == fresh.size() && holds(order, old);
        return facts.with("items", old.size())
                .with("in_order", holds(order, old))
                .with("paired", paired)
                .with("same_product", paired && pairs(old, fresh, (was, is) -> isSameProduct(order, catalog, was, is)))
                .with("other_item", paired && pairs(old, fresh, (was, is) -> !was.equals(is)))
                .with(
                        "available",
                        fresh.stream().allMatch(item -> catalog.get(item).available()))
                .with("difference", paired ? difference(order, arguments, catalog) : 0);
    }

    private static boolean pairs(List<String> old, List<String> fresh, BiPredicate<String, String> test) {
        return IntStream.range(0, old.size()).allMatch(at -> test.test(old.get(at), fresh.get(at)));
    }

    private static boolean isSameProduct(Fields order, Catalog catalog, String was, String is) {
        return item(order, was).text("product_id").equals(catalog.get(is).product());
    }

    /** Cents that the customer still pays; negative: gets back. Old items at what was paid for them, new ones at today's price. */
    static long difference(Fields order, Fields arguments, Catalog catalog) {
        long fresh = arguments.texts("new_item_ids").stream()
                .mapToLong(item -> catalog.get(item).cents())
                .sum();
        long old = arguments.texts("item_ids").stream()
                .mapToLong(item -> item(order, item).cents("price"))
                .sum();
        return Math.subtractExact(fresh, old);
    }

    private static Fields item(Fields order, String id) {
        return order.all("items").stream()
                .filter(item -> item.text(ID).equals(id))
                .findFirst()
                .orElseThrow(() -> new UnfitCall("the order has no item '" + id + "'"));
    }

    /** The same sum, paid another way. */
    static void repay(ObjectNode order, String method) {
        if (order.path("payment_history") instanceof ArrayNode history) {
            history.values().forEach(entry -> {
                if (entry instanceof ObjectNode payment) {
                    payment.put("payment_method_id", method);
                }
            });
        }
    }
}
