package io.sallyport.gate.identity;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gate;
import io.sallyport.gate.LeastAssurance;
import java.util.Optional;

/** Lets a plan pass when its customer is at least as sure as the catalogue asks for. */
public final class IdentityGate implements Gate<ActionPlan> {

    private final IdentityVerifier verifier;
    private final LeastAssurance least;

    public IdentityGate(IdentityVerifier verifier, LeastAssurance least) {
        this.verifier = verifier;
        this.least = least;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Verdict judge(CaseRecord record, ActionPlan plan) {
        if (!plan.caseId().equals(record.id())) {
            return Verdict.stop(name(), "the plan is another case's");
        }
        Optional<Assurance> needed = least.of(plan);
        if (needed.isEmpty()) {
            return Verdict.stop(name(), "the catalogue has no such action, or it has changed since it was planned");
        }
        Identity identity = verifier.assess(record, plan.customer());
        if (identity.assurance().isAtLeast(needed.get()) && identity.assurance() != Assurance.NONE) {
            return Verdict.pass(name(), identity.assurance().label() + ": " + identity.because());
        }
        String reason = "the customer is " + identity.assurance().label() + " and " + plan.action() + " needs "
                + needed.get().label() + ": " + identity.because();
        return identity.isProvable()
                ? Verdict.stop(name(), reason, Verdict.Remedy.PROOF)
                : Verdict.stop(name(), reason);
    }
}
