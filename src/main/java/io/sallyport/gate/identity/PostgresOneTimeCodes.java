package io.sallyport.gate.identity;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Proof;
import io.sallyport.gate.OneTimeCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time codes in the database: what is counted is counted in the transaction that decides by it, on whatever node. */
public final class PostgresOneTimeCodes implements OneTimeCodes {

    /** DESIGN, Identity. */
    static final Duration LIFE = Duration.ofMinutes(10);

    static final int TRIES = 3;
    static final int SENDS_PER_CASE = 3;

    private static final Duration DAY = Duration.ofDays(1);

    /** A clock that is set right goes back by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final CodeRows rows;
    private final TransactionTemplate transaction;
    private final IdentityVerifier verifier;
    private final Accounts accounts;
    private final CodeKey key;
    private final int sendsPerAddress;
    private final InstantSource clock;

    /**
     * @param sendsPerAddress codes that one address may get within 24 hours, over all cases
     * @param clock of this node, which proofs and mails go by; how long a code holds is {@code rows}' to say
     */
    PostgresOneTimeCodes(
            CodeRows rows,
            TransactionTemplate transaction,
            IdentityVerifier verifier,
            BusinessRecords records,
            CodeKey key,
            int sendsPerAddress,
            InstantSource clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.verifier = verifier;
        this.accounts = new Accounts(records);
        this.key = key;
        this.sendsPerAddress = sendsPerAddress;
        this.clock = clock;
    }

    @Override
    public Issue issue(CaseRecord record, ActionPlan plan) {
        Account account;
        try {
            account = accounts.read(plan.customer());
        } catch (Account.Unclear unclear) {
            return new Issue.Withheld(String.valueOf(unclear.getMessage()));
        } catch (BusinessRecords.Unreachable _) {
            return new Issue.Withheld("the system that holds the accounts does not answer");
        }
        Identity identity = verifier.assess(record, account);
        if (!identity.isProvable()) {
            return new Issue.Withheld("no code is sent: " + identity.because());
        }
        return transaction.execute(_ -> issueTo(record, account));
    }

    private Issue issueTo(CaseRecord record, Account account) {
        String caseId = record.id().value();
        String address = Address.lower(account.address());
        rows.lock(caseId, address);
        Instant now = rows.now();
        if (rows.madeFor(caseId) >= SENDS_PER_CASE) {
            return new Issue.Withheld("no more than " + SENDS_PER_CASE + " codes are sent for one case");
        }
        if (rows.sentTo(address, now.minus(DAY)) >= sendsPerAddress) {
            return new Issue.Withheld("no more than " + sendsPerAddress + " codes a day are sent to one address");
        }
        String code = CodeKey.randomCode();
        Instant until = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(LIFE);
        var mail = new CodeMail(record.id(), CodeKey.randomChallenge(), account.id(), account.address(), until);
        rows.endOthers(caseId);
        rows.add(mail, key.hash(mail.challenge(), record.id(), account.id(), address, code), now, LIFE);
        return new Issue.Issued(mail, code);
    }

    /**
     * {@inheritDoc}
     *
     * @throws BusinessRecords.Unreachable when the CRM does not answer: nothing was counted, try again
     */
    @Override
    public List<Fact.CodeTried> attempt(CaseRecord record) {
        if (!(record.action() instanceof ActionWork.Challenged challenged)) {
            throw new IllegalStateException(record.id() + " waits for no code");
        }
        CodeMail mail = challenged.code();
        List<Message> unread = challenged.unread(record.messages());
        Optional<String> address = addressOnFile(record, mail.customer());
        return transaction.execute(_ -> attempt(record, mail, unread, address));
    }

    private List<Fact.CodeTried> attempt(
            CaseRecord record, CodeMail mail, List<Message> unread, Optional<String> address) {
        var tries = new ArrayList<Fact.CodeTried>();
        for (Message message : unread) {
            Fact.CodeTried tried = attempt(record, mail, message, address);
            if (tried.outcome() != Outcome.NONE_GIVEN) {
                tries.add(tried);
            }
            if (tried.outcome().isLast()) {
                break;
            }
        }
        return tries.isEmpty()
                ? List.of(new Fact.CodeTried(mail.challenge(), Outcome.NONE_GIVEN, Optional.empty()))
                : tries;
    }

    private Fact.CodeTried attempt(CaseRecord record, CodeMail mail, Message message, Optional<String> address) {
        Optional<CodeRows.Row> row = rows.findLocked(mail.challenge());
        if (row.isEmpty()) {
            return new Fact.CodeTried(mail.challenge(), Outcome.VOID, Optional.empty());
        }
        // A try that was counted before a crash kept it from the record is told again, not made again.
        CodeRows.Try told = rows.findTry(mail.challenge(), message.id())
                .orElseGet(() -> judged(record, mail, row.get(), message, address));
        return new Fact.CodeTried(mail.challenge(), told.outcome(), proof(told, mail.customer()));
    }

    /** Empty when the account can no longer be proven to be the sender's. */
    private Optional<String> addressOnFile(CaseRecord record, String customer) {
        try {
            Account account = accounts.read(customer);
            return verifier.assess(record, account).isProvable()
                    ? Optional.of(Address.lower(account.address()))
                    : Optional.empty();
        } catch (Account.Unclear _) {
            return Optional.empty();
        }
    }

    private CodeRows.Try judged(
            CaseRecord record, CodeMail mail, CodeRows.Row row, Message message, Optional<String> address) {
        Outcome outcome = outcome(record, mail, row, message, address);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        rows.addTry(mail.challenge(), message.id(), outcome, now);
        return new CodeRows.Try(outcome, now);
    }

    private Outcome outcome(
            CaseRecord record,
            CodeMail mail,
            CodeRows.Row row,
            Message message,
            Optional<String> address) {
        WrittenCode written = WrittenCode.in(message.written());
        if (written instanceof WrittenCode.None || !Address.isSame(row.address(), message.from())) {
            return Outcome.NONE_GIVEN;
        }
        if (!isFor(record, mail, row) || address.filter(row.address()::equals).isEmpty()) {
            rows.end(mail.challenge(), "void");
            return Outcome.VOID;
        }
        if (row.ended().isPresent()) {
            return row.ended().get().equals("exhausted") ? Outcome.EXHAUSTED : Outcome.VOID;
        }
        if (!holds(row, mail.challenge())) {
            rows.end(mail.challenge(), "void");
            return Outcome.VOID;
        }
        if (written instanceof WrittenCode.One(String code) && isRight(record, mail, row, code)) {
            rows.end(mail.challenge(), "used");
            return Outcome.ACCEPTED;
        }
        return wrong(mail, row);
    }

    /** Neither expired, nor made young again by a clock that was set back. */
    private boolean holds(CodeRows.Row row, String challenge) {
        Instant now = rows.now();
        Instant latest = now.plus(SKEW);
        return now.isBefore(row.expiresAt())
                && !latest.isBefore(row.issuedAt())
                && !rows.hasBeenLater(challenge, latest);
    }

    private static boolean isFor(CaseRecord record, CodeMail mail, CodeRows.Row row) {
        return row.caseId().equals(record.id().value())
                && mail.caseId().equals(record.id())
                && row.customer().equals(mail.customer())
                && row.address().equals(Address.lower(mail.address()))
                && record.action()
                        .findPlan()
                        .map(ActionPlan::customer)
                        .filter(row.customer()::equals)
                        .isPresent();
    }

    private boolean isRight(CaseRecord record, CodeMail mail, CodeRows.Row row, String code) {
        return CodeKey.isSame(row.hash(), key.hash(mail.challenge(), record.id(), row.customer(), row.address(), code));
    }

    private Outcome wrong(CodeMail mail, CodeRows.Row row) {
        rows.countWrong(mail.challenge());
        if (row.wrongTries() + 1 < TRIES) {
            return Outcome.WRONG;
        }
        rows.end(mail.challenge(), "exhausted");
        return Outcome.EXHAUSTED;
    }

    private static Optional<Proof> proof(CodeRows.Try told, String customer) {
        return told.outcome() == Outcome.ACCEPTED
                ? Optional.of(new Proof(
                        customer,
                        "one-time code to the address on file",
                        told.at(),
                        told.at().plus(IdentityVerifier.PROOF_LIFE)))
                : Optional.empty();
    }
}
