package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.RecordField;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Proof;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.casefile.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plans as the planner makes them for the {@link Shop}'s first customer. */
final class Plans {

    /** Whoever approved as a lead is one still. */
    static final UnaryOperator<String> STILL_LEADS = _ -> DeskRoles.LEAD;

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final CaseRecord RECORD = record(CaseId.random(), Shop.EMAIL);
    private static final String DEFINITION = "0".repeat(64);

    private Plans() {}

    static CaseRecord record(CaseId id, String sender) {
        return record(id, sender, Map.of());
    }

    /** The case of these plans, with no more than it takes for the Identity Verifier to be as sure as that of who writes. */
    static CaseRecord known(Assurance assurance) {
        CaseId id = RECORD.id();
        return switch (assurance) {
            case NONE -> record(id, "somebody.else@example.com");
            case CLAIMED -> RECORD;
            case MATCHED ->
                record(id, Shop.EMAIL, new SenderEvidence(SenderEvidence.Kind.DMARC, Shop.EMAIL).in(Map.of()));
            case PROVEN -> proven(RECORD);
        };
    }

    private static CaseRecord proven(CaseRecord record) {
        var proof = new Proof(Shop.CUSTOMER, "one-time code", NOW, NOW.plus(Duration.ofMinutes(30)));
        return new CaseRecord(
                record.id(),
                record.version(),
                record.ticket(),
                record.openedAt(),
                record.messages(),
                record.findings(),
                record.answer(),
                record.action(),
                record.bridge(),
                record.handOver(),
                record.standing(),
                record.effects(),
                record.receipts(),
                Optional.of(proof),
                record.failure());
    }

    private static CaseRecord record(CaseId id, String sender, Map<String, String> headers) {
        var message = new Message(
                "m-" + id.value(),
                Message.Author.CUSTOMER,
                sender,
                NOW,
                "Money",
                "Give it back",
                "",
                List.of(),
                headers);
        var ticket = new Ticket("test", id.value(), Channel.WEB, sender, "Money", "link-" + id.value());
        return CaseRecord.fresh(
                id,
                1,
                ticket,
                NOW,
                List.of(message),
                new Findings(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static CaseRecord planned(ActionPlan plan) {
        return after(RECORD, new Fact.ActionPlanned(plan));
    }

    static CaseRecord approved(CaseRecord record, Approval approval) {
        return after(record, new Fact.ActionApproved(approval));
    }

    private static CaseRecord after(CaseRecord record, Fact fact) {
        return record.after(
                new CaseEvent(record.id(), record.version() + 1, NOW, Actor.DESK, fact, ChainHash.GENESIS, "0"));
    }

    static ActionPlan refund(String order, long minor) {
        return refund(RECORD.id(), Shop.CUSTOMER, order, new Amount(minor, "USD"));
    }

    static ActionPlan refund(CaseId caseId, String customer, String order, Amount amount) {
        String record = "order:" + order;
        return new ActionPlan(
                caseId,
                "refund",
                DEFINITION,
                customer,
                List.of(
                        slot("order", order, record, "id"),
                        slot("amount", Long.toString(amount.minor()), record, "total_minor"),
                        slot("currency", amount.currency(), record, "currency")),
                "defective",
                Optional.of(amount));
    }

    static ActionPlan of(String action, String order, long minor) {
        String record = "order:" + order;
        String email = "account:" + Shop.CUSTOMER;
        return switch (action) {
            case "refund" -> refund(order, minor);
            case "partial-refund" ->
                money(
                        action,
                        minor,
                        slot("order", order, record, "id"),
                        slot("sku", "HL-LEAK", record, "items[HL-LEAK].sku"),
                        slot("amount", Long.toString(minor), record, "items[HL-LEAK].price_minor"),
                        slot("currency", "USD", record, "currency"));
            case "order-cancellation" ->
                money(
                        action,
                        minor,
                        slot("order", order, record, "id"),
                        slot("amount", Long.toString(minor), record, "total_minor"),
                        slot("currency", "USD", record, "currency"));
            case "address-change" ->
                plan(
                        action,
                        slot("order", order, record, "id"),
                        slot("address_id", "adr-2", email, "addresses[adr-2].id"));
            case "return-authorization" ->
                plan(action, slot("order", order, record, "id"), slot("sku", "HL-LEAK", record, "items[HL-LEAK].sku"));
            case "plan-upgrade" -> planChange(action, "Pro");
            case "plan-downgrade" -> planChange(action, "Free");
            case "plan-cancel", "plan-resume" ->
                plan(
                        action,
                        slot("subscription", "SUB-1", "subscription:SUB-1", "id"),
                        slot("plan", "Home", "subscription:SUB-1", "plan"));
            case "invoice-resend" ->
                plan(
                        action,
                        slot("invoice", "INV-1", "invoice:INV-1", "id"),
                        slot("email", Shop.EMAIL, email, "email"));
            case "credential-reset", "email-change" -> plan(action, slot("email", Shop.EMAIL, email, "email"));
            default ->
                plan(action, slot("account", Shop.CUSTOMER, email, "id"), slot("email", Shop.EMAIL, email, "email"));
        };
    }

    static ActionPlan planChange(String action, String to) {
        return plan(
                action,
                slot("subscription", "SUB-1", "subscription:SUB-1", "id"),
                slot("from_plan", "Home", "subscription:SUB-1", "plan"),
                slot("to_plan", to, "action:" + action, "to_plan"));
    }

    static ActionPlan plan(String action, Slot... slots) {
        return new ActionPlan(
                RECORD.id(), action, DEFINITION, Shop.CUSTOMER, List.of(slots), "not-said", Optional.empty());
    }

    static ActionPlan money(String action, long minor, Slot... slots) {
        return new ActionPlan(
                RECORD.id(),
                action,
                DEFINITION,
                Shop.CUSTOMER,
                List.of(slots),
                "not-said",
                Optional.of(new Amount(minor, "USD")));
    }

    static Slot slot(String name, String value, String record, String field) {
        return new Slot(name, value, new RecordField(record, field));
    }
}
