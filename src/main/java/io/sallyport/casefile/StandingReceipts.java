package io.sallyport.casefile;

import java.util.List;

/** The receipts of a case whose action was carried out on that very case and has not been taken back. */
public final class StandingReceipts {

    private StandingReceipts() {}

    public static List<Receipt> of(CaseRecord record) {
        return record.receipts().stream()
                .filter(receipt -> isCarriedOut(record, receipt))
                .filter(receipt -> record.effects().stream().noneMatch(effect -> mayUndo(effect, receipt)))
                .toList();
    }

    /** Those that no message to the customer has quoted yet. */
    public static List<Receipt> untold(CaseRecord record) {
        List<SourceRef> told = record.effects().stream()
                .filter(Effect::isAccepted)
                .flatMap(effect -> effect.reply().stream())
                .flatMap(reply -> reply.citations().stream())
                .map(Citation::source)
                .toList();
        return of(record).stream()
                .filter(receipt -> !told.contains(receipt.source()))
                .toList();
    }

    private static boolean isCarriedOut(CaseRecord record, Receipt receipt) {
        return record.findEffect(receipt.effectId())
                .filter(Effect::isAccepted)
                .flatMap(Effect::plan)
                .filter(plan -> plan.caseId().equals(record.id()))
                .map(ActionPlan::action)
                .filter(receipt.action()::equals)
                .isPresent();
    }

    /** One that was refused has changed nothing; of any other nobody can say that the action still stands. */
    private static boolean mayUndo(Effect effect, Receipt receipt) {
        boolean isRefused =
                effect.outcome().filter(Delivery.Refused.class::isInstance).isPresent();
        return !isRefused
                && effect.content() instanceof Undo undo
                && undo.effectId().equals(receipt.effectId());
    }
}
