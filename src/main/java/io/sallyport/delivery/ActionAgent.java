package io.sallyport.delivery;

import io.sallyport.action.Definition;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.gate.Permit;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Carries plans out through the ledger, and one-time codes to those who must prove who they are. May be shared between threads. */
public final class ActionAgent {

    private final Ledger ledger;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final ActionDoors doors;
    private final InstantSource clock;

    public ActionAgent(
            CaseStore store, Gatekeeper gatekeeper, LaneModes lanes, ActionDoors doors, InstantSource clock) {
        this.ledger = new Ledger(store, Actor.agent("action-agent"), clock);
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.doors = doors;
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

    private static boolean isApproved(CaseRecord record, ActionPlan plan) {
        return record.action().approvals().stream()
                .anyMatch(approval -> approval.planHash().equals(plan.hash()));
    }

    /** What has been done, the limits count and the case says, or none of it: one transaction, committed before the call. */
    private CaseRecord carryOut(CaseRecord record, ActionPlan plan) {
        Optional<Definition> definition = doors.catalogue().findFor(plan);
        if (definition.isEmpty()) {
            return ledger.append(
                    record,
                    new Fact.ActionForPerson(
                            "the catalogue's entry '" + plan.action() + "' has changed since it was planned"));
        }
        String binding = definition.get().carriedOutBy();
        Optional<ActionPort> port = port(binding);
        if (port.isEmpty()) {
            return ledger.append(record, new Fact.ActionForPerson("no connector carries out " + binding));
        }
        Intent intent = doors.reservations().alone(plan, () -> intend(record, plan));
        return intent.permit()
                .map(permit -> settled(
                        intent.record(), permit.effectId(), plan, port.get().carryOut(permit, binding, plan)))
                .orElseGet(intent::record);
    }

    /** @param permit empty when the door stayed shut */
    private record Intent(CaseRecord record, Optional<Permit> permit) {}

    private Intent intend(CaseRecord record, ActionPlan plan) {
        return switch (gatekeeper.decide(record, plan)) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                new Intent(ledger.append(record, new Fact.ActionTurnedBack(verdicts)), Optional.empty());
            case Gatekeeper.Decision.Granted(Permit permit, var _) -> {
                if (record.findEffect(permit.effectId())
                        .flatMap(Effect::outcome)
                        .isPresent()) {
                    yield new Intent(
                            ledger.append(record, new Fact.ActionForPerson("this very action was carried out before")),
                            Optional.empty());
                }
                doors.reservations().reserve(permit.effectId(), plan);
                yield new Intent(ledger.intend(record, permit, plan), Optional.of(permit));
            }
        };
    }

    private CaseRecord settled(CaseRecord intended, String effectId, ActionPlan plan, ActionPort.Outcome outcome) {
        return switch (outcome) {
            case ActionPort.Outcome.Done(String remoteId, Map<String, String> confirmed) ->
                done(intended, effectId, plan, remoteId, confirmed);
            case ActionPort.Outcome.Refused(String why) -> {
                doors.reservations().release(effectId);
                yield ledger.settle(intended, new Fact.EffectSettled(effectId, new Delivery.Refused(why)));
            }
            case ActionPort.Outcome.Unknown(String why) -> lookUpOnce(intended, effectId, why);
        };
    }

    private CaseRecord done(
            CaseRecord record, String effectId, ActionPlan plan, String remoteId, Map<String, String> confirmed) {
        return ledger.settle(
                record,
                new Fact.EffectSettled(effectId, new Delivery.Accepted(remoteId)),
                new Fact.ReceiptIssued(doors.catalogue().receipt(plan, effectId, confirmed, clock.instant())));
    }

    private CaseRecord sendCode(CaseRecord record, ActionPlan plan) {
        return switch (doors.codes().issue(record, plan)) {
            case OneTimeCodes.Issue.Withheld(String why) -> ledger.append(record, new Fact.ActionForPerson(why));
            case OneTimeCodes.Issue.Issued(CodeMail mail, String code) ->
                switch (gatekeeper.decide(record, mail)) {
                    case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                        ledger.append(record, new Fact.ActionForPerson(reason(verdicts)));
                    case Gatekeeper.Decision.Granted(Permit permit, var _) -> {
                        CaseRecord intended = ledger.intend(record, permit, mail);
                        Delivery delivery = doors.codeChannel().post(permit, mail, code);
                        yield ledger.settle(intended, new Fact.EffectSettled(permit.effectId(), delivery));
                    }
                };
        };
    }

    private static String reason(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict instanceof Verdict.Stop stop
                        ? Optional.of(stop.reason()).stream()
                        : Optional.<String>empty().stream())
                .findFirst()
                .orElse("no gate has passed it");
    }

    /**
     * Takes back what was done. Whoever asks is a person, and the gates know which.
     *
     * @return the case afterwards, and why not where it was not undone
     */
    public Undone undo(CaseRecord record, String effectId, String person) {
        Optional<ActionPlan> plan =
                record.findEffect(effectId).filter(Effect::isAccepted).flatMap(Effect::plan);
        if (plan.isEmpty()) {
            return new Undone(
                    record,
                    Optional.of("There is no action " + effectId + " on " + record.id() + " that was carried out."));
        }
        Optional<Definition> definition = doors.catalogue().findFor(plan.get()).filter(Definition::isReversible);
        Optional<ActionPort> port = definition.map(Definition::carriedOutBy).flatMap(this::port);
        if (definition.isEmpty() || port.isEmpty()) {
            return new Undone(record, Optional.of("A " + plan.get().action() + " cannot be undone from here."));
        }
        var undo = new Undo(effectId, plan.get(), person);
        return lanes.atTheDoor(
                Lane.ACTION,
                record.id(),
                mode -> mode == LaneMode.OFF
                        ? new Undone(record, Optional.of("The action lane is off."))
                        : takeBack(record, undo, definition.get().carriedOutBy(), port.get()));
    }

    /** @param whyNot empty when it was undone */
    public record Undone(CaseRecord record, Optional<String> whyNot) {}

    private Undone takeBack(CaseRecord record, Undo undo, String binding, ActionPort port) {
        return switch (gatekeeper.decide(record, undo)) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                new Undone(record, Optional.of(reason(verdicts)));
            case Gatekeeper.Decision.Granted(Permit permit, var _) -> {
                if (record.findEffect(permit.effectId()).isPresent()) {
                    yield new Undone(record, Optional.of("It was undone before, or somebody is at it."));
                }
                CaseRecord intended = ledger.intend(record, permit, undo);
                yield switch (port.undo(permit, binding, undo)) {
                    case ActionPort.Outcome.Done(String remoteId, var _) -> {
                        doors.reservations().release(undo.effectId());
                        yield new Undone(outcome(intended, permit, new Delivery.Accepted(remoteId)), Optional.empty());
                    }
                    case ActionPort.Outcome.Refused(String why) ->
                        new Undone(outcome(intended, permit, new Delivery.Refused(why)), Optional.of(why));
                    case ActionPort.Outcome.Unknown(String why) ->
                        new Undone(
                                outcome(intended, permit, new Delivery.Unknown(why)),
                                Optional.of("Nobody can tell whether it was undone: " + why));
                };
            }
        };
    }

    private CaseRecord outcome(CaseRecord intended, Permit permit, Delivery delivery) {
        return ledger.settle(intended, new Fact.EffectSettled(permit.effectId(), delivery));
    }

    /** For an intent of this lane without an outcome: asks the other side what became of it. */
    public CaseRecord lookUp(CaseRecord seen) {
        return lanes.atTheDoor(Lane.ACTION, seen.id(), _ -> {
            // The worker that was at the door may have settled it while this one waited.
            CaseRecord record = ledger.reread(seen);
            return record.findOpenEffect().map(effect -> lookUp(record, effect)).orElse(record);
        });
    }

    private CaseRecord lookUp(CaseRecord record, Effect effect) {
        return switch (effect.content()) {
            case Reply _ -> throw new IllegalStateException("a reply is not this lane's to look up");
            case CodeMail _ -> found(record, effect, doors.codeChannel().lookUp(effect.id()));
            case ActionPlan plan -> found(record, effect, ask(plan, effect.id()));
            case Undo undo -> found(record, effect, ask(undo.plan(), effect.id()));
        };
    }

    private CaseRecord lookUpOnce(CaseRecord record, String effectId, String why) {
        Effect effect = record.findEffect(effectId).orElseThrow();
        LookUp found = ask(effect.plan().orElseThrow(), effectId);
        return found instanceof LookUp.CannotTell(String still)
                ? ledger.settle(
                        record, new Fact.EffectSettled(effectId, new Delivery.Unknown(why + "; asked again: " + still)))
                : found(record, effect, found);
    }

    private LookUp ask(ActionPlan plan, String effectId) {
        return doors.catalogue()
                .find(plan.action())
                .map(Definition::carriedOutBy)
                .<LookUp>map(binding -> port(binding)
                        .map(port -> port.lookUp(binding, effectId))
                        .orElseGet(() -> new LookUp.CannotTell("no connector carries out " + binding)))
                .orElseGet(() -> new LookUp.CannotTell("the catalogue no longer has '" + plan.action() + "'"));
    }

    private CaseRecord found(CaseRecord record, Effect effect, LookUp found) {
        return switch (found) {
            case LookUp.Found(String remoteId, Map<String, String> confirmed) ->
                effect.plan()
                        .map(plan -> done(record, effect.id(), plan, remoteId, confirmed))
                        .orElseGet(() -> ledger.settle(
                                record, new Fact.EffectSettled(effect.id(), new Delivery.Accepted(remoteId))));
            case LookUp.Absent() -> {
                release(effect);
                yield ledger.settle(record, new Fact.EffectFoundAbsent(effect.id()));
            }
            case LookUp.CannotTell(String why) ->
                ledger.settle(record, new Fact.EffectSettled(effect.id(), new Delivery.Unknown(why)));
        };
    }

    private void release(Effect effect) {
        Proposal content = effect.content();
        if (content instanceof ActionPlan) {
            doors.reservations().release(effect.id());
        }
    }

    private Optional<ActionPort> port(String binding) {
        return doors.ports().stream().filter(port -> port.serves(binding)).findFirst();
    }
}
