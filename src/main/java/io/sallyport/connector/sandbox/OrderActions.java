package io.sallyport.connector.sandbox;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of orders, and returns. */
final class OrderActions {

    private static final Duration UNDO = Duration.ofDays(14);

    private OrderActions() {}

    /** Gives money back only where an amount is named, and then all of it. */
    static void cancel(Change change) {
        BusinessRecord order = unpacked(change);
        Optional<Amount> sum = change.wanted().findSum();
        if (sum.filter(it -> it.minor() != MoneyActions.left(order)).isPresent()) {
            throw new Refusal("a cancelled order is refunded whole: " + MoneyActions.left(order));
        }
        change.set(order, Map.of("status", new FieldValue.Text("cancelled")));
        change.mayBeUndoneFor(MoneyActions.CALL_BACK);
        sum.ifPresent(it -> MoneyActions.giveBack(change, order, it));
        change.confirm("order", order.id());
    }

    static void changeAddress(Change change) {
        BusinessRecord order = unpacked(change);
        String id = change.wanted().slot("address_id");
        FieldValue.Group address = groups(change.account(), "addresses").stream()
                .filter(it -> text(it, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("the account has no address " + id));
        if (order.text("address_id").equals(Optional.of(id))) {
            throw new Refusal("the order goes there already");
        }
        change.set(order, Map.of("address_id", new FieldValue.Text(id)));
        change.confirm("order", order.id());
        change.confirm("address_id", id);
        change.confirm("address", text(address, "line"));
        change.mayBeUndoneFor(UNDO);
    }

    static void authorizeReturn(Change change) {
        BusinessRecord order = change.own("order", change.wanted().slot("order"));
        String sku = change.wanted().slot("sku");
        if (!order.text("status").orElse("").equals("delivered")) {
            throw new Refusal("the order is not delivered");
        }
        if (!new FieldValue.Flag(false).equals(item(order, sku).fields().get("digital"))) {
            throw new Refusal("what is digital cannot be sent back");
        }
        if (change.others("return").stream().anyMatch(it -> isOpenReturn(it, order.id(), sku))) {
            throw new Refusal("the return of " + sku + " is authorized already");
        }
        String id = change.shortId("rma");
        change.create(
                new BusinessRecord(
                        "return",
                        id,
                        Map.of(
                                "id", new FieldValue.Text(id),
                                "account", new FieldValue.Text(change.wanted().account()),
                                "order", new FieldValue.Text(order.id()),
                                "sku", new FieldValue.Text(sku),
                                "made", new FieldValue.Text(change.now().toString()),
                                "status", new FieldValue.Text("authorized"))),
                "withdrawn");
        change.confirm("return", id);
        change.confirm("order", order.id());
        change.confirm("sku", sku);
        change.mayBeUndoneFor(UNDO);
    }

    static FieldValue.Group item(BusinessRecord order, String sku) {
        return groups(order, "items").stream()
                .filter(it -> text(it, "sku").equals(sku))
                .findFirst()
                .orElseThrow(() -> new Refusal("the order has no item " + sku));
    }

    private static boolean isOpenReturn(BusinessRecord found, String order, String sku) {
        return found.text("order").equals(Optional.of(order))
                && found.text("sku").equals(Optional.of(sku))
                && !found.text("status").equals(Optional.of("withdrawn"));
    }

    private static BusinessRecord unpacked(Change change) {
        BusinessRecord order = change.own("order", change.wanted().slot("order"));
        if (!order.text("status").orElse("").equals("processing")) {
            throw new Refusal("the order is packed or further");
        }
        return order;
    }

    static List<FieldValue.Group> groups(BusinessRecord record, String field) {
        return record
                .find(field)
                .flatMap(value -> value instanceof FieldValue.Many(var values) ? Optional.of(values) : Optional.empty())
                .orElse(List.of())
                .stream()
                .<FieldValue.Group>mapMulti((value, out) -> {
                    if (value instanceof FieldValue.Group group) {
                        out.accept(group);
                    }
                })
                .toList();
    }

    static String text(FieldValue.Group group, String field) {
        return group.fields().get(field) instanceof FieldValue.Text(String text) ? text : "";
    }
}
