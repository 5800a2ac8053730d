package io.sallyport.delivery;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.Permit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes back what the action lane has done, because a person says so: an effect like any other. May be shared between threads. */
public final class UndoAgent {

    private final CaseStore store;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final ActionDoors doors;
    private final InstantSource clock;

    public UndoAgent(CaseStore store, Gatekeeper gatekeeper, LaneModes lanes, ActionDoors doors, InstantSource clock) {
        this.store = store;
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.doors = doors;
        this.clock = clock;
    }

    /** @param whyNot a sentence for the person who asked; empty when it was undone */
    public record Undone(CaseRecord record, Optional<String> whyNot) {
        static Undone not(CaseRecord record, String why) {
            return new Undone(record, Optional.of(why));
        }
    }

    /** @param effectId of an action on this case that was carried out */
    public Undone undo(CaseRecord record, String effectId, String person) {
        Optional<ActionPlan> plan =
                record.findEffect(effectId).filter(Effect::isAccepted).flatMap(Effect::plan);
        if (plan.isEmpty()) {
            return Undone.not(
                    record, "There is no action " + effectId + " on " + record.id() + " that was carried out.");
        }
        Optional<Bound> bound =
                doors.findFor(plan.get()).filter(found -> found.definition().isReversible());
        if (bound.isEmpty()) {
            return Undone.not(record, "A " + plan.get().action() + " cannot be undone from here.");
        }
        var undo = new Undo(effectId, plan.get(), person);
        return lanes.atTheDoor(
                Lane.ACTION,
                record.id(),
                mode -> mode == LaneMode.OFF
                        ? Undone.not(record, "The action lane is off.")
                        : takeBack(store.load(record.id()), undo, bound.get()));
    }

    private Undone takeBack(CaseRecord record, Undo undo, Bound bound) {
        return switch (gatekeeper.decide(record, undo)) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) -> Undone.not(record, Verdict.reason(verdicts));
            case Gatekeeper.Decision.Granted(Permit permit, var _) ->
                record.findEffect(permit.effectId()).isPresent()
                        ? Undone.not(record, "It was undone before, or somebody is at it.")
                        : call(record, undo, bound, permit);
        };
    }

    private Undone call(CaseRecord record, Undo undo, Bound bound, Permit permit) {
        var ledger = new Ledger(store, Actor.person(undo.by()), clock);
        var outcomes = new Outcomes(ledger, doors, clock);
        CaseRecord intended = ledger.intend(record, permit, undo);
        String id = permit.effectId();
        return switch (bound.undo(permit, undo)) {
            case Outcome.Done(String remoteId, var _) ->
                new Undone(outcomes.undone(intended, id, undo, remoteId), Optional.empty());
            case Outcome.Refused(String why) ->
                Undone.not(outcomes.settle(intended, id, new Delivery.Refused(why)), "The other side refused: " + why);
            case Outcome.Unknown(String why) ->
                Undone.not(
                        outcomes.settle(intended, id, new Delivery.Unknown(why)),
                        "Nobody can tell whether it was undone: " + why);
        };
    }
}
