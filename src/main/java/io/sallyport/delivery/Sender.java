package io.sallyport.delivery;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.BridgeWork.Bridge;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.Permit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Carries replies out through the ledger. The case's own events are the ledger. May be shared between threads. */
public final class Sender {

    /** More automatic replies than this in a day, to as many messages, is two machines talking. */
    static final int REPLIES_PER_DAY = 6;

    private final Ledger ledger;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final List<ReplyChannel> channels;
    private final InstantSource clock;

    /** @param channels asked in order; the first that serves a ticket gets its replies */
    public Sender(
            CaseStore store, Gatekeeper gatekeeper, LaneModes lanes, List<ReplyChannel> channels, InstantSource clock) {
        this.ledger = new Ledger(store, Actor.agent("sender"), clock);
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.channels = List.copyOf(channels);
        this.clock = clock;
    }

    /**
     * Takes the draft to the door: the lane's mode decides whether it goes out, waits for a person, or stays inside. What may be
     * true and no answer waits for a person even where the lane is open.
     */
    public CaseRecord deliver(CaseRecord record) {
        Draft draft = record.answer().findDraft().orElseThrow();
        return lanes.atTheDoor(Lane.ANSWER, record.id(), mode -> switch (mode) {
            case OFF -> toPeople(record, mode, "the answer lane is off");
            case SHADOW -> held(record, mode, "the answer lane is in shadow");
            case DRAFT -> record.answer().isPersons() ? send(record, draft) : hold(record, mode);
            case AUTO -> record.answer().isPersons() || draft.isSure() ? send(record, draft) : hold(record, mode);
        });
    }

    /** A person's own words wait before them again; they would come to the door for ever otherwise. */
    private CaseRecord toPeople(CaseRecord record, LaneMode mode, String why) {
        return record.answer().isPersons() ? held(record, mode, why) : ledger.toPeople(record, why);
    }

    private CaseRecord held(CaseRecord record, LaneMode mode, String why) {
        return ledger.append(record, new Fact.ReplyHeld(mode), Ledger.escalated(record, why));
    }

    private CaseRecord hold(CaseRecord record, LaneMode mode) {
        return ledger.append(record, new Fact.ReplyHeld(mode));
    }

    /** Gates are asked again here: the facts may have changed while the case waited. */
    private CaseRecord send(CaseRecord record, Draft draft) {
        if (record.isTakenOver() && !record.answer().isPersons()) {
            throw new IllegalStateException(record.id() + " is with a person; nothing automatic leaves");
        }
        if (isOverCap(record) && !record.answer().isPersons()) {
            return ledger.toPeople(record, "more than " + REPLIES_PER_DAY + " replies within a day");
        }
        return switch (gatekeeper.decide(record, draft.reply())) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                ledger.append(record, new Fact.ReplyTurnedBack(verdicts));
            case Gatekeeper.Decision.Granted(Permit permit, var _) ->
                isSent(record, permit) && !isTriedAgain(record, permit)
                        ? toPeople(record, lanes.mode(Lane.ANSWER), "this very reply was sent before")
                        : post(record, draft.reply(), permit);
        };
    }

    /** Tells the customer who has their case: by the escalation lane's mode, once, and never over a person's head. */
    public CaseRecord deliverBridge(CaseRecord record) {
        Bridge bridge = record.bridge().findBridge().orElseThrow();
        boolean isApproved = record.bridge() instanceof BridgeWork.Approved;
        return lanes.atTheDoor(Lane.ESCALATION, record.id(), mode -> switch (mode) {
            case OFF -> ledger.append(record, new Fact.BridgeOmitted("the escalation lane is off"));
            case SHADOW -> ledger.append(record, new Fact.BridgeHeld(mode));
            case DRAFT -> isApproved ? sendBridge(record, bridge) : ledger.append(record, new Fact.BridgeHeld(mode));
            case AUTO -> sendBridge(record, bridge);
        });
    }

    private CaseRecord sendBridge(CaseRecord record, Bridge bridge) {
        if (record.isTakenOver() && !(record.bridge() instanceof BridgeWork.Approved)) {
            throw new IllegalStateException(record.id() + " is with a person; nothing automatic leaves");
        }
        if (isOverCap(record) && !(record.bridge() instanceof BridgeWork.Approved)) {
            return ledger.append(
                    record, new Fact.BridgeOmitted("more than " + REPLIES_PER_DAY + " replies within a day"));
        }
        return switch (gatekeeper.decide(record, bridge.reply())) {
            case Gatekeeper.Decision.Withheld(List<Verdict> verdicts) ->
                ledger.append(record, new Fact.BridgeTurnedBack(verdicts));
            case Gatekeeper.Decision.Granted(Permit permit, var _) ->
                isSent(record, permit)
                        ? ledger.append(record, new Fact.BridgeOmitted("they were told this before"))
                        : post(record, bridge.reply(), permit);
        };
    }

    private static boolean isSent(CaseRecord record, Permit permit) {
        return record.findEffect(permit.effectId()).flatMap(Effect::outcome).isPresent();
    }

    /** What the channel did not take goes out once more where a person wants it to. */
    private static boolean isTriedAgain(CaseRecord record, Permit permit) {
        return record.answer().isPersons()
                && record.findEffect(permit.effectId())
                        .flatMap(Effect::outcome)
                        .filter(Delivery.Refused.class::isInstance)
                        .isPresent();
    }

    private CaseRecord post(CaseRecord record, Reply reply, Permit permit) {
        CaseRecord intended = ledger.intend(record, permit, reply);
        Delivery delivery = channel(record).post(permit, record.ticket(), reply);
        return ledger.settle(intended, new Fact.EffectSettled(permit.effectId(), delivery));
    }

    /** For an intent without an outcome: asks the channel what became of it. */
    public CaseRecord lookUp(CaseRecord record) {
        Lane lane =
                record.findOpenEffect().map(effect -> effect.content().lane()).orElse(Lane.ANSWER);
        return lanes.atTheDoor(lane, record.id(), _ -> lookUpAlone(record));
    }

    private CaseRecord lookUpAlone(CaseRecord seen) {
        // The worker that was at the door may have settled it while this one waited.
        CaseRecord record = ledger.reread(seen);
        // Or a person's undoing may have come in between, of which no channel knows.
        Optional<Effect> open =
                record.findOpenEffect().filter(effect -> effect.reply().isPresent());
        if (open.isEmpty()) {
            return record;
        }
        String effectId = open.get().id();
        Fact found = switch (channel(record).lookUp(effectId)) {
            case LookUp.Found(String remoteId, var _) ->
                new Fact.EffectSettled(effectId, new Delivery.Accepted(remoteId));
            case LookUp.Absent() -> new Fact.EffectFoundAbsent(effectId);
            case LookUp.CannotTell(String why) -> new Fact.EffectSettled(effectId, new Delivery.Unknown(why));
        };
        return ledger.settle(record, found);
    }

    /** Updates that the clock brings answer nobody, and a person's words are no machine's. */
    private boolean isOverCap(CaseRecord record) {
        var dayAgo = clock.instant().minus(Duration.ofDays(1));
        long heard = record.messages().stream()
                .filter(message -> message.isFromCustomer() && message.at().isAfter(dayAgo))
                .count();
        long said = record.effects().stream()
                .filter(effect -> effect.intendedAt().isAfter(dayAgo))
                .filter(effect -> effect.reply()
                        .filter(reply -> reply.kind() != Reply.Kind.PERSONAL)
                        .isPresent())
                .count();
        return Math.min(heard, said) >= REPLIES_PER_DAY;
    }

    private ReplyChannel channel(CaseRecord record) {
        return ReplyChannel.of(record.ticket(), channels);
    }
}
