package io.sallyport.action;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.testkit.Books;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A boat shop's account with two orders, invoices and a plan, and the shipped catalogue over it. */
final class PlannerKit {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final String MARA = "mara@example.com";

    final Books books = new Books();
    private final List<Message> messages = new ArrayList<>();
    private final RecordPlanner planner;

    PlannerKit() {
        this(Optional.empty());
    }

    PlannerKit(Optional<LanguageModel> model) {
        books.put(
                "account",
                "acc-1",
                "email",
                MARA,
                "status",
                "active",
                "email_verified",
                true,
                "contacts",
                List.of(
                        Map.of("email", MARA, "role", "owner"),
                        Map.of("email", "first.mate@example.com", "role", "admin")),
                "addresses",
                List.of(
                        Map.of("id", "adr-1", "line", "1 Quay Street", "city", "Torvik"),
                        Map.of("id", "adr-2", "line", "4 Harbour Lane", "city", "Torvik")));
        books.put("account", "acc-2", "email", "noah@example.com", "status", "active");
        order(
                "HL-100100",
                "acc-1",
                "delivered",
                15400,
                List.of(item("HL-HUB", "Beacon hub", 8900), item("HL-DOOR", "Latch door sensor", 2900)));
        order("HL-100200", "acc-1", "processing", 4900, List.of(item("HL-TEMP", "Fathom freezer probe", 4900)));
        order("HL-777777", "acc-2", "delivered", 8900, List.of(item("HL-HUB", "Beacon hub", 8900)));
        invoice("INV-2026-000101", "2026-01-01", 2400);
        invoice("INV-2026-000201", "2026-02-01", 2400);
        books.put("subscription", "SUB-1", "account", "acc-1", "plan", "Pro", "interval", "month", "status", "active");
        this.planner = new RecordPlanner(Catalogue.shipped(), books, model, InstantSource.fixed(NOW));
    }

    static Map<String, Object> item(String sku, String name, int price) {
        return items(sku, name, 1, price);
    }

    static Map<String, Object> items(String sku, String name, int quantity, int price) {
        return Map.of("sku", sku, "name", name, "quantity", quantity, "price_minor", price, "digital", false);
    }

    PlannerKit order(String id, String account, String status, int total, List<Map<String, Object>> items) {
        books.put(
                "order",
                id,
                "account",
                account,
                "placed",
                "2026-02-20T10:00:00Z",
                "status",
                status,
                "items",
                items,
                "shipping_minor",
                700,
                "total_minor",
                total,
                "refunded_minor",
                0,
                "currency",
                "USD",
                "address_id",
                "adr-1");
        return this;
    }

    PlannerKit invoice(String id, String issued, int amount) {
        books.put(
                "invoice",
                id,
                "account",
                "acc-1",
                "issued",
                issued,
                "amount_minor",
                amount,
                "refunded_minor",
                0,
                "currency",
                "USD",
                "status",
                "paid",
                "plan",
                "Pro");
        return this;
    }

    /** The account's one. */
    PlannerKit subscription(String plan, String status) {
        books.put("subscription", "SUB-1", "account", "acc-1", "plan", plan, "interval", "month", "status", status);
        return this;
    }

    Fact plan(String text) {
        return planFrom(MARA, text);
    }

    Fact planFrom(String sender, String text) {
        messages.clear();
        return says(sender, text);
    }

    /** On the same case. */
    Fact says(String sender, String text) {
        messages.add(message(Message.Author.CUSTOMER, sender, text));
        return planner.plan(record());
    }

    void weSay(String text) {
        messages.add(message(Message.Author.DESK, "", text));
    }

    boolean offers(String text) {
        messages.clear();
        messages.add(message(Message.Author.CUSTOMER, MARA, text));
        return planner.offers(record());
    }

    private Message message(Message.Author author, String sender, String text) {
        return new Message("m-" + messages.size(), author, sender, NOW, "", text, "", List.of(), Map.of());
    }

    CaseRecord record() {
        String opener = messages.getFirst().from();
        var ticket = new Ticket("test", "t-1", Channel.EMAIL, opener, "", "link-1");
        return CaseRecord.fresh(
                new CaseId("SP-7K2M9QX4TC"),
                3,
                ticket,
                NOW,
                messages,
                new Findings(Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
