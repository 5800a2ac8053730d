package io.sallyport.delivery;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.Permit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Carries errands out through the ledger: pages, issues, posts. A tool that is down is asked again for days, beside whatever
 * else happens to the case. May be shared between threads.
 */
public final class ErrandAgent {

    /** With the pauses below, three days. */
    static final int TRIES = 80;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Ledger ledger;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final ErrandDoors doors;
    private final InstantSource clock;

    public ErrandAgent(
            CaseStore store, Gatekeeper gatekeeper, LaneModes lanes, ErrandDoors doors, InstantSource clock) {
        this.ledger = new Ledger(store, Actor.agent("tracker-agent"), clock);
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.doors = doors;
        this.clock = clock;
    }

    /** Does what is next about the errand that is due first. */
    public CaseRecord run(CaseRecord seen) {
        return lanes.atTheDoor(Lane.ESCALATION, seen.id(), mode -> {
            // The worker that was at the door may have gone on while this one waited.
            CaseRecord record = ledger.reread(seen);
            return record.handOver()
                    .nextErrand()
                    .map(work -> switch (work.stage()) {
                        case ErrandWork.Planned _ ->
                            switch (mode) {
                                case OFF, SHADOW -> drop(record, work, "the escalation lane is " + mode.label());
                                // Colleagues are told in draft, too: it is they who decide.
                                case DRAFT, AUTO -> carryOut(record, work);
                            };
                        case ErrandWork.Underway underway -> lookUp(record, work, underway);
                        case ErrandWork.Done _, ErrandWork.Dropped _ -> record;
                    })
                    .orElse(record);
        });
    }

    private CaseRecord carryOut(CaseRecord record, ErrandWork work) {
        if (!doors.takes(work.errand())) {
            return drop(record, work, "nothing here takes such errands");
        }
        if (work.attempts() >= TRIES) {
            return drop(record, work, "not reached in " + TRIES + " tries");
        }
        return switch (gatekeeper.decide(record, work.errand())) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) -> drop(record, work, Verdict.reason(verdicts));
            case Gatekeeper.Decision.Granted(Permit permit, var _) -> {
                CaseRecord intended = ledger.intend(record, permit, work.errand());
                yield settle(intended, work, permit);
            }
        };
    }

    private CaseRecord settle(CaseRecord intended, ErrandWork work, Permit permit) {
        Delivery delivery = doors.carryOut(permit, work.errand())
                .orElseGet(() -> new Delivery.Refused("nothing here takes such errands"));
        return switch (delivery) {
            case Delivery.Accepted _, Delivery.Refused _ ->
                ledger.settle(intended, new Fact.EffectSettled(permit.effectId(), delivery));
            case Delivery.Unknown(String why) -> ledger.settle(intended, putOff(work, why));
        };
    }

    private CaseRecord lookUp(CaseRecord record, ErrandWork work, ErrandWork.Underway underway) {
        return switch (doors.lookUp(work.errand(), underway.effectId())) {
            case LookUp.Found(String remoteId, var _) ->
                ledger.settle(record, new Fact.EffectSettled(underway.effectId(), new Delivery.Accepted(remoteId)));
            case LookUp.Absent() ->
                work.attempts() == 0
                        ? ledger.settle(record, new Fact.EffectFoundAbsent(underway.effectId()))
                        : ledger.settle(
                                record,
                                new Fact.EffectFoundAbsent(underway.effectId()),
                                putOff(work, "it never arrived"));
            case LookUp.CannotTell(String why) ->
                work.attempts() < TRIES
                        ? ledger.settle(record, putOff(work, why))
                        : ledger.settle(record, new Fact.EffectSettled(underway.effectId(), new Delivery.Unknown(why)));
        };
    }

    private CaseRecord drop(CaseRecord record, ErrandWork work, String why) {
        return ledger.append(record, new Fact.ErrandDropped(work.errand().id(), why));
    }

    /** So that others have their turn before the one that broke is tried again. */
    public Optional<Fact> putOffNext(CaseRecord record, String why) {
        return record.handOver().nextErrand().map(work -> putOff(work, why));
    }

    private Fact putOff(ErrandWork work, String why) {
        Errand errand = work.errand();
        // Beyond the longest pause the exponent does not matter; capped, so that it cannot overflow.
        long factor = 1L << Math.min(work.attempts(), 10);
        Duration pause = FIRST_PAUSE.multipliedBy(factor);
        Duration next = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return new Fact.ErrandPutOff(errand.id(), why, clock.instant().plus(next));
    }
}
