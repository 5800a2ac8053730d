package io.sallyport.evaluation.actions;

import io.sallyport.casefile.FieldValue;
import io.sallyport.gate.authorization.Request;
import io.sallyport.gate.authorization.Request.Thing;
import io.sallyport.gate.authorization.Request.Uid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop: orders are cancelled, changed, returned and exchanged. */
final class RetailWorld implements World {

    private static final String BALANCE = "balance";

    private final Records records;
    private final Catalog catalog;

    private RetailWorld(Records records, Catalog catalog) {
        this.records = records;
        this.catalog = catalog;
    }

    /** @param folder with {@code db.json} */
    static RetailWorld load(Path folder) throws IOException {
        JsonNode root = Records.file(folder.resolve("db.json"));
        return of(root.path("users"), root.path("orders"), root.path("products"));
    }

    static RetailWorld of(JsonNode users, JsonNode orders, JsonNode products) {
        return new RetailWorld(new Records(Map.of("users", users, "orders", orders)), Catalog.of(products));
    }

    @Override
    public World anew() {
        return new RetailWorld(records.anew(), catalog);
    }

    @Override
    public Optional<String> owner(RecordedCall call) {
        Fields arguments = call.arguments();
        return arguments.has("order_id")
                ? records.find("orders", arguments.text("order_id", "")).map(order -> order.text("user_id", ""))
                : records.find("users", arguments.text("user_id", "")).map(_ -> arguments.text("user_id"));
    }

    @Override
    public List<Request> questions(RecordedCall call, String customer) {
        Fields arguments = call.arguments();
        if (call.name().equals("modify_user_address")) {
            String id = arguments.text("user_id");
            Fields user = records.get("users", id);
            return List.of(
                    question(call, customer, new Uid("Retail::Customer", id), Map.of(), address(arguments, user)));
        }
        String id = arguments.text("order_id");
        Fields order = records.get("orders", id);
        Map<String, FieldValue> attributes = new Facts()
                .with("owner", order.text("user_id"))
                .with("status", order.text("status"))
                .map();
        return List.of(question(call, customer, new Uid("Retail::Order", id), attributes, context(call, order)));
    }

    private static Request question(
            RecordedCall call, String customer, Uid resource, Map<String, FieldValue> attributes, Facts context) {
        Uid principal = new Uid("Retail::Customer", customer);
        Thing who = new Thing(principal, new Facts().with("id", customer).map());
        List<Thing> things = resource.equals(principal) || attributes.isEmpty()
                ? List.of(who)
                : List.of(who, new Thing(resource, attributes));
        return new Request(principal, new Uid("Retail::Action", call.name()), resource, context.map(), things);
    }

    private Facts context(RecordedCall call, Fields order) {
        Fields arguments = call.arguments();
        return switch (call.name()) {
            case "cancel_pending_order" -> new Facts().with("reason", arguments.text("reason"));
            case "modify_pending_order_address" -> address(arguments, order);
            case "modify_pending_order_payment" -> payment(arguments, order).with("total", OrderFacts.paid(order));
            case "return_delivered_order_items" ->
                payment(arguments, order)
                        .with("in_order", OrderFacts.holds(order, arguments.texts("item_ids")))
                        .with("items", arguments.texts("item_ids").size());
            case "modify_pending_order_items", "exchange_delivered_order_items" ->
                OrderFacts.swap(order, arguments, catalog, payment(arguments, order));
            default -> throw new UnfitCall("there is no action " + call.name());
        };
    }

    private Facts payment(Fields arguments, Fields order) {
        String id = arguments.text("payment_method_id");
        Wallet wallet = new Wallet(records.get("users", order.text("user_id")), BALANCE);
        return new Facts().with("payment", wallet.facts(id).with("original", id.equals(OrderFacts.paidWith(order))));
    }

    private static final List<String> LINES = List.of("address1", "address2", "city", "state", "country", "zip");

    private static Facts address(Fields arguments, Fields record) {
        Fields now = record.in("address");
        return new Facts()
                .with(
                        "complete",
                        LINES.stream()
                                .filter(line -> !line.equals("address2"))
                                .noneMatch(line -> arguments.text(line).isBlank()))
                .with(
                        "unchanged",
                        LINES.stream().allMatch(line -> arguments.text(line, "").equals(now.text(line, ""))));
    }

    @Override
    public void carryOut(RecordedCall call) {
        Fields arguments = call.arguments();
        if (call.name().equals("modify_user_address")) {
            readdress(records.change("users", arguments.text("user_id")), arguments);
            return;
        }
        Fields before = records.get("orders", arguments.text("order_id"));
        ObjectNode order = records.change("orders", arguments.text("order_id"));
        switch (call.name()) {
            case "cancel_pending_order" -> order.put("status", "cancelled");
            case "modify_pending_order_address" -> readdress(order, arguments);
            case "modify_pending_order_payment" -> {
                spend(before, arguments, OrderFacts.paid(before));
                OrderFacts.repay(order, arguments.text("payment_method_id"));
            }
            case "modify_pending_order_items", "exchange_delivered_order_items" -> {
                spend(before, arguments, OrderFacts.difference(before, arguments, catalog));
                order.put(
                        "status", call.name().startsWith("modify") ? "pending (items modified)" : "exchange requested");
            }
            case "return_delivered_order_items" -> order.put("status", "return requested");
            default -> throw new UnfitCall("there is no action " + call.name());
        }
    }

    private void spend(Fields order, Fields arguments, long cents) {
        Wallet.spend(
                records.change("users", order.text("user_id")), BALANCE, arguments.text("payment_method_id"), cents);
    }

    private static void readdress(ObjectNode record, Fields arguments) {
        ObjectNode address = record.putObject("address");
        LINES.forEach(line -> address.put(line, arguments.text(line, "")));
    }
}
