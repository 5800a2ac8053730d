package io.sallyport.connector.sandbox;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Giving money back, never more than is left of what was paid. */
final class MoneyActions {

    /** So long the bank lets a refund be called back. */
    static final Duration CALL_BACK = Duration.ofHours(1);

    private MoneyActions() {}

    static void refund(Change change) {
        BusinessRecord paid = paid(change);
        Amount sum = change.wanted().sum();
        if (sum.minor() != left(paid)) {
            throw new Refusal("a refund gives back all of the " + left(paid) + " that is left, not " + sum.minor());
        }
        giveBack(change, paid, sum);
    }

    static void partialRefund(Change change) {
        BusinessRecord paid = paid(change);
        change.wanted().find("sku").ifPresent(sku -> OrderActions.item(paid, sku));
        giveBack(change, paid, change.wanted().sum());
    }

    private static BusinessRecord paid(Change change) {
        Wanted wanted = change.wanted();
        boolean isOrder = wanted.find("order").isPresent();
        if (isOrder == wanted.find("invoice").isPresent()) {
            throw new Refusal("a " + wanted.action() + " needs either an order or an invoice");
        }
        BusinessRecord paid =
                isOrder ? change.own("order", wanted.slot("order")) : change.own("invoice", wanted.slot("invoice"));
        if (!isOrder && !paid.text("status").orElse("").equals("paid")) {
            throw new Refusal("the invoice " + paid.id() + " is not paid");
        }
        return paid;
    }

    static long left(BusinessRecord paid) {
        String total = paid.kind().equals("order") ? "total_minor" : "amount_minor";
        return paid.whole(total).orElse(0L) - paid.whole("refunded_minor").orElse(Long.MAX_VALUE);
    }

    static void giveBack(Change change, BusinessRecord paid, Amount sum) {
        if (!paid.text("currency").orElse("").equals(sum.currency())) {
            throw new Refusal("the " + paid.kind() + " was not paid in " + sum.currency());
        }
        if (sum.minor() > left(paid)) {
            throw new Refusal("only " + Math.max(0, left(paid)) + " is left of the " + paid.kind());
        }
        long refunded = paid.whole("refunded_minor").orElseThrow() + sum.minor();
        change.set(paid, Map.of("refunded_minor", new FieldValue.Whole(refunded)));
        String id = change.shortId("refund");
        Map<String, FieldValue> fields = new HashMap<>();
        fields.put("id", new FieldValue.Text(id));
        fields.put("account", new FieldValue.Text(change.wanted().account()));
        fields.put(paid.kind(), new FieldValue.Text(paid.id()));
        fields.put("amount_minor", new FieldValue.Whole(sum.minor()));
        fields.put("currency", new FieldValue.Text(sum.currency()));
        fields.put("reason", new FieldValue.Text(change.wanted().reason()));
        fields.put("made", new FieldValue.Text(change.now().toString()));
        fields.put("status", new FieldValue.Text("made"));
        change.create(new BusinessRecord("refund", id, fields), "called-back");
        change.confirm(sum);
        change.confirm(paid.kind(), paid.id());
        change.confirm("refund", id);
        change.mayBeUndoneFor(CALL_BACK);
    }
}
