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
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.connector.LookUp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Writes down what became of the action lane's effects: told at once, or looked up afterwards. */
final class Outcomes {

    private final Ledger ledger;
    private final ActionDoors doors;
    private final UndoOutcomes undoings;
    private final InstantSource clock;

    Outcomes(Ledger ledger, ActionDoors doors, InstantSource clock) {
        this.ledger = ledger;
        this.doors = doors;
        this.undoings = new UndoOutcomes(ledger, doors);
        this.clock = clock;
    }

    /**
     * A call of the action lane.
     *
     * @param isFirst no earlier call of the same effect may still arrive
     */
    record Attempt(CaseRecord record, String effectId, ActionPlan plan, boolean isFirst) {}

    /**
     * What the other side said; where it cannot tell it is asked once more, which is no repetition.
     *
     * @throws NeverArrived when it has got nothing, once the record says so: to be tried again later
     * @throws CannotTellYet when it cannot tell still: to be looked up later
     */
    CaseRecord of(Attempt attempt, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String remoteId, Map<String, String> confirmed) ->
                done(attempt.record(), attempt.effectId(), attempt.plan(), remoteId, confirmed);
            case Outcome.Refused(String why) -> {
                if (attempt.isFirst()) {
                    doors.reservations().release(attempt.effectId());
                }
                yield notDone(
                        attempt.record(),
                        attempt.effectId(),
                        new Delivery.Refused(why),
                        "the other side refused the " + attempt.plan().action() + ": " + why);
            }
            case Outcome.Unknown(String why) -> unknown(attempt, why);
        };
    }

    private CaseRecord unknown(Attempt attempt, String why) {
        Effect effect = attempt.record().findEffect(attempt.effectId()).orElseThrow();
        LookUp found = doors.lookUp(attempt.plan(), attempt.effectId());
        return switch (found) {
            case LookUp.Found _ -> write(attempt.record(), effect, found);
            case LookUp.CannotTell(String still) ->
                throw new CannotTellYet(effect.id(), why + "; asked again: " + still);
            case LookUp.Absent() -> {
                write(attempt.record(), effect, found);
                throw new NeverArrived(attempt.effectId(), why);
            }
        };
    }

    /**
     * For an intent without an outcome.
     *
     * @param isLast what cannot be told now will not be asked again
     * @throws CannotTellYet when it is to be asked again
     */
    CaseRecord lookUp(CaseRecord record, Effect effect, boolean isLast) {
        return switch (effect.content()) {
            case Reply _, Errand _, Packet _ ->
                throw new IllegalStateException(effect.content().lane() + " is not this lane's to look up");
            case CodeMail _ -> write(record, effect, doors.codeChannel().lookUp(effect.id()), isLast);
            case ActionPlan plan -> write(record, effect, doors.lookUp(plan, effect.id()), isLast);
            case Undo undo -> undoings.takenUp(record, effect.id(), undo);
        };
    }

    private CaseRecord write(CaseRecord record, Effect effect, LookUp found, boolean isLast) {
        if (found instanceof LookUp.CannotTell(String why) && !isLast) {
            throw new CannotTellYet(effect.id(), why);
        }
        return write(record, effect, found);
    }

    CaseRecord write(CaseRecord record, Effect effect, LookUp found) {
        return switch (found) {
            case LookUp.Found(String remoteId, Map<String, String> confirmed) ->
                happened(record, effect, remoteId, confirmed);
            // It may still arrive: what it used up of the limits goes on counting.
            case LookUp.Absent() -> ledger.settle(record, new Fact.EffectFoundAbsent(effect.id()));
            case LookUp.CannotTell(String why) -> unknown(record, effect, why);
        };
    }

    private CaseRecord unknown(CaseRecord record, Effect effect, String why) {
        var unknown = new Delivery.Unknown(why);
        return effect.plan()
                .map(plan -> notDone(
                        record,
                        effect.id(),
                        unknown,
                        "nobody can tell whether the " + plan.action() + " was carried out: " + why))
                .orElseGet(() -> settle(record, effect.id(), unknown));
    }

    /** People hear of it, whatever the customer has written since. */
    private CaseRecord notDone(CaseRecord record, String effectId, Delivery delivery, String why) {
        var trigger = new Trigger(Trigger.Kind.VENDOR_DOWN, why);
        return ledger.settle(
                record,
                now -> List.of(
                        new Fact.EffectSettled(effectId, delivery),
                        new Fact.Escalated(now.queue(), List.of(trigger), why, List.of())));
    }

    private CaseRecord settle(CaseRecord record, String effectId, Delivery delivery) {
        return ledger.settle(record, new Fact.EffectSettled(effectId, delivery));
    }

    private CaseRecord happened(CaseRecord record, Effect effect, String remoteId, Map<String, String> confirmed) {
        return switch (effect.content()) {
            case ActionPlan plan -> done(record, effect.id(), plan, remoteId, confirmed);
            case Undo undo -> undoings.undone(record, effect.id(), undo, remoteId);
            case Reply _, CodeMail _, Errand _, Packet _ ->
                settle(record, effect.id(), new Delivery.Accepted(remoteId));
        };
    }

    private CaseRecord done(
            CaseRecord record, String effectId, ActionPlan plan, String remoteId, Map<String, String> confirmed) {
        doors.reservations().booked(effectId);
        return ledger.settle(
                record,
                new Fact.EffectSettled(effectId, new Delivery.Accepted(remoteId)),
                new Fact.ReceiptIssued(doors.catalogue().receipt(plan, effectId, confirmed, clock.instant())));
    }
}
