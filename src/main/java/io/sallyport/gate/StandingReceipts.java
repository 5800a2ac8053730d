package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.Undo;
import java.util.List;

/** The receipts of a case whose action was carried out on that very case and has not been taken back. */
final class StandingReceipts {

    private StandingReceipts() {}

    static List<Receipt> of(CaseRecord record) {
        return record.receipts().stream()
                .filter(receipt -> isCarriedOut(record, receipt))
                .filter(receipt -> record.effects().stream().noneMatch(effect -> mayUndo(effect, receipt)))
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
