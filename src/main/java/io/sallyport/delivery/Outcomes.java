package io.sallyport.delivery;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.connector.LookUp;
import java.time.InstantSource;
import java.util.Map;

/** Writes down what became of the action lane's effects: told at once, or looked up afterwards. */
final class Outcomes {

    private final Ledger ledger;
    private final ActionDoors doors;
    private final InstantSource clock;

    Outcomes(Ledger ledger, ActionDoors doors, InstantSource clock) {
        this.ledger = ledger;
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * What the other side said; where it cannot tell it is asked once more, which is no repetition.
     *
     * @throws NeverArrived when it certainly got nothing, once the record says so: to be tried again later
     */
    CaseRecord of(CaseRecord intended, String effectId, ActionPlan plan, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String remoteId, Map<String, String> confirmed) ->
                done(intended, effectId, plan, remoteId, confirmed);
            case Outcome.Refused(String why) -> {
                doors.reservations().release(effectId);
                yield settle(intended, effectId, new Delivery.Refused(why));
            }
            case Outcome.Unknown(String why) -> {
                LookUp found = ask(plan, effectId);
                Effect effect = intended.findEffect(effectId).orElseThrow();
                yield switch (found) {
                    case LookUp.Found _ -> write(intended, effect, found);
                    case LookUp.CannotTell(String still) ->
                        settle(intended, effectId, new Delivery.Unknown(why + "; asked again: " + still));
                    case LookUp.Absent() -> {
                        write(intended, effect, found);
                        throw new NeverArrived(effectId, why);
                    }
                };
            }
        };
    }

    /** For an intent without an outcome. */
    CaseRecord lookUp(CaseRecord record, Effect effect) {
        return switch (effect.content()) {
            case Reply _, Errand _, Packet _ ->
                throw new IllegalStateException(effect.content().lane() + " is not this lane's to look up");
            case CodeMail _ -> write(record, effect, doors.codeChannel().lookUp(effect.id()));
            case ActionPlan plan -> write(record, effect, ask(plan, effect.id()));
            case Undo undo -> write(record, effect, ask(undo.plan(), effect.id()));
        };
    }

    CaseRecord settle(CaseRecord record, String effectId, Delivery delivery) {
        return ledger.settle(record, new Fact.EffectSettled(effectId, delivery));
    }

    private CaseRecord write(CaseRecord record, Effect effect, LookUp found) {
        return switch (found) {
            case LookUp.Found(String remoteId, Map<String, String> confirmed) ->
                happened(record, effect, remoteId, confirmed);
            case LookUp.Absent() -> {
                effect.plan().ifPresent(_ -> doors.reservations().release(effect.id()));
                yield ledger.settle(record, new Fact.EffectFoundAbsent(effect.id()));
            }
            case LookUp.CannotTell(String why) -> settle(record, effect.id(), new Delivery.Unknown(why));
        };
    }

    private CaseRecord happened(CaseRecord record, Effect effect, String remoteId, Map<String, String> confirmed) {
        return switch (effect.content()) {
            case ActionPlan plan -> done(record, effect.id(), plan, remoteId, confirmed);
            case Undo undo -> undone(record, effect.id(), undo, remoteId);
            case Reply _, CodeMail _, Errand _, Packet _ ->
                settle(record, effect.id(), new Delivery.Accepted(remoteId));
        };
    }

    private CaseRecord done(
            CaseRecord record, String effectId, ActionPlan plan, String remoteId, Map<String, String> confirmed) {
        return ledger.settle(
                record,
                new Fact.EffectSettled(effectId, new Delivery.Accepted(remoteId)),
                new Fact.ReceiptIssued(doors.catalogue().receipt(plan, effectId, confirmed, clock.instant())));
    }

    CaseRecord undone(CaseRecord record, String effectId, Undo undo, String remoteId) {
        doors.reservations().release(undo.effectId());
        return settle(record, effectId, new Delivery.Accepted(remoteId));
    }

    private LookUp ask(ActionPlan plan, String effectId) {
        return doors.find(plan.action())
                .map(bound -> bound.lookUp(effectId))
                .orElseGet(() -> new LookUp.CannotTell("nothing here carries out '" + plan.action() + "' any more"));
    }
}
