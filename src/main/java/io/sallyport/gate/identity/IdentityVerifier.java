package io.sallyport.gate.identity;

import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Proof;
import io.sallyport.casefile.SenderEvidence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells how sure it is that whoever writes on a case is the customer that an account belongs to. Reads the account now, never
 * asks a model, and believes nothing that a message says of its sender. May be shared between threads.
 */
public final class IdentityVerifier {

    /** DESIGN: a proof is at most 30 minutes old. One that claims to hold longer is none of ours. */
    static final Duration PROOF_LIFE = Duration.ofMinutes(30);

    private final Accounts accounts;
    private final Duration contactRest;
    private final InstantSource clock;

    /** @param contactRest how long a changed contact detail lowers assurance */
    public IdentityVerifier(BusinessRecords records, Duration contactRest, InstantSource clock) {
        this.accounts = new Accounts(records);
        this.contactRest = contactRest;
        this.clock = clock;
    }

    /** Never throws for what is missing, contradictory or unreachable: that is an identity that nobody knows. */
    public Identity assess(CaseRecord record, String customer) {
        try {
            return assess(record, accounts.read(customer));
        } catch (Account.Unclear unclear) {
            return Identity.unknown(customer, String.valueOf(unclear.getMessage()));
        } catch (BusinessRecords.Unreachable _) {
            return Identity.unknown(customer, "the system that holds the accounts does not answer");
        }
    }

    /** Of the account that has the case's address on file. */
    public Assurance ofSender(CaseRecord record) {
        try {
            return accounts.find(record.ticket().customer())
                    .map(account -> assess(record, account).assurance())
                    .orElse(Assurance.NONE);
        } catch (Account.Unclear | BusinessRecords.Unreachable _) {
            return Assurance.NONE;
        }
    }

    Identity assess(CaseRecord record, Account account) {
        if (account.status() != Account.Status.ACTIVE) {
            return Identity.unknown(
                    account.id(), "the account is " + account.status().label());
        }
        Optional<String> stranger = stranger(record, account);
        return stranger.map(why -> Identity.unknown(account.id(), why)).orElseGet(() -> ofOwner(record, account));
    }

    /** One message from somebody else is enough: nobody can tell whose wish the plan is. */
    private static Optional<String> stranger(CaseRecord record, Account account) {
        List<Message> written =
                record.messages().stream().filter(Message::isFromCustomer).toList();
        if (written.isEmpty()) {
            return Optional.of("no customer has written on this case");
        }
        return written.stream().allMatch(message -> Address.isSame(account.address(), message.from()))
                ? Optional.empty()
                : Optional.of("a sender's address is not the one on file");
    }

    private Identity ofOwner(CaseRecord record, Account account) {
        Instant now = clock.instant();
        if (account.isContactChangedWithin(contactRest, now)) {
            return claimed(account, "the account's contact details changed less than " + days() + " ago");
        }
        if (!account.isVerified()) {
            return claimed(account, "the address on file was never verified");
        }
        var reasons = new ArrayList<String>();
        reasons.add("every sender's address is the one on file");
        Optional<Proof> proof = record.proof().filter(found -> counts(found, account, now, reasons));
        if (proof.isPresent()) {
            reasons.add("proven by " + proof.get().how() + " at " + proof.get().at());
            return new Identity(account.id(), Assurance.PROVEN, true, reasons);
        }
        Assurance assurance = isVouchedFor(record, reasons) ? Assurance.MATCHED : Assurance.CLAIMED;
        return new Identity(account.id(), assurance, true, reasons);
    }

    private static Identity claimed(Account account, String why) {
        return new Identity(account.id(), Assurance.CLAIMED, false, List.of(why));
    }

    private String days() {
        return contactRest.toDays() > 0 ? contactRest.toDays() + " days" : contactRest.toHours() + " hours";
    }

    private static boolean counts(Proof proof, Account account, Instant now, List<String> reasons) {
        if (!proof.customer().equals(account.id())) {
            reasons.add("a proof is there, but for another account");
            return false;
        }
        boolean isShort = !proof.until().isAfter(proof.at().plus(PROOF_LIFE));
        if (!isShort || !proof.holds(now)) {
            reasons.add("a proof is there, but it does not hold now");
            return false;
        }
        return true;
    }

    private static boolean isVouchedFor(CaseRecord record, List<String> reasons) {
        for (Message message : record.messages()) {
            if (message.isFromCustomer() && !SenderEvidence.isVouchedFor(message, record.messages())) {
                reasons.add("the channel does not vouch for every message");
                return false;
            }
        }
        reasons.add("the channel vouches for every message");
        return true;
    }
}
