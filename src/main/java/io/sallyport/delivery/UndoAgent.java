package io.sallyport.delivery;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.Permit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
        Optional<Effect> earlier = record.findUndo(undo.effectId());
        Optional<String> objection = earlier.flatMap(UndoAgent::toRepeating);
        if (objection.isPresent()) {
            return Undone.not(record, objection.get());
        }
        return switch (gatekeeper.decide(record, undo)) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                withheld(record, undo, Verdict.reason(verdicts));
            case Gatekeeper.Decision.Granted(Permit permit, var _) ->
                call(record, undo, permit, () -> ask(bound, permit, undo, earlier));
        };
    }

    /** One that was refused, or of which nobody can tell, may be tried again: it has the same key. */
    private static Optional<String> toRepeating(Effect earlier) {
        String by = earlier.content() instanceof Undo undo ? undo.by() : "somebody";
        if (earlier.isOpen()) {
            // Whoever began it would still be at the door.
            return Optional.of(by + " is undoing it, and broke off before the outcome was known."
                    + " The desk is looking it up; read the case again.");
        }
        return earlier.isAccepted() ? Optional.of("It was undone already, by " + by + ".") : Optional.empty();
    }

    private Undone withheld(CaseRecord record, Undo undo, String why) {
        var note = new Fact.NoteAdded(
                undo.by() + " wanted to undo the " + undo.plan().action() + " (" + undo.effectId()
                        + ") and was turned back: " + why,
                List.of());
        return Undone.not(Ledger.waking(store, Actor.gate("gatekeeper"), clock).append(record, note), why);
    }

    private static Outcome ask(Bound bound, Permit permit, Undo undo, Optional<Effect> earlier) {
        boolean mayBeDone = earlier.flatMap(Effect::outcome)
                .filter(Delivery.Unknown.class::isInstance)
                .isPresent();
        return mayBeDone && bound.lookUp(permit.effectId()) instanceof LookUp.Found(String remoteId, var confirmed)
                ? new Outcome.Done(remoteId, confirmed)
                : bound.undo(permit, undo);
    }

    /** The intent is the person's, the outcome nobody's: it counts for no decision. */
    private Undone call(CaseRecord record, Undo undo, Permit permit, Supplier<Outcome> call) {
        CaseRecord intended =
                Ledger.waking(store, Actor.person(undo.by()), clock).intend(record, permit, undo);
        var outcomes = new UndoOutcomes(Ledger.waking(store, Actor.agent("action-agent"), clock), doors);
        CaseRecord settled = outcomes.of(intended, permit.effectId(), undo, call.get());
        return new Undone(settled, whyNot(settled.findEffect(permit.effectId()).flatMap(Effect::outcome)));
    }

    private static Optional<String> whyNot(Optional<Delivery> outcome) {
        if (outcome.isEmpty()) {
            return Optional.of("It never arrived at the other side, so it was not undone. Try it again.");
        }
        return switch (outcome.get()) {
            case Delivery.Accepted _ -> Optional.empty();
            case Delivery.Refused(String why) -> Optional.of("The other side refused: " + why);
            case Delivery.Unknown(String why) -> Optional.of("Nobody can tell whether it was undone: " + why);
        };
    }
}
