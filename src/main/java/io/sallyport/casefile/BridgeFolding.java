package io.sallyport.casefile;

import io.sallyport.casefile.BridgeWork.Approved;
import io.sallyport.casefile.BridgeWork.Bridge;
import io.sallyport.casefile.BridgeWork.Due;
import io.sallyport.casefile.BridgeWork.Estimated;
import io.sallyport.casefile.BridgeWork.Held;
import io.sallyport.casefile.BridgeWork.Judged;
import io.sallyport.casefile.BridgeWork.NotDue;
import io.sallyport.casefile.BridgeWork.Occasion;
import io.sallyport.casefile.BridgeWork.Omitted;
import io.sallyport.casefile.BridgeWork.Round;
import io.sallyport.casefile.BridgeWork.Sending;
import io.sallyport.casefile.BridgeWork.Sent;
import java.util.Optional;

/** What each fact changes in how far the customer has been told. */
final class BridgeFolding {

    private BridgeFolding() {}

    static BridgeWork after(CaseRecord before, CaseEvent event) {
        BridgeWork now = before.bridge();
        return switch (event.fact()) {
            // Handing over what people have already opens no second hand-over.
            case Fact.Escalated _ ->
                before.standing() instanceof Standing.WithPeople ? now : new Due(0, new Round(Occasion.HAND_OVER, 0));
            case Fact.WaitEstimated(Expectation expectation) ->
                new Estimated(expectation, now.attempt() + 1, round(before, event));
            case Fact.BridgeComposed composed -> new Judged(composed(before, event, composed));
            case Fact.BridgeOmitted(String why) -> new Omitted(why, now.attempt());
            case Fact.BridgeHeld(LaneMode mode) -> new Held(bridge(before, event), mode);
            case Fact.BridgeApproved _ ->
                new Approved(bridge(before, event), event.actor().name());
            case Fact.BridgeTurnedBack _ -> new Due(now.attempt(), round(before, event));
            case Fact.Reminded _ -> isForgotten(before) ? again(now, Occasion.STILL_WAITING) : now;
            case Fact.NewsDue _ -> again(now, Occasion.NEWS);
            case Fact.CaseReturned _, Fact.ReplyWritten _ -> takenOver(now, event);
            case Fact.CaseMerged _ -> now.isOpen() ? new Omitted("it goes on with another case", now.attempt()) : now;
            case Fact.MessageReceived(Message message) -> received(now, message);
            case Fact.CaseClaimed _, Fact.CaseAssigned _, Fact.ReplyRejected _ -> takenOver(now, event);
            case Fact.EffectIntended(Effect effect) -> intended(before, event, effect);
            case Fact.EffectFoundAbsent(String effectId) -> foundAbsent(now, effectId);
            case Fact.EffectSettled(String effectId, Delivery delivery) -> settled(now, effectId, delivery);
            case Fact.TicketOpened _,
                    Fact.Screened _,
                    Fact.Discarded _,
                    Fact.Triaged _,
                    Fact.Routed _,
                    Fact.EvidenceGathered _,
                    Fact.ReplyComposed _,
                    Fact.ReplyDeclined _,
                    Fact.ReplyJudged _,
                    Fact.ReplyHeld _,
                    Fact.ModelAsked _,
                    Fact.ToolCalled _,
                    Fact.ReplyApproved _,
                    Fact.ReplyEdited _,
                    Fact.CaseReleased _,
                    Fact.CaseResolved _,
                    Fact.ReplyTurnedBack _,
                    Fact.ActionPlanned _,
                    Fact.ActionNotPlanned _,
                    Fact.ActionSlotMissing _,
                    Fact.ActionForPerson _,
                    Fact.ActionJudged _,
                    Fact.ActionHeld _,
                    Fact.ActionApproved _,
                    Fact.ActionRejected _,
                    Fact.ActionDenied _,
                    Fact.CodeTried _,
                    Fact.CodeAwaited _,
                    Fact.ActionTurnedBack _,
                    Fact.ReceiptIssued _,
                    Fact.Briefed _,
                    Fact.PagePlanned _,
                    Fact.Packaged _,
                    Fact.ErrandsPlanned _,
                    Fact.ErrandPutOff _,
                    Fact.ErrandDropped _,
                    Fact.IssueMoved _,
                    Fact.NoteAdded _,
                    Fact.Reclassified _,
                    Fact.CaseAbsorbed _,
                    Fact.ClusterJoined _,
                    Fact.ClusterLeft _,
                    Fact.StepFailed _ -> now;
        };
    }

    /** What has not left yet is written anew: by when people answer may be another matter after these words. */
    private static BridgeWork received(BridgeWork now, Message message) {
        return message.isFromCustomer() && now.isOpen()
                ? new Due(now.attempt(), now.findRound().orElseThrow())
                : now;
    }

    /** Whatever became of what they were told last: nothing is on its way to them, nobody has it in hand, and they wait. */
    private static boolean isForgotten(CaseRecord before) {
        return before.standing() instanceof Standing.WithPeople
                && !before.isTakenOver()
                && switch (before.bridge()) {
                    case Sent _ -> true;
                    case NotDue _, Omitted _ -> before.isAnswerOwed();
                    case Due _, Estimated _, Judged _, Held _, Approved _, Sending _ -> false;
                };
    }

    private static BridgeWork again(BridgeWork now, Occasion occasion) {
        return new Due(now.attempt(), new Round(occasion, now.attempt()));
    }

    private static Round round(CaseRecord before, CaseEvent event) {
        return before.bridge().findRound().orElseThrow(() -> misfit(before, event));
    }

    /** From here on the customer hears from that person alone; words that a person approved still go out. */
    private static BridgeWork takenOver(BridgeWork now, CaseEvent event) {
        return now.isOpen() && !(now instanceof Approved)
                ? new Omitted(event.actor().name() + " has the case in hand", now.attempt())
                : now;
    }

    private static BridgeWork intended(CaseRecord before, CaseEvent event, Effect effect) {
        if (effect.reply().filter(reply -> reply.kind() == Reply.Kind.BRIDGE).isEmpty()) {
            return before.bridge();
        }
        Optional<String> approvedBy =
                before.bridge() instanceof Approved approved ? Optional.of(approved.by()) : Optional.empty();
        return new Sending(bridge(before, event), effect.id(), approvedBy);
    }

    private static BridgeWork foundAbsent(BridgeWork now, String effectId) {
        return now instanceof Sending sending && sending.effectId().equals(effectId)
                ? sending.approvedBy()
                        .<BridgeWork>map(by -> new Approved(sending.bridge(), by))
                        .orElseGet(() -> new Judged(sending.bridge()))
                : now;
    }

    private static BridgeWork settled(BridgeWork now, String effectId, Delivery delivery) {
        if (!(now instanceof Sending sending) || !sending.effectId().equals(effectId)) {
            return now;
        }
        return switch (delivery) {
            case Delivery.Accepted _ -> new Sent(sending.bridge(), effectId);
            case Delivery.Refused(String why) -> new Omitted("the channel refused it: " + why, now.attempt());
            case Delivery.Unknown(String why) -> new Omitted("outcome unknown: " + why, now.attempt());
        };
    }

    private static Bridge composed(CaseRecord before, CaseEvent event, Fact.BridgeComposed composed) {
        if (!(before.bridge() instanceof Estimated(Expectation expectation, int attempt, Round round))) {
            throw misfit(before, event);
        }
        return new Bridge(expectation, attempt, round, composed.reply(), composed.verdicts());
    }

    private static Bridge bridge(CaseRecord before, CaseEvent event) {
        return before.bridge().findBridge().orElseThrow(() -> misfit(before, event));
    }

    private static IllegalStateException misfit(CaseRecord before, CaseEvent event) {
        return new IllegalStateException(before.id() + ": event " + event.seq() + " "
                + event.fact().getClass().getSimpleName() + " does not fit "
                + before.bridge().getClass().getSimpleName());
    }
}
