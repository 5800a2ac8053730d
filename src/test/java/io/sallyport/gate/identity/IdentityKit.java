package io.sallyport.gate.identity;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Proof;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.casefile.Ticket;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CRM that can be changed and broken, and a case on it. */
final class IdentityKit implements BusinessRecords {

    static final String JO = "jo.fenwick@fjordmail.example";
    static final String ACCOUNT = "acc-1001";
    static final CaseId CASE = new CaseId("SP-0123456789");
    private static final Findings NOTHING = new Findings(Optional.empty(), Optional.empty(), Optional.empty());
    static final Duration REST = Duration.ofDays(7);

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
    final Map<String, FieldValue> account = new HashMap<>();
    final List<Message> messages = new ArrayList<>();
    String accountOfAddress = ACCOUNT;
    CaseId caseId = CASE;
    boolean isDown;
    Optional<Proof> proof = Optional.empty();

    IdentityKit() {
        account.put("email", new FieldValue.Text(JO));
        account.put("status", new FieldValue.Text("active"));
        account.put("email_verified", new FieldValue.Flag(true));
    }

    @Override
    public Optional<BusinessRecord> find(String kind, String id) {
        answer();
        return kind.equals("account") && id.equals(ACCOUNT)
                ? Optional.of(new BusinessRecord(kind, id, account))
                : Optional.empty();
    }

    @Override
    public List<BusinessRecord> of(String kind, String customer) {
        return List.of();
    }

    @Override
    public Optional<BusinessRecord> findAccount(String address) {
        answer();
        boolean isOnFile = new FieldValue.Text(address).equals(account.get("email"));
        return isOnFile ? Optional.of(new BusinessRecord("account", accountOfAddress, account)) : Optional.empty();
    }

    private void answer() {
        if (isDown) {
            throw new Unreachable("the CRM", "connection refused");
        }
    }

    void set(String field, String text) {
        account.put(field, new FieldValue.Text(text));
    }

    IdentityVerifier verifier() {
        return new IdentityVerifier(this, REST, clock);
    }

    /** The customer writes, by a channel that vouches for them. */
    IdentityKit mail(String from, String text) {
        return write(from, text, Optional.of(new SenderEvidence(SenderEvidence.Kind.DMARC, from)));
    }

    /** Somebody types an address into a form. */
    IdentityKit form(String from, String text) {
        return write(from, text, Optional.empty());
    }

    IdentityKit write(String from, String text, Optional<SenderEvidence> evidence) {
        messages.add(new Message(
                "m-" + (messages.size() + 1),
                Message.Author.CUSTOMER,
                from,
                clock.instant(),
                "A refund",
                text,
                "",
                List.of(),
                evidence.map(given -> given.in(Map.of())).orElse(Map.of())));
        return this;
    }

    CaseRecord record() {
        return record(new ActionWork.NotBegun());
    }

    CaseRecord record(ActionWork action) {
        String sender = messages.isEmpty() ? JO : messages.getFirst().from();
        var ticket = new Ticket("inbox", "t-1", Channel.EMAIL, sender, "A refund", "link-1");
        CaseRecord fresh = CaseRecord.fresh(caseId, 7, ticket, clock.instant(), messages, NOTHING);
        return new CaseRecord(
                fresh.id(),
                fresh.version(),
                ticket,
                fresh.openedAt(),
                messages,
                fresh.findings(),
                fresh.answer(),
                action,
                fresh.bridge(),
                fresh.handOver(),
                fresh.standing(),
                List.of(),
                List.of(),
                proof,
                Optional.empty());
    }

    ActionPlan plan() {
        return new ActionPlan(
                caseId, "refund", "hash", ACCOUNT, List.of(), "wrong-item", Optional.of(new Amount(2900, "USD")));
    }

    /** All messages but the newest were there before. */
    CaseRecord challenged(CodeMail code) {
        return challenged(code, messages.size() - 1);
    }

    /** @param read how many messages were there before */
    CaseRecord challenged(CodeMail code, int read) {
        return record(new ActionWork.Challenged(plan(), List.of(), code, NOTHING, 0, read));
    }

    CaseRecord planned() {
        return record(new ActionWork.Planned(plan(), List.of()));
    }

    Proof proofFor(String customer) {
        Instant now = clock.instant();
        return new Proof(customer, "one-time code", now, now.plus(Duration.ofMinutes(30)));
    }
}
