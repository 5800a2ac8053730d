package io.sallyport.gate.identity;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets a one-time code out only to the address that the account has on file at this moment. */
public final class AddressOnFileGate implements Gate<CodeMail> {

    private final IdentityVerifier verifier;
    private final Accounts accounts;
    private final InstantSource clock;

    public AddressOnFileGate(IdentityVerifier verifier, BusinessRecords records, InstantSource clock) {
        this.verifier = verifier;
        this.accounts = new Accounts(records);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "address-on-file";
    }

    @Override
    public Verdict judge(CaseRecord record, CodeMail mail) {
        return objection(record, mail)
                .map(why -> Verdict.stop(name(), why))
                .orElseGet(() -> Verdict.pass(name(), "it goes to the address on file"));
    }

    private Optional<String> objection(CaseRecord record, CodeMail mail) {
        if (!mail.caseId().equals(record.id())) {
            return Optional.of("the code is another case's");
        }
        Optional<String> customer = record.action().findPlan().map(ActionPlan::customer);
        if (customer.filter(mail.customer()::equals).isEmpty()) {
            return Optional.of("the code is not for the customer of this case's plan");
        }
        Instant now = clock.instant();
        if (!mail.expires().isAfter(now)) {
            return Optional.of("the code has expired");
        }
        if (mail.expires().isAfter(now.plus(PostgresOneTimeCodes.LIFE))) {
            return Optional.of("the code would hold too long");
        }
        return ofAccount(record, mail);
    }

    private Optional<String> ofAccount(CaseRecord record, CodeMail mail) {
        try {
            Account account = accounts.read(mail.customer());
            if (!account.address().equals(mail.address())) {
                return Optional.of("the code would not go to the address on file");
            }
            Identity identity = verifier.assess(record, account);
            return identity.isProvable() ? Optional.empty() : Optional.of(identity.because());
        } catch (Account.Unclear unclear) {
            return Optional.of(String.valueOf(unclear.getMessage()));
        } catch (BusinessRecords.Unreachable _) {
            return Optional.of("the system that holds the accounts does not answer");
        }
    }
}
