package io.sallyport.delivery;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.gate.Permit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Carries plans out through the ledger, and one-time codes to those who must prove who they are. May be shared between threads. */
public final class ActionAgent {

    private final Ledger ledger;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final ActionDoors doors;
    private final Outcomes outcomes;
    private final InstantSource clock;

    public ActionAgent(
            CaseStore store, Gatekeeper gatekeeper, LaneModes lanes, ActionDoors doors, InstantSource clock) {
        this.ledger = new Ledger(store, Actor.agent("action-agent"), clock);
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.doors = doors;
        this.outcomes = new Outcomes(ledger, doors, clock);
        this.clock = clock;
    }

    /** Takes a plan that its gates have passed to the door, where they are asked again. */
    public CaseRecord act(CaseRecord record) {
        return atTheDoor(record, this::carryOut);
    }

    /** Sends a code to the address on file, for a plan that waits for proof. */
    public CaseRecord challenge(CaseRecord record) {
        return atTheDoor(record, this::sendCode);
    }

    private CaseRecord atTheDoor(CaseRecord record, BiFunction<CaseRecord, ActionPlan, CaseRecord> action) {
        ActionPlan plan = record.action().findPlan().orElseThrow();
        return lanes.atTheDoor(Lane.ACTION, record.id(), mode -> {
            if (record.isTakenOver()) {
                throw new IllegalStateException(record.id() + " is with a person; nothing automatic leaves");
            }
            return switch (mode) {
                case OFF -> ledger.toPeople(record, "the action lane is off");
                case SHADOW ->
                    ledger.append(
                            record,
                            new Fact.ActionHeld("the action lane is in shadow"),
                            Ledger.escalated(record, "the action lane is in shadow"));
                case DRAFT ->
                    isApproved(record, plan)
                            ? action.apply(record, plan)
                            : ledger.append(record, new Fact.ActionHeld("the action lane is in " + mode.label()));
                case AUTO -> action.apply(record, plan);
            };
        });
    }

    private boolean isApproved(CaseRecord record, ActionPlan plan) {
        return record.action().approvals().stream()
                .anyMatch(approval -> approval.planHash().equals(plan.hash()) && !approval.isStale(clock.instant()));
    }

    private CaseRecord carryOut(CaseRecord record, ActionPlan plan) {
        Optional<Bound> bound = doors.findFor(plan);
        if (bound.isEmpty()) {
            return ledger.append(
                    record,
                    new Fact.ActionForPerson(
                            "'" + plan.action() + "' has changed in the catalogue, or no connector carries it out"));
        }
        Intent intent = doors.reservations().alone(plan, () -> intend(record, plan));
        return intent.permit()
                .map(permit -> outcomes.of(
                        new Outcomes.Attempt(intent.record(), permit.effectId(), plan, intent.isFirst()),
                        bound.get().carryOut(permit, plan)))
                .orElseGet(intent::record);
    }

    /**
     * @param permit empty when the door stayed shut
     * @param isFirst no earlier call of the same effect may still arrive
     */
    private record Intent(CaseRecord record, Optional<Permit> permit, boolean isFirst) {

        static Intent withheld(CaseRecord record) {
            return new Intent(record, Optional.empty(), false);
        }
    }

    /** The limits count it and the case says so, or neither: one transaction, committed before the call. */
    private Intent intend(CaseRecord record, ActionPlan plan) {
        return switch (gatekeeper.decide(record, plan)) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                Intent.withheld(ledger.append(record, new Fact.ActionTurnedBack(verdicts)));
            case Gatekeeper.Decision.Granted(Permit permit, var _) -> {
                Optional<String> whyNot = record.findEffect(permit.effectId())
                        .flatMap(Effect::outcome)
                        .flatMap(ActionAgent::whyNotAgain);
                if (whyNot.isPresent()) {
                    yield Intent.withheld(ledger.append(record, new Fact.ActionForPerson(whyNot.get())));
                }
                boolean isFirst = doors.reservations().reserve(permit.effectId(), plan);
                yield new Intent(ledger.intend(record, permit, plan), Optional.of(permit), isFirst);
            }
        };
    }

    /** What was refused has changed nothing; tried again it has the same key. */
    private static Optional<String> whyNotAgain(Delivery before) {
        return switch (before) {
            case Delivery.Accepted _ -> Optional.of("this very action was carried out before");
            case Delivery.Unknown(String why) ->
                Optional.of("nobody can tell whether this very action was carried out before: " + why);
            case Delivery.Refused _ -> Optional.empty();
        };
    }

    private CaseRecord sendCode(CaseRecord record, ActionPlan plan) {
        return switch (doors.codes().issue(record, plan)) {
            case OneTimeCodes.Issue.Withheld(String why) -> ledger.append(record, new Fact.ActionForPerson(why));
            case OneTimeCodes.Issue.Issued(CodeMail mail, String code) ->
                switch (gatekeeper.decide(record, mail)) {
                    case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                        ledger.append(record, new Fact.ActionForPerson(Verdict.reason(verdicts)));
                    case Gatekeeper.Decision.Granted(Permit permit, var _) -> {
                        CaseRecord intended = ledger.intend(record, permit, mail);
                        Delivery delivery = doors.codeChannel().post(permit, mail, code);
                        yield ledger.settle(intended, new Fact.EffectSettled(permit.effectId(), delivery));
                    }
                };
        };
    }

    /**
     * For an intent of this lane without an outcome: asks the other side what became of it.
     *
     * @param isLast whether nobody will ask again: what it cannot tell then is for people
     */
    public CaseRecord lookUp(CaseRecord seen, boolean isLast) {
        return lanes.atTheDoor(Lane.ACTION, seen.id(), _ -> {
            // The worker that was at the door may have settled it while this one waited.
            CaseRecord record = ledger.reread(seen);
            return record.findOpenEffect()
                    .map(effect -> outcomes.lookUp(record, effect, isLast))
                    .orElse(record);
        });
    }
}
