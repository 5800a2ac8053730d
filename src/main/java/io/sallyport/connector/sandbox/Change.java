package io.sallyport.connector.sandbox;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One change while it is being made, inside its transaction. */
final class Change {

    /** A record's fields before and after. */
    record Patched(String kind, String id, Map<String, FieldValue> before, Map<String, FieldValue> after) {}

    private final String effectId;
    private final Wanted wanted;
    private final RecordRows rows;
    private final MailRows mails;
    private final LinkRows links;
    private final Instant now;
    private final List<Patched> patched = new ArrayList<>();
    private final Map<String, String> confirmed = new TreeMap<>();
    private Optional<Instant> undoUntil = Optional.empty();
    private String remoteId;

    Change(String effectId, Wanted wanted, RecordRows rows, MailRows mails, LinkRows links, Instant now) {
        this.effectId = effectId;
        this.wanted = wanted;
        this.rows = rows;
        this.mails = mails;
        this.links = links;
        this.now = now;
        this.remoteId = shortId("change");
    }

    Wanted wanted() {
        return wanted;
    }

    Instant now() {
        return now;
    }

    /** Unique, and the same whenever this effect is asked for. */
    String shortId(String kind) {
        int dash = effectId.indexOf('-') + 1;
        return kind + "-" + effectId.substring(dash, Math.min(effectId.length(), dash + 12));
    }

    /** @throws Refusal when there is no such account or it is closed */
    BusinessRecord account() {
        BusinessRecord account = rows.findToChange("account", wanted.account())
                .orElseThrow(() -> new Refusal("there is no account " + wanted.account()));
        if (account.text("status").filter("closed"::equals).isPresent()) {
            throw new Refusal("the account is closed");
        }
        wanted.agree("account", Optional.of(account.id()));
        wanted.agree("email", account.text("email"));
        return account;
    }

    /** @throws Refusal when the customer has no such record */
    BusinessRecord own(String kind, String id) {
        account();
        return rows.findToChange(kind, id)
                .filter(found -> found.text("account").equals(Optional.of(wanted.account())))
                .orElseThrow(() -> new Refusal("the account has no " + kind + " " + id));
    }

    List<BusinessRecord> others(String kind) {
        return rows.of(kind, wanted.account());
    }

    boolean isAddressTaken(String address) {
        return rows.findAccount(address).isPresent();
    }

    void set(BusinessRecord record, Map<String, FieldValue> fields) {
        Map<String, FieldValue> before = new LinkedHashMap<>();
        fields.keySet().forEach(name -> record.find(name).ifPresent(value -> before.put(name, value)));
        rows.patch(record.kind(), record.id(), fields, List.of());
        patched.add(new Patched(record.kind(), record.id(), before, fields));
    }

    /** Takes away what an earlier change left; undoing does not bring it back. */
    void remove(BusinessRecord record, String field) {
        rows.patch(record.kind(), record.id(), Map.of(), List.of(field));
    }

    LinkRows.Link link(String account, Optional<String> confirms, Instant expires) {
        return links.make(effectId, account, confirms, expires);
    }

    /** @param undone the status that undoing gives it */
    void create(BusinessRecord record, String undone) {
        rows.insert(record, wanted.account(), now);
        remoteId = record.id();
        patched.add(new Patched(
                record.kind(),
                record.id(),
                Map.of("status", new FieldValue.Text(undone)),
                Map.of("status", new FieldValue.Text(record.text("status").orElse("")))));
    }

    void mail(String address, String subject, String body, Optional<Instant> expires) {
        mails.insert(effectId, address, subject, body, now, expires);
    }

    void confirm(String field, String value) {
        confirmed.put(field, value);
    }

    void confirm(Amount amount) {
        confirm("amount_minor", Long.toString(amount.minor()));
        confirm("currency", amount.currency());
    }

    void mayBeUndoneFor(Duration time) {
        undoUntil = Optional.of(now.plus(time));
    }

    Optional<Instant> undoUntil() {
        return undoUntil;
    }

    List<Patched> patched() {
        return List.copyOf(patched);
    }

    Answer.Changed answer() {
        return new Answer.Changed(remoteId, confirmed);
    }
}
