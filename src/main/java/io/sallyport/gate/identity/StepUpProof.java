package io.sallyport.gate.identity;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Proof;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Turns a sign-in with the company's identity provider into a proof, where a case waits for one. */
public final class StepUpProof {

    private final Accounts accounts;
    private final IdentityVerifier verifier;
    private final InstantSource clock;

    public StepUpProof(IdentityVerifier verifier, BusinessRecords records, InstantSource clock) {
        this.accounts = new Accounts(records);
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * What the sign-in proves.
     *
     * @param challenge the code that the case waited for when the sign-in began
     * @param address that the provider has verified
     * @return empty when it proves nothing: another address than the one on file, or the case no longer waits for this
     */
    public Optional<Fact.CodeTried> prove(CaseRecord record, String challenge, String address) {
        if (!(record.action() instanceof ActionWork.Challenged challenged)
                || !challenged.code().challenge().equals(challenge)) {
            return Optional.empty();
        }
        String customer = challenged.plan().customer();
        return isOwner(record, customer, address)
                ? Optional.of(
                        new Fact.CodeTried(challenge, Fact.CodeTried.Outcome.ACCEPTED, Optional.of(proof(customer))))
                : Optional.empty();
    }

    private boolean isOwner(CaseRecord record, String customer, String address) {
        try {
            Account account = accounts.read(customer);
            return Address.isSame(account.address(), address)
                    && verifier.assess(record, account).isProvable();
        } catch (Account.Unclear | BusinessRecords.Unreachable _) {
            return false;
        }
    }

    private Proof proof(String customer) {
        Instant now = clock.instant();
        return new Proof(customer, "sign-in with OpenID Connect", now, now.plus(IdentityVerifier.PROOF_LIFE));
    }
}
