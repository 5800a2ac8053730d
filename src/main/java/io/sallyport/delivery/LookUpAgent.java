package io.sallyport.delivery;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.LaneModes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks the other side once more what became of an account change, because a person says so. May be shared between threads. */
public final class LookUpAgent {

    private final CaseStore store;
    private final LaneModes lanes;
    private final ActionDoors doors;
    private final InstantSource clock;

    public LookUpAgent(CaseStore store, LaneModes lanes, ActionDoors doors, InstantSource clock) {
        this.store = store;
        this.lanes = lanes;
        this.doors = doors;
        this.clock = clock;
    }

    /** @param whyNot a sentence for the person who asked; empty when it is known now */
    public record LookedUp(CaseRecord record, Optional<String> whyNot) {
        static LookedUp not(CaseRecord record, String why) {
            return new LookedUp(record, Optional.of(why));
        }
    }

    /** @param effectId of an account change on this case */
    public LookedUp lookUp(CaseRecord record, String effectId, String person) {
        return lanes.atTheDoor(Lane.ACTION, record.id(), _ -> {
            // Whoever was at the door before may have found it out.
            CaseRecord now = store.load(record.id());
            return now.findEffect(effectId)
                    .filter(effect -> effect.plan().isPresent())
                    .map(effect ->
                            known(effect).map(why -> LookedUp.not(now, why)).orElseGet(() -> ask(now, effect, person)))
                    .orElseGet(() ->
                            LookedUp.not(now, "There is no account change " + effectId + " on " + now.id() + "."));
        });
    }

    private static Optional<String> known(Effect effect) {
        return effect.outcome().flatMap(outcome -> switch (outcome) {
            case Delivery.Accepted _ -> Optional.of("It was carried out: there is nothing to look up.");
            case Delivery.Refused(String why) ->
                Optional.of("The other side refused it, and nothing was changed: " + why);
            case Delivery.Unknown _ -> Optional.empty();
        });
    }

    private LookedUp ask(CaseRecord record, Effect effect, String person) {
        LookUp found = doors.lookUp(effect.plan().orElseThrow(), effect.id());
        return switch (found) {
            case LookUp.CannotTell(String why) ->
                LookedUp.not(record, "Nobody can tell yet whether it was carried out: " + why);
            case LookUp.Found _ -> written(record, effect, found, person, "it was carried out");
            case LookUp.Absent() ->
                written(record, effect, found, person, "it never arrived at the other side, and nothing was changed");
        };
    }

    private LookedUp written(CaseRecord record, Effect effect, LookUp found, String person, String what) {
        var outcomes = new Outcomes(Ledger.waking(store, Actor.agent("action-agent"), clock), doors, clock);
        CaseRecord settled = outcomes.write(record, effect, found);
        var note = new Fact.NoteAdded(
                person + " had the " + effect.plan().orElseThrow().action() + " (" + effect.id() + ") looked up: "
                        + what,
                List.of());
        return new LookedUp(Ledger.waking(store, Actor.person(person), clock).settle(settled, note), Optional.empty());
    }
}
