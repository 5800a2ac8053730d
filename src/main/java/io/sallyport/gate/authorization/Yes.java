package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What persons said yes to, each counted once however they write their name.
 *
 * @param given to the plan's very content
 * @param stale how many were said too long ago to count
 * @param imagined how many leads more are thought of as having said yes, after being shown all that speaks
 */
record Yes(List<Approval> given, int imagined, int stale) {

    static final Yes NOBODYS = new Yes(List.of(), 0, 0);

    Yes {
        given = List.copyOf(given);
    }

    /**
     * Only what was said to this very content counts, and not for ever: a yes goes stale, and a lead's counts as a lead's only while
     * they are one.
     *
     * @param roles what role a person has now
     */
    static Yes to(ActionPlan plan, CaseRecord record, UnaryOperator<String> roles, Instant now) {
        var said = record.action().approvals().stream()
                .filter(approval -> approval.planHash().equals(plan.hash()))
                .toList();
        return new Yes(
                said.stream()
                        .filter(approval -> !approval.isStale(now))
                        .map(approval -> approval.role().equals(DeskRoles.LEAD)
                                ? approval.as(roles.apply(approval.by()))
                                : approval)
                        .toList(),
                0,
                (int) said.stream().filter(approval -> approval.isStale(now)).count());
    }

    long persons() {
        return count(given.stream());
    }

    long leads() {
        return count(given.stream().filter(approval -> approval.role().equals(DeskRoles.LEAD)));
    }

    private long count(Stream<Approval> approvals) {
        return imagined
                + approvals
                        .map(approval -> PersonName.of(approval.by()))
                        .distinct()
                        .count();
    }

    boolean isNobodys() {
        return given.isEmpty() && imagined == 0;
    }

    /** From those only who were shown that this policy speaks. */
    Yes despite(String policy) {
        return new Yes(
                given.stream()
                        .filter(approval -> approval.shown().contains(policy))
                        .toList(),
                imagined,
                stale);
    }

    /** Whether all of it was said before this policy spoke. */
    boolean isOlderThan(String policy) {
        return !given.isEmpty() && despite(policy).given().isEmpty();
    }

    Yes andALead() {
        return new Yes(given, imagined + 1, stale);
    }
}
