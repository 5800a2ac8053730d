package io.sallyport.escalation;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a decision on a plan does not fit a case, as one sentence for the person who took it; empty when it fits. */
final class PlanObjections {

    private PlanObjections() {}

    static Optional<String> toPlan(CaseRecord record, String planHash) {
        return record.action()
                .findPlan()
                .filter(plan -> !plan.hash().equals(planHash))
                .map(_ -> "The plan is not the one you read; read it again.");
    }

    static Optional<String> toApproving(CaseRecord record, String person) {
        return record.action() instanceof ActionWork.Held held
                        && hasSaidYes(
                                held,
                                PersonName.of(person),
                                record.handOver().heldSince().orElse(Instant.EPOCH))
                ? Optional.of("You have said yes to this plan already; it waits for somebody else.")
                : toTouching(record);
    }

    /**
     * To all that speaks against it now: for what began to speak since then the same person is asked again, as for a yes that was
     * stale when the plan came back, and where it came back for no policy but for what the customer wrote.
     */
    private static boolean hasSaidYes(ActionWork.Held held, PersonName person, Instant since) {
        List<Approval> theirs = held.approvals().stream()
                .filter(yes -> person.isOf(yes.by())
                        && !yes.isStale(since)
                        && !(held.policies().isEmpty() && yes.at().isBefore(since))
                        && yes.planHash().equals(held.plan().hash()))
                .toList();
        return !theirs.isEmpty()
                && held.policies().stream()
                        .allMatch(policy ->
                                theirs.stream().anyMatch(yes -> yes.shown().contains(policy)));
    }

    static Optional<String> toTouching(CaseRecord record) {
        return record.action() instanceof ActionWork.Held
                ? Optional.empty()
                : Optional.of("No plan waits for a decision.");
    }
}
