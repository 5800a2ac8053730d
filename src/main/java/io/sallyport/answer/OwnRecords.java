package io.sallyport.answer;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.FieldValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The records of the case's own customer, for a specialist to read: of the account whose address on file is the case's, and only
 * where the reply goes to that address or the customer has proven who they are. Whoever gives another's address on a web page
 * must not read that other's orders in the answer.
 */
final class OwnRecords {

    static final String NOBODY = "no records that may be read on this case";

    private static final int MOST = 5;

    /** What may be read of each kind; never addresses, payment or who else has access. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "order", List.of("status", "placed", "shipped", "delivered", "total_minor", "refunded_minor", "currency"),
            "invoice",
                    List.of(
                            "status",
                            "plan",
                            "issued",
                            "period_start",
                            "period_end",
                            "amount_minor",
                            "refunded_minor",
                            "currency"),
            "subscription", List.of("plan", "next_plan", "interval", "status", "renews", "sites"));

    private final BusinessRecords records;
    private final CaseRecord record;
    private final Instant now;

    OwnRecords(BusinessRecords records, CaseRecord record, Instant now) {
        this.records = records;
        this.record = record;
        this.now = now;
    }

    /** @param id of one record; empty for the newest few */
    String read(String kind, String id) {
        try {
            return findAccount().map(account -> read(kind, id, account)).orElse(NOBODY);
        } catch (BusinessRecords.Unreachable _) {
            return "the records cannot be read now";
        }
    }

    private Optional<BusinessRecord> findAccount() {
        String address = record.ticket().customer();
        return address.isEmpty()
                ? Optional.empty()
                : records.findAccount(address).filter(account -> mayBeTold(account.id()));
    }

    private boolean mayBeTold(String account) {
        return record.ticket().channel() == Channel.EMAIL
                || record.proof()
                        .filter(proof -> proof.customer().equals(account) && proof.holds(now))
                        .isPresent();
    }

    private String read(String kind, String id, BusinessRecord account) {
        List<BusinessRecord> own = records.of(kind, account.id());
        List<BusinessRecord> meant = id.isBlank()
                ? own
                : own.stream()
                        .filter(each -> each.id().equalsIgnoreCase(id.strip()))
                        .toList();
        return meant.isEmpty()
                ? "this customer has no such " + kind
                : meant.stream().limit(MOST).map(OwnRecords::line).collect(Collectors.joining("\n"));
    }

    private static String line(BusinessRecord each) {
        String fields = FIELDS.getOrDefault(each.kind(), List.of()).stream()
                .flatMap(name -> value(each, name).map(value -> name + " " + value).stream())
                .collect(Collectors.joining(", "));
        String items = items(each);
        return each.kind() + " " + each.id() + ": " + fields + (items.isEmpty() ? "" : ", items " + items);
    }

    private static Optional<String> value(BusinessRecord each, String name) {
        return each.text(name).or(() -> each.whole(name).map(number -> String.format(Locale.ROOT, "%d", number)));
    }

    private static String items(BusinessRecord each) {
        return each
                .find("items")
                .flatMap(value -> value instanceof FieldValue.Many(var items) ? Optional.of(items) : Optional.empty())
                .orElse(List.of())
                .stream()
                .flatMap(item -> item instanceof FieldValue.Group(var fields)
                                && fields.get("name") instanceof FieldValue.Text(String name)
                                && fields.get("quantity") instanceof FieldValue.Whole(long quantity)
                        ? Optional.of(quantity + " × " + name).stream()
                        : Optional.<String>empty().stream())
                .collect(Collectors.joining("; "));
    }
}
