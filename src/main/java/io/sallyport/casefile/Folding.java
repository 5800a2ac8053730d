package io.sallyport.casefile;

import io.sallyport.casefile.AnswerWork.Approved;
import io.sallyport.casefile.AnswerWork.Declined;
import io.sallyport.casefile.AnswerWork.Drafted;
import io.sallyport.casefile.AnswerWork.Judged;
import io.sallyport.casefile.AnswerWork.NotBegun;
import io.sallyport.casefile.AnswerWork.Researched;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each fact changes in a record. Total: a fact that does not fit the stage is a bug and says so. */
final class Folding {

    private Folding() {}

    static CaseRecord apply(CaseRecord before, CaseEvent event) {
        Changes now = new Changes(before);
        now.failure = Optional.empty();
        switch (event.fact()) {
            case Fact.TicketOpened _ -> throw misfit(before, event);
            case Fact.MessageReceived(Message message) -> received(now, event, message);
            case Fact.Screened(Screening screening) -> now.findings = now.findings.with(screening);
            case Fact.Discarded(String why) -> discarded(now, event, why);
            case Fact.Triaged(Triage triage) -> triaged(now, event, triage);
            case Fact.Routed(Route route) -> routed(now, route);
            case Fact.EvidenceGathered(Evidence evidence) ->
                now.answer = new Researched(evidence, before.answer().findStopped());
            case Fact.ReplyComposed composed -> now.answer = new Drafted(AnswerFolding.next(before, composed));
            case Fact.ReplyDeclined(Trigger why) -> now.answer = new Declined(AnswerFolding.evidence(before), why);
            case Fact.ReplyJudged(String _, List<Verdict> verdicts) ->
                now.answer = new Judged(AnswerFolding.draft(before, event).judged(verdicts), verdicts);
            case Fact.ReplyHeld(LaneMode mode) -> AnswerFolding.held(now, event, mode);
            case Fact.ReplyApproved _ ->
                now.answer = new Approved(
                        AnswerFolding.draft(before, event), event.actor().name());
            case Fact.ReplyEdited(Reply reply) -> now.answer = new Drafted(AnswerFolding.edited(before, event, reply));
            case Fact.ReplyRejected(String why) -> rejected(now, event, why);
            case Fact.CaseClaimed() -> owned(now, event, event.actor().name());
            case Fact.CaseReleased() -> released(now, event);
            case Fact.CaseAssigned(String to, String _) -> owned(now, event, to);
            case Fact.CaseResolved(String how) -> resolved(now, event, how);
            case Fact.EffectIntended(Effect effect) -> EffectFolding.intended(now, event, effect);
            case Fact.EffectFoundAbsent(String effectId) -> EffectFolding.foundAbsent(now, effectId);
            case Fact.EffectSettled(String effectId, Delivery delivery) ->
                EffectFolding.settled(now, event, effectId, delivery);
            case Fact.ReplyTurnedBack(List<Verdict> verdicts) ->
                now.answer = new Judged(AnswerFolding.draft(before, event).judged(verdicts), verdicts);
            case Fact.Escalated escalated -> escalated(now, event, escalated);
            case Fact.ActionPlanned(ActionPlan plan) -> ActionFolding.planned(now, plan);
            case Fact.ActionNotPlanned(String why) -> now.action = new ActionWork.NoPlan(why);
            case Fact.ActionSlotMissing(String action, String slot, List<String> choices) ->
                now.action = new ActionWork.Asking(action, slot, choices);
            case Fact.ActionForPerson(String why) -> now.action = new ActionWork.ForPerson(why);
            case Fact.ActionJudged(String _, List<Verdict> verdicts) ->
                now.action = ActionFolding.judged(before, event, verdicts);
            case Fact.ActionTurnedBack(List<Verdict> verdicts) ->
                now.action = ActionFolding.judged(before, event, verdicts);
            case Fact.ActionHeld(String why) -> ActionFolding.held(now, event, why);
            case Fact.ActionApproved(Approval approval) -> ActionFolding.approved(now, event, approval);
            case Fact.ActionRejected(String why) -> ActionFolding.rejected(now, event, why);
            case Fact.ActionDenied() -> ActionFolding.denied(now, event);
            case Fact.CodeTried tried -> ActionFolding.tried(now, event, tried);
            case Fact.CodeAwaited() -> ActionFolding.awaited(now, event);
            case Fact.ReceiptIssued(Receipt receipt) -> ActionFolding.issued(now, receipt);
            case Fact.Briefed(Brief brief) -> HandOverFolding.briefed(now, brief);
            case Fact.PagePlanned(Optional<Errand> page) -> HandOverFolding.paged(now, page);
            case Fact.Packaged(Packet packet, List<Verdict> _) -> HandOverFolding.packaged(now, packet);
            case Fact.ErrandsPlanned(List<Errand> errands) -> HandOverFolding.errandsPlanned(now, errands);
            case Fact.ErrandPutOff putOff -> HandOverFolding.putOff(now, putOff);
            case Fact.ErrandDropped dropped -> HandOverFolding.dropped(now, dropped);
            case Fact.Reminded reminded -> HandOverFolding.reminded(now, reminded);
            case Fact.IssueMoved(IssueNews news) -> NewsFolding.moved(now, news);
            case Fact.NewsDue _ -> HandOverFolding.telling(now);
            case Fact.NoteAdded added -> HandOverFolding.noted(now, event, added);
            case Fact.CaseAbsorbed absorbed -> HandOverFolding.absorbed(now, absorbed);
            case Fact.ReplyWritten(Reply reply) -> now.answer = new Drafted(AnswerFolding.written(event, reply));
            case Fact.CaseReturned _ -> returned(now);
            case Fact.Reclassified corrected -> reclassified(now, event, corrected);
            case Fact.CaseMerged(CaseId into, String _) -> merged(now, event, into);
            case Fact.ClusterJoined joined -> ClusterFolding.joined(now, event, joined);
            case Fact.ClusterLeft left -> ClusterFolding.left(now, left);
            case Fact.ModelAsked _, Fact.ToolCalled _ -> {}
            case Fact.WaitEstimated _, Fact.BridgeComposed _ -> HandOverFolding.worded(now);
            case Fact.BridgeOmitted _, Fact.BridgeApproved _, Fact.BridgeTurnedBack _ -> {}
            case Fact.BridgeHeld(LaneMode mode) -> HeldFolding.held(now, event, mode);
            case Fact.StepFailed failed -> now.failure = Optional.of(failed);
        }
        if (now.standing instanceof Standing.WithPeople people && people.owner().isPresent()) {
            HandOverFolding.told(now);
        }
        now.bridge = BridgeFolding.after(before, event);
        HeldFolding.settle(now);
        return now.record(event);
    }

    /** A new message opens a new round: whatever was in the works for the old words is void. */
    private static void received(Changes now, CaseEvent event, Message message) {
        now.messages.add(message);
        if (message.author() == Message.Author.PERSON) {
            now.answer = AnswerFolding.answeredElsewhere(now.answer);
            HandOverFolding.answered(now);
            NewsFolding.written(now, message.at());
        }
        if (!message.isFromCustomer()) {
            return;
        }
        HandOverFolding.received(now);
        Optional<String> correspondent = AnswerFolding.correspondent(now.answer);
        now.findings = Findings.NONE;
        now.answer = new NotBegun();
        now.action = ActionFolding.afterMessage(now);
        now.proof = ActionFolding.proofAfterMessage(now, message);
        now.standing = switch (now.standing) {
            case Standing.WithPeople people -> people;
            case Standing.AwaitingCustomer _
            when correspondent.isPresent() -> withOwner(now, event, "writes back", correspondent);
            case Standing.AtWork _, Standing.AwaitingCustomer _, Standing.Resolved _, Standing.Junk _ ->
                new Standing.AtWork();
        };
    }

    private static Standing.WithPeople withOwner(Changes now, CaseEvent event, String why, Optional<String> owner) {
        String had = now.before.handOver().queue();
        String queue = had.isEmpty() ? now.before.queue() : had;
        return new Standing.WithPeople(queue, event.at(), List.of(), why, List.of(), owner);
    }

    /** What the customer adds while people have the case may be graver than what brought it to them. */
    private static void routed(Changes now, Route route) {
        now.findings = now.findings.with(route);
        if (now.standing instanceof Standing.WithPeople people) {
            Standing.WithPeople then = people.with(route.triggers());
            HandOverFolding.noticed(
                    now,
                    then.triggers()
                            .subList(people.triggers().size(), then.triggers().size()));
            now.standing = then;
        }
    }

    /** A machine's answer to our answer must neither bury the case nor reopen it. */
    private static void discarded(Changes now, CaseEvent event, String why) {
        boolean isUnanswered = Stream.concat(now.handOver.absorbed.stream(), now.messages.stream())
                .noneMatch(Message::isOurs);
        if (now.standing instanceof Standing.AtWork) {
            now.standing = isUnanswered ? new Standing.Junk(why) : new Standing.AwaitingCustomer(event.at());
        }
    }

    private static void rejected(Changes now, CaseEvent event, String why) {
        toWhoSaidNo(now, event, "draft rejected: " + why);
        now.answer = new NotBegun();
    }

    /** Whoever rejects what the machine proposed has the case from then on. */
    static void toWhoSaidNo(Changes now, CaseEvent event, String why) {
        Optional<String> person = Optional.of(event.actor().name());
        if (now.standing instanceof Standing.WithPeople people) {
            now.standing = people.because(why).ownedBy(person);
            return;
        }
        Standing.WithPeople theirs = withOwner(now, event, why, person);
        HandOverFolding.takenFromWork(now, event, theirs.queue());
        now.standing = theirs;
    }

    private static void owned(Changes now, CaseEvent event, String person) {
        Optional<String> owner = Optional.of(person);
        if (now.standing instanceof Standing.WithPeople people) {
            HandOverFolding.takenUp(now);
            now.standing = people.ownedBy(owner);
        } else {
            Standing.WithPeople taken = withOwner(now, event, "taken over", owner);
            HandOverFolding.takenFromWork(now, event, taken.queue());
            now.standing = taken;
        }
    }

    /** Whoever has it already is told why it is before them again; what had brought it to people still holds. */
    private static void escalated(Changes now, CaseEvent event, Fact.Escalated escalated) {
        now.standing = now.before.standing() instanceof Standing.WithPeople people
                ? people.again(escalated)
                : new Standing.WithPeople(
                        escalated.queue(),
                        event.at(),
                        escalated.triggers(),
                        escalated.why(),
                        escalated.flags(),
                        Optional.empty());
        HandOverFolding.escalated(now, event, escalated.queue());
    }

    private static void resolved(Changes now, CaseEvent event, String how) {
        now.standing = new Standing.Resolved(event.at(), event.actor().name(), how);
        HandOverFolding.resolved(now);
        if (event.actor().kind() == Actor.Kind.PERSON) {
            // Whoever resolved it knew what had been said of the issue by then.
            now.handOver.untold = Optional.empty();
            HandOverFolding.told(now);
        }
    }

    private static void merged(Changes now, CaseEvent event, CaseId into) {
        resolved(now, event, "goes on with " + into.value());
        HandOverFolding.merged(now, into);
    }

    /** Nothing of what brought it to people is looked at again, until the customer writes. */
    private static void returned(Changes now) {
        HandOverFolding.returned(now);
        HandOverFolding.told(now);
        now.findings = now.findings.unrouted();
        now.answer = new NotBegun();
        now.action = new ActionWork.NotBegun();
        now.standing = new Standing.AtWork();
    }

    private static void triaged(Changes now, CaseEvent event, Triage triage) {
        ClusterFolding.urgencySet(now);
        now.findings = now.findings.with(HandOverFolding.asCorrected(now, triage, event.at()));
    }

    private static void reclassified(Changes now, CaseEvent event, Fact.Reclassified corrected) {
        HandOverFolding.corrected(now, event, corrected);
        AlarmFolding.corrected(now, event, corrected);
        corrected.priority().ifPresent(_ -> ClusterFolding.urgencySet(now));
        now.findings = now.findings
                .triage()
                .map(triage -> now.findings.with(
                        triage.corrected(corrected.category(), corrected.priority(), corrected.why(), event.at())))
                .orElse(now.findings);
        if (now.standing instanceof Standing.WithPeople people
                && corrected.queue().isPresent()) {
            now.standing = people.in(corrected.queue().get());
            HandOverFolding.movedTo(now, corrected.queue().get());
        }
    }

    private static void released(Changes now, CaseEvent event) {
        if (!(now.standing instanceof Standing.WithPeople people)) {
            throw misfit(now.before, event);
        }
        HandOverFolding.released(now);
        now.standing = people.ownedBy(Optional.empty());
    }

    static IllegalStateException misfit(CaseRecord before, CaseEvent event) {
        return new IllegalStateException(before.id() + ": event " + event.seq() + " "
                + event.fact().getClass().getSimpleName() + " does not fit "
                + before.answer().getClass().getSimpleName() + ", "
                + before.standing().label());
    }
}
