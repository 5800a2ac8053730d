package io.sallyport.gate.authorization;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Flag;
import io.sallyport.casefile.FieldValue.Group;
import io.sallyport.casefile.FieldValue.Many;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.FieldValue.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small shop's books, to be changed and to be cut off by tests. Times are given in days before now. */
final class Shop implements BusinessRecords {

    static final String CUSTOMER = "acc-1";
    static final String EMAIL = "mara@example.com";

    private final Map<String, BusinessRecord> records = new HashMap<>();
    private final Instant now;
    private boolean isUnreachable;

    Shop(Instant now) {
        this.now = now;
        account(CUSTOMER, EMAIL, "owner");
        order("HL-1", CUSTOMER, 4900, 10, "delivered");
        put(record(
                "invoice",
                "INV-1",
                Map.of(
                        "account", new Text(CUSTOMER),
                        "status", new Text("paid"),
                        "issued", ago(5),
                        "amount_minor", new Whole(6000),
                        "refunded_minor", new Whole(0),
                        "currency", new Text("USD"))));
        put(record(
                "subscription",
                "SUB-1",
                Map.of(
                        "account", new Text(CUSTOMER),
                        "status", new Text("active"),
                        "plan", new Text("Home"))));
    }

    void account(String id, String email, String role) {
        put(record(
                "account",
                id,
                Map.of(
                        "email", new Text(email),
                        "status", new Text("active"),
                        "email_verified", new Flag(true),
                        "roles", new Many(List.of(new Text(role))),
                        "addresses",
                                new Many(List.of(
                                        new Group(Map.of("id", new Text("adr-1"))),
                                        new Group(Map.of("id", new Text("adr-2"))))))));
    }

    void order(String id, String account, long total, long daysAgo, String status) {
        put(record(
                "order",
                id,
                Map.of(
                        "account", new Text(account),
                        "status", new Text(status),
                        "placed", ago(daysAgo),
                        "delivered", ago(Math.max(0, daysAgo - 5)),
                        "items", new Many(List.of(item("HL-LEAK", total), item("HL-HUB", total))),
                        "total_minor", new Whole(total),
                        "refunded_minor", new Whole(0),
                        "currency", new Text("USD"),
                        "has_digital", new Flag(false))));
    }

    private static Group item(String sku, long price) {
        return new Group(Map.of("sku", new Text(sku), "price_minor", new Whole(price), "digital", new Flag(false)));
    }

    void refunded(String id, long minor, long daysAgo) {
        put(record(
                "refund",
                id,
                Map.of(
                        "account", new Text(CUSTOMER),
                        "amount_minor", new Whole(minor),
                        "currency", new Text("USD"),
                        "status", new Text("made"),
                        "made", ago(daysAgo))));
    }

    FieldValue ago(long days) {
        return new Text(now.minus(Duration.ofDays(days)).toString());
    }

    /** @param value null takes the field away */
    void set(String name, String field, @Nullable FieldValue value) {
        BusinessRecord old = Optional.ofNullable(records.get(name)).orElseThrow();
        var fields = new HashMap<>(old.fields());
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        put(record(old.kind(), old.id(), fields));
    }

    void cutOff() {
        isUnreachable = true;
    }

    private void put(BusinessRecord record) {
        records.put(record.name(), record);
    }

    private static BusinessRecord record(String kind, String id, Map<String, FieldValue> fields) {
        return new BusinessRecord(kind, id, fields);
    }

    @Override
    public Optional<BusinessRecord> find(String kind, String id) {
        check();
        return Optional.ofNullable(records.get(kind + ":" + id));
    }

    @Override
    public List<BusinessRecord> of(String kind, String customer) {
        check();
        var found = new ArrayList<BusinessRecord>();
        for (BusinessRecord record : records.values()) {
            if (record.kind().equals(kind) && record.text("account").equals(Optional.of(customer))) {
                found.add(record);
            }
        }
        return found;
    }

    @Override
    public Optional<BusinessRecord> findAccount(String address) {
        check();
        return records.values().stream()
                .filter(record -> record.text("email").equals(Optional.of(address)))
                .findFirst();
    }

    private void check() {
        if (isUnreachable) {
            throw new Unreachable("the shop", "the line is cut");
        }
    }
}
