package io.sallyport.console;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening.Automatic;
import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in one line what an event was, for the history of a case. */
final class EventWords {

    private EventWords() {}

    static String of(Fact fact) {
        return switch (fact) {
            case Fact.TicketOpened opened ->
                "Came in by " + opened.ticket().channel().name().toLowerCase(Locale.ROOT);
            case Fact.MessageReceived(Message message) ->
                message.author() == Message.Author.PERSON ? "Wrote to the customer elsewhere" : "Wrote again";
            case Fact.Screened screened -> screened(screened);
            case Fact.Discarded discarded -> "Set aside: " + discarded.why();
            case Fact.Triaged triaged ->
                triaged.triage().category().label() + ", " + triaged.triage().priority();
            case Fact.Routed routed -> routed(routed);
            case Fact.EvidenceGathered gathered ->
                "Read " + gathered.evidence().passages().size() + " passages, "
                        + gathered.evidence().citable().size() + " of them may be quoted";
            case Fact.ReplyComposed composed ->
                "Wrote a reply of " + composed.reply().sentences().size() + " sentences, confidence "
                        + Math.round(composed.confidence() * 100) + " %";
            case Fact.ReplyDeclined declined -> "Wrote none: " + declined.why().because();
            case Fact.ReplyJudged judged -> judged(judged.verdicts());
            case Fact.ReplyHeld(LaneMode mode) ->
                mode == LaneMode.AUTO
                        ? "Held until a person says yes to it"
                        : "Held for a person, since the lane is in " + mode.label();
            case Fact.ReplyApproved _ -> "Approved the draft";
            case Fact.ReplyEdited _ -> "Edited the draft";
            case Fact.ReplyRejected rejected -> "Rejected the draft: " + rejected.why();
            case Fact.CaseClaimed() -> "Claimed the case";
            case Fact.CaseReleased() -> "Released the case";
            case Fact.CaseResolved resolved -> "Resolved: " + resolved.how();
            case Fact.EffectIntended intended ->
                ActionWords.intended(intended.effect().content()) + ", permitted by "
                        + String.join(", ", intended.effect().permit().gates());
            case Fact.EffectFoundAbsent _ -> "Looked up a broken sending: it never arrived";
            case Fact.EffectSettled settled -> settled(settled.delivery());
            case Fact.ReplyTurnedBack turned -> "Turned back at the door: " + judged(turned.verdicts());
            case Fact.Escalated escalated -> "To the queue “" + escalated.queue() + "”: " + escalated.why();
            case Fact.PagePlanned(var page) ->
                page.map(one -> "Calls whoever is on call: " + one.title()).orElse("Nobody else is called");
            case Fact.Packaged(var packet, var verdicts) ->
                packet.isComplete() && verdicts.stream().allMatch(Verdict::isPass)
                        ? "Gathered everything that is known"
                        : "Gathered what is known; " + packet.missing().size() + " parts are missing";
            case Fact.ErrandsPlanned(var errands) ->
                errands.isEmpty() ? "Tells no colleague" : "Tells colleagues in " + errands.size() + " ways";
            case Fact.ErrandPutOff putOff -> "Put off " + putOff.errand() + ": " + putOff.why();
            case Fact.ErrandDropped dropped -> "Gave up " + dropped.errand() + ": " + dropped.why();
            case Fact.Reminded reminded -> "Reminded those who have it, time " + reminded.count();
            case Fact.IssueMoved(var news) ->
                "Issue " + news.issue() + " is " + news.state().name().toLowerCase(Locale.ROOT) + ": " + news.note();
            case Fact.NewsDue _ -> "Tells the customer what engineering said";
            case Fact.NoteAdded note -> "Noted: " + note.text();
            case Fact.ReplyWritten _ -> "Wrote a reply";
            case Fact.CaseReturned returned -> "Gave the case back to the machine: " + returned.why();
            case Fact.Reclassified corrected -> "Corrected what it was taken for: " + corrected.why();
            case Fact.CaseAssigned assigned ->
                "Handed to " + assigned.to() + (assigned.why().isBlank() ? "" : ": " + assigned.why());
            case Fact.CaseMerged merged -> "Goes on with " + merged.into() + ": " + merged.why();
            case Fact.CaseAbsorbed absorbed -> "Goes on here: " + absorbed.from();
            case Fact.ClusterJoined joined ->
                "One of several cases with one cause, which " + joined.size() + " customers have";
            case Fact.ClusterLeft left -> "Taken out of the cluster " + left.cluster() + ": " + left.why();
            case Fact.WaitEstimated(var expected) -> "They will hear by " + expected.by() + "; " + expected.because();
            case Fact.BridgeComposed composed -> "Wrote to say who has the case: " + judged(composed.verdicts());
            case Fact.BridgeOmitted omitted -> "Says nothing to the customer: " + omitted.why();
            case Fact.BridgeHeld(LaneMode mode) ->
                "Held what the customer would be told, since the escalation lane is in " + mode.label();
            case Fact.BridgeApproved _ -> "Approved what the customer is told";
            case Fact.BridgeTurnedBack turned ->
                "What the customer was to be told, turned back at the door: " + judged(turned.verdicts());
            case Fact.Briefed(var brief) ->
                "Wrote for whoever takes over: " + brief.problem() + " Next: " + brief.nextStep();
            case Fact.ActionPlanned planned -> ActionWords.planned(planned.plan());
            case Fact.ActionNotPlanned not -> "Nothing to do on the account: " + not.why();
            case Fact.ActionSlotMissing missing ->
                "Wants to " + missing.action() + ", and does not know the " + missing.slot();
            case Fact.ActionForPerson person -> "For a person to do: " + person.why();
            case Fact.ActionJudged judged -> "The plan: " + judged(judged.verdicts());
            case Fact.ActionTurnedBack turned -> "The plan was turned back at the door: " + judged(turned.verdicts());
            case Fact.ActionHeld held -> "The plan waits for a person: " + held.why();
            case Fact.ActionApproved approved ->
                "Approved the plan as " + approved.approval().role();
            case Fact.ActionRejected rejected -> "Rejected the plan: " + rejected.why();
            case Fact.ActionDenied() -> "The plan is denied";
            case Fact.CodeTried tried -> ActionWords.tried(tried.outcome());
            case Fact.CodeAwaited() -> "Waits for the code again";
            case Fact.ReceiptIssued issued -> String.join(" ", issued.receipt().sentences());
            case Fact.ModelAsked asked -> "The " + asked.agent() + " asked " + asked.model() + ": " + asked.outcome();
            case Fact.ToolCalled called -> "The " + called.agent() + " used " + called.tool() + ": " + called.outcome();
            case Fact.StepFailed failed -> failed.step() + " failed (" + failed.fault() + ")";
        };
    }

    private static String screened(Fact.Screened fact) {
        var found = fact.screening();
        String injection = found.hasInjection() ? ", tries to instruct the desk" : "";
        String automatic = found.automatic() == Automatic.NONE
                ? ""
                : ", " + found.automatic().label();
        return "Language " + found.language() + automatic + injection;
    }

    private static String routed(Fact.Routed fact) {
        String lanes = fact.route().lanes().stream().map(Lane::label).sorted().collect(Collectors.joining(", "));
        return "To the " + lanes + " lane";
    }

    private static String judged(List<Verdict> verdicts) {
        List<String> stopped = verdicts.stream()
                .filter(verdict -> !verdict.isPass())
                .map(Verdict::gate)
                .toList();
        return stopped.isEmpty()
                ? "Every gate passed (" + verdicts.stream().map(Verdict::gate).collect(Collectors.joining(", ")) + ")"
                : "Stopped by " + String.join(", ", stopped);
    }

    private static String settled(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted _ -> "Sent";
            case Delivery.Refused refused -> "Refused by the channel: " + refused.why();
            case Delivery.Unknown unknown -> "Nobody can tell whether it arrived: " + unknown.why();
        };
    }
}
