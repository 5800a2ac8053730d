package io.sallyport.delivery;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.connector.LookUp;
import java.util.List;
import java.util.stream.Stream;

/** Writes down what became of an undoing. What nobody can tell, or nobody waits to hear, goes to people. */
final class UndoOutcomes {

    private final Ledger ledger;
    private final ActionDoors doors;

    UndoOutcomes(Ledger ledger, ActionDoors doors) {
        this.ledger = ledger;
        this.doors = doors;
    }

    /** What the other side said; where it cannot tell it is asked once more, which is no repetition. */
    CaseRecord of(CaseRecord record, String effectId, Undo undo, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String remoteId, var _) -> undone(record, effectId, undo, remoteId);
            case Outcome.Refused(String why) ->
                ledger.settle(record, new Fact.EffectSettled(effectId, new Delivery.Refused(why)));
            case Outcome.Unknown(String why) ->
                switch (doors.lookUp(undo.plan(), effectId)) {
                    case LookUp.Found(String remoteId, var _) -> undone(record, effectId, undo, remoteId);
                    // Whoever asked for it is told at once, and may ask again.
                    case LookUp.Absent() -> ledger.settle(record, new Fact.EffectFoundAbsent(effectId));
                    case LookUp.CannotTell(String still) ->
                        unknown(record, effectId, undo, why + "; asked again: " + still);
                };
        };
    }

    /** For an intent without an outcome: whoever asked for it has heard nothing. */
    CaseRecord takenUp(CaseRecord record, String effectId, Undo undo) {
        return switch (doors.lookUp(undo.plan(), effectId)) {
            case LookUp.Found(String remoteId, var _) -> undone(record, effectId, undo, remoteId);
            case LookUp.Absent() ->
                settleForPeople(
                        record,
                        new Fact.EffectFoundAbsent(effectId),
                        "the " + undo.plan().action() + " was not undone as " + undo.by()
                                + " wanted, since the call broke off before it arrived; it can be undone again");
            case LookUp.CannotTell(String why) -> unknown(record, effectId, undo, why);
        };
    }

    CaseRecord undone(CaseRecord record, String effectId, Undo undo, String remoteId) {
        doors.reservations().release(undo.effectId());
        return ledger.settle(record, new Fact.EffectSettled(effectId, new Delivery.Accepted(remoteId)));
    }

    private CaseRecord unknown(CaseRecord record, String effectId, Undo undo, String why) {
        return settleForPeople(
                record,
                new Fact.EffectSettled(effectId, new Delivery.Unknown(why)),
                "nobody can tell whether the " + undo.plan().action() + " was undone as " + undo.by() + " wanted: "
                        + why);
    }

    private CaseRecord settleForPeople(CaseRecord record, Fact outcome, String why) {
        var trigger = new Trigger(Trigger.Kind.VENDOR_DOWN, why);
        return switch (record.standing()) {
            // What brought it to them before still holds.
            case Standing.WithPeople people ->
                ledger.settle(
                        record,
                        outcome,
                        new Fact.Escalated(
                                people.queue(),
                                Stream.concat(people.triggers().stream(), Stream.of(trigger))
                                        .toList(),
                                why,
                                people.flags()));
            case Standing.AtWork _ -> ledger.settle(record, outcome, escalated(record, trigger));
            // They have their answer: of a person's undoing only that person can tell them.
            case Standing.AwaitingCustomer _, Standing.Resolved _, Standing.Junk _ ->
                ledger.settle(
                        record,
                        outcome,
                        escalated(record, trigger),
                        new Fact.BridgeOmitted("it is about what a person wanted undone"));
        };
    }

    private static Fact escalated(CaseRecord record, Trigger trigger) {
        return new Fact.Escalated(record.queue(), List.of(trigger), trigger.because(), List.of());
    }
}
