package io.sallyport.console;

import io.sallyport.action.Catalogue;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A plan as the case page shows it: what is to be done, each argument beside the field it was checked against, what the gates
 * said, and who has said yes.
 *
 * @param hash names the very content
 * @param risk of its action, as the catalogue says; empty when that is not there any more
 * @param next what it waits for, in words
 */
public record PlanView(
        String hash,
        String action,
        String customer,
        String reason,
        String risk,
        String amount,
        List<Slot> slots,
        List<VerdictLine> verdicts,
        List<Approval> approvals,
        String next) {

    /** @param policies that spoke, each with the article or policy it cites */
    public record VerdictLine(String gate, boolean isPass, String reason, List<Verdict.Flag> policies) {}

    /** A change of the account, by its effect. */
    public record DoneView(String effectId, String what) {}

    static Optional<PlanView> of(CaseRecord record, Catalogue catalogue) {
        return record.action().findPlan().map(plan -> of(plan, record.action(), catalogue));
    }

    private static PlanView of(ActionPlan plan, ActionWork work, Catalogue catalogue) {
        List<Verdict> verdicts = switch (work) {
            case ActionWork.Judged judged -> judged.verdicts();
            case ActionWork.Held held -> held.verdicts();
            case ActionWork.Denied denied -> denied.verdicts();
            case ActionWork _ -> List.of();
        };
        return new PlanView(
                plan.hash(),
                plan.action(),
                plan.customer(),
                plan.reason(),
                catalogue
                        .find(plan.action())
                        .map(found -> found.details().risk().label())
                        .orElse(""),
                plan.amount().map(PlanView::words).orElse(""),
                plan.slots(),
                verdicts.stream().map(PlanView::line).toList(),
                work.approvals(),
                next(work));
    }

    private static String words(Amount amount) {
        return amount.told() + " (" + amount + " in its smallest unit)";
    }

    private static VerdictLine line(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass pass -> new VerdictLine(pass.gate(), true, String.join("; ", pass.notes()), List.of());
            case Verdict.Stop stop -> new VerdictLine(stop.gate(), false, stop.reason(), stop.flagged());
        };
    }

    /** Whoever decides reads why it waits, and what a yes leads to. */
    private static String held(ActionWork.Held held) {
        String next = new ActionWork.Judged(held.plan(), held.approvals(), held.verdicts())
                .remedy()
                .map(remedy -> switch (remedy) {
                    case PROOF ->
                        "The customer has to prove who they are: approve it, and a one-time code is sent to them, or reject it.";
                    case APPROVAL -> "Approve it, with the right role, or reject it: the gates judge it again.";
                    case SECOND_APPROVAL -> "It needs a lead's yes and that of a second person.";
                })
                .orElse("Approve it or reject it: the gates judge it again.");
        return held.why().isBlank() ? next : "It waits: " + held.why() + ". " + next;
    }

    private static String next(ActionWork work) {
        return switch (work) {
            case ActionWork.Held held -> held(held);
            case ActionWork.Denied _ -> "The gates said no; nobody's yes changes that.";
            case ActionWork.Done _ -> "It is done.";
            case ActionWork.Unacted unacted -> unacted.why();
            case ActionWork.Challenged _, ActionWork.Interrupted _ -> "A one-time code is with the customer.";
            case ActionWork _ -> "The gates are at work.";
        };
    }

    /** Of which nobody can tell whether it was done. */
    static List<DoneView> uncertain(CaseRecord record) {
        return record.effects().stream()
                .filter(Effect::isUncertain)
                .flatMap(effect -> effect.plan().stream().map(plan -> view(effect, plan)))
                .toList();
    }

    private static DoneView view(Effect effect, ActionPlan plan) {
        return new DoneView(effect.id(), ActionWords.planned(plan).replaceFirst("^Plans to ", ""));
    }

    /** What is being undone just now is offered to nobody; what could not be undone may be tried again. */
    static List<DoneView> done(CaseRecord record) {
        return record.effects().stream()
                .filter(Effect::isAccepted)
                .filter(effect -> record.findUndo(effect.id())
                        .filter(undo -> undo.isOpen() || undo.isAccepted())
                        .isEmpty())
                .flatMap(effect -> effect.plan().stream().map(plan -> view(effect, plan)))
                .toList();
    }
}
