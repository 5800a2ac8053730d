package io.sallyport.connector.sandbox;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Flag;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.FieldValue.Whole;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What files may hold, and what a row of each becomes. */
enum RecordKind {
    ACCOUNT("accounts", "since"),
    ORDER("orders", "placed"),
    INVOICE("invoices", "issued"),
    SUBSCRIPTION("subscriptions", "renews");

    private static final List<String> PLANS = List.of("Free", "Home", "Pro", "Fleet");

    private final String plural;
    private final String newestBy;

    RecordKind(String plural, String newestBy) {
        this.plural = plural;
        this.newestBy = newestBy;
    }

    String plural() {
        return plural;
    }

    /** The field that tells newer ones from older ones. */
    String newestBy() {
        return newestBy;
    }

    /**
     * @param owner the account, for all but accounts
     * @throws IllegalArgumentException naming the field that is wrong
     */
    BusinessRecord read(RecordRow row, Optional<BusinessRecord> owner) {
        Map<String, FieldValue> fields = new TreeMap<>(row.fields());
        owner.ifPresent(account -> {
            fields.remove("email");
            fields.put("account", new Text(account.id()));
        });
        switch (this) {
            case ACCOUNT -> account(row, fields);
            case ORDER -> order(row, fields);
            case INVOICE -> invoice(row, fields);
            case SUBSCRIPTION -> subscription(row, fields);
        }
        return new BusinessRecord(name().toLowerCase(Locale.ROOT), row.text("id"), fields);
    }

    private static void account(RecordRow row, Map<String, FieldValue> fields) {
        String email = row.text("email").toLowerCase(Locale.ROOT);
        if (email.indexOf('@') < 1 || email.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("\"email\" is no address");
        }
        fields.put("email", new Text(email));
        row.text("name");
        row.text("tier");
        row.oneOf("status", List.of("active", "locked", "closed"));
        row.flag("email_verified");
        row.list("roles").forEach(RecordKind::checkRole);
        row.list("contacts").forEach(contact -> checkRole(contact.path("role")));
        row.list("addresses").forEach(address -> {
            if (address.path("id").asString("").isBlank()) {
                throw new IllegalArgumentException("an address has no \"id\"");
            }
        });
        row.find("zone").ifPresent(RecordKind::checkZone);
        times(row, fields, "since", "contact_changed_at");
    }

    private static void checkRole(JsonNode role) {
        if (!List.of("owner", "admin", "member", "viewer").contains(role.asString(""))) {
            throw new IllegalArgumentException("there is no role " + role);
        }
    }

    private static void checkZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("\"zone\" is no time zone: \"" + zone + "\"", unknown);
        }
    }

    private static void order(RecordRow row, Map<String, FieldValue> fields) {
        String status = row.oneOf(
                "status", List.of("placed", "processing", "packed", "shipped", "delivered", "cancelled", "returned"));
        fields.put("status", new Text(status.equals("placed") ? "processing" : status));
        row.time("placed");
        times(row, fields, "placed", "shipped", "delivered");
        List<JsonNode> items = row.list("items");
        if (items.isEmpty()) {
            throw new IllegalArgumentException("an order needs \"items\"");
        }
        long goods = items.stream().mapToLong(RecordKind::price).sum();
        if (Math.addExact(goods, row.minor("shipping_minor")) != row.minor("total_minor")) {
            throw new IllegalArgumentException("\"total_minor\" is not the items plus \"shipping_minor\"");
        }
        fields.put(
                "has_digital",
                new Flag(items.stream().anyMatch(item -> item.path("digital").asBoolean(true))));
        boolean isOver = Stream.of("cancelled", "returned").anyMatch(status::equals);
        money(row, fields, "total_minor", isOver);
    }

    private static long price(JsonNode item) {
        JsonNode quantity = item.path("quantity");
        JsonNode price = item.path("price_minor");
        if (item.path("sku").asString("").isBlank() || !isCount(quantity) || !isCount(price)) {
            throw new IllegalArgumentException("an item needs \"sku\", \"quantity\" and \"price_minor\"");
        }
        return Math.multiplyExact(quantity.asLong(), price.asLong());
    }

    private static boolean isCount(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0;
    }

    /** What a file calls refunded or failed is a paid one given back, or one still open. */
    private static void invoice(RecordRow row, Map<String, FieldValue> fields) {
        String status = row.oneOf("status", List.of("paid", "open", "void", "refunded", "failed"));
        fields.put(
                "status",
                new Text(
                        switch (status) {
                            case "refunded" -> "paid";
                            case "failed" -> "open";
                            default -> status;
                        }));
        row.oneOf("plan", PLANS);
        row.time("issued");
        times(row, fields, "issued", "period_start", "period_end");
        money(row, fields, "amount_minor", status.equals("refunded"));
    }

    private static void subscription(RecordRow row, Map<String, FieldValue> fields) {
        row.oneOf("plan", PLANS);
        row.oneOf("interval", List.of("month", "year"));
        row.oneOf("status", List.of("active", "cancelling", "cancelled", "past_due", "trialing"));
        row.time("renews");
        times(row, fields, "renews");
    }

    /** @param isGivenBack whether all of it is, when the row does not say how much */
    private static void money(RecordRow row, Map<String, FieldValue> fields, String paid, boolean isGivenBack) {
        long total = row.minor(paid);
        var checked =
                new Amount(row.findMinor("refunded_minor").orElse(isGivenBack ? total : 0L), row.text("currency"));
        if (checked.minor() > total) {
            throw new IllegalArgumentException("\"refunded_minor\" is more than \"" + paid + "\"");
        }
        fields.put("refunded_minor", new Whole(checked.minor()));
    }

    private static void times(RecordRow row, Map<String, FieldValue> fields, String... names) {
        for (String name : names) {
            row.findTime(name).ifPresent(time -> fields.put(name, new Text(time.toString())));
        }
    }
}
