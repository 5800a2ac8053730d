package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Remedy;
import io.sallyport.gate.Gate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets a plan pass when the policies permit it now; else finds out whose yes would open it. */
public final class AuthorizationGate implements Gate<ActionPlan> {

    static final String NAME = "authorization";

    private final CedarEngine engine;
    private final Authorizer authorizer;

    AuthorizationGate(CedarEngine engine, Authorizer authorizer) {
        this.engine = engine;
        this.authorizer = authorizer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, ActionPlan plan) {
        if (!plan.caseId().equals(record.id())) {
            return Verdict.stop(NAME, "the plan is another case's");
        }
        try {
            return judge(authorizer.question(record, plan));
        } catch (Unfit unfit) {
            return unfit.isForPerson()
                    ? Verdict.stop(NAME, unfit.why(), Remedy.APPROVAL)
                    : Verdict.stop(NAME, unfit.why());
        } catch (BusinessRecords.Unreachable unreachable) {
            return Verdict.stop(NAME, String.valueOf(unreachable.getMessage()), Remedy.APPROVAL);
        }
    }

    private Verdict judge(Question question) {
        Ruling ruling = question.ask();
        if (ruling.allowed()) {
            return new Verdict.Pass(NAME, Spoken.notes(engine, ruling));
        }
        if (!ruling.errors().isEmpty()) {
            // Nobody's yes mends it; but a person sees what is wrong with the policies or the records.
            return Verdict.stop(
                    NAME, "the policies cannot tell: " + String.join("; ", ruling.errors()), Remedy.APPROVAL);
        }
        Circumstances now = question.circumstances();
        return new Verdict.Stop(
                NAME,
                Spoken.reason(engine, ruling, now.plan().action(), now.yes()),
                Spoken.flags(engine, ruling),
                List.of(),
                opening(question).orElse(null),
                ruling.spoke());
    }

    /** The least that would open it. */
    private static Optional<Remedy> opening(Question question) {
        Circumstances proven = question.circumstances().proven();
        Circumstances approved = proven.withOneMoreLead();
        return Stream.of(
                        new Attempt(Remedy.PROOF, proven),
                        new Attempt(Remedy.APPROVAL, approved),
                        new Attempt(Remedy.SECOND_APPROVAL, approved.withOneMoreLead()))
                .filter(attempt -> question.ask(attempt.under()).allowed())
                .map(Attempt::remedy)
                .findFirst();
    }

    private record Attempt(Remedy remedy, Circumstances under) {}
}
