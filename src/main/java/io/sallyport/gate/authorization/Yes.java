package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The persons who said yes to a plan, each counted once.
 *
 * @param leads those of them who are leads
 */
record Yes(long persons, long leads) {

    /** Only what was said to this very content counts. */
    static Yes to(ActionPlan plan, CaseRecord record) {
        List<Approval> given = record.action().approvals().stream()
                .filter(approval -> approval.planHash().equals(plan.hash()))
                .toList();
        Set<String> leads = given.stream()
                .filter(approval -> approval.role().equals(DeskRoles.LEAD))
                .map(Approval::by)
                .collect(Collectors.toSet());
        return new Yes(given.stream().map(Approval::by).distinct().count(), leads.size());
    }

    Yes andALead() {
        return new Yes(persons + 1, leads + 1);
    }
}
