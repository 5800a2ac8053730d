package io.sallyport.casefile;

import io.sallyport.casefile.ActionWork.Acting;
import io.sallyport.casefile.ActionWork.Challenged;
import io.sallyport.casefile.ActionWork.Denied;
import io.sallyport.casefile.ActionWork.Done;
import io.sallyport.casefile.ActionWork.ForPerson;
import io.sallyport.casefile.ActionWork.Held;
import io.sallyport.casefile.ActionWork.Interrupted;
import io.sallyport.casefile.ActionWork.Judged;
import io.sallyport.casefile.ActionWork.NoPlan;
import io.sallyport.casefile.ActionWork.NotBegun;
import io.sallyport.casefile.ActionWork.Planned;
import io.sallyport.casefile.ActionWork.Unacted;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What the action lane's facts change in a record. */
final class ActionFolding {

    private ActionFolding() {}

    /**
     * What was planned for the old words is void; but a code that is with the customer waits for it, and a plan that a person is
     * deciding on stays in front of them.
     */
    static ActionWork afterMessage(Changes now) {
        if (now.action instanceof Interrupted(Challenged challenged)) {
            return challenged;
        }
        boolean isDecidedOn = now.action instanceof Held && now.standing instanceof Standing.WithPeople;
        boolean stays = isDecidedOn || now.action instanceof Challenged;
        return stays ? now.action : new NotBegun();
    }

    /**
     * Who has proven who they are has not proven it for a message that somebody else may have written: neither for this one nor
     * for one that lay behind the code's own when that was read.
     */
    static Optional<Proof> proofAfterMessage(Changes now, Message message) {
        return now.proof.filter(
                _ -> SenderEvidence.isVouchedFor(message, now.messages) && isAnsweredOrVouchedFor(now.before));
    }

    /** The plan was made from what stood before the code; what anybody may have typed behind it is answered without the proof. */
    private static Optional<Proof> proofAfterPlan(Changes now) {
        return now.proof.filter(_ -> isAnsweredOrVouchedFor(now.before));
    }

    /** The first of several may have been the code's own, or what it was asked for. */
    private static boolean isAnsweredOrVouchedFor(CaseRecord before) {
        return !before.isAnswerOwed()
                || before.unanswered().stream()
                        .skip(1)
                        .allMatch(earlier -> SenderEvidence.isVouchedFor(earlier, before.messages()));
    }

    static ActionWork judged(CaseRecord before, CaseEvent event, List<Verdict> verdicts) {
        return new Judged(plan(before, event), before.action().approvals(), verdicts);
    }

    static void held(Changes now, CaseEvent event, String why) {
        now.action = new Held(
                plan(now.before, event),
                now.before.action().approvals(),
                verdicts(now.before),
                why,
                now.messages.size());
        HeldFolding.held(now, event);
    }

    static void denied(Changes now, CaseEvent event) {
        boolean isAlone = Approval.firstUnheard(now.before.action().approvals(), now.messages)
                .isEmpty();
        now.action = isAlone
                ? new Denied(plan(now.before, event), verdicts(now.before))
                : new ForPerson("the gates say no to the plan by now, and the customer wrote more while it waited");
        now.proof = proofAfterPlan(now);
    }

    /** With a person's yes the plan goes through the gates again, and the case back to the machine. */
    static void approved(Changes now, CaseEvent event, Approval approval) {
        ActionPlan plan = plan(now.before, event);
        now.action = new Planned(
                plan,
                Stream.concat(now.action.approvals().stream(), Stream.of(approval.unheard(unheard(now))))
                        .toList());
        now.standing = new Standing.AtWork();
        if (now.answer instanceof AnswerWork.Sent) {
            // Whoever was answered meanwhile has yet to hear what became of the plan.
            now.answer = new AnswerWork.NotBegun();
        }
    }

    /** The plan was made from nothing that came in since it was held. */
    private static OptionalInt unheard(Changes now) {
        return now.action instanceof Held held
                ? SinceActed.unansweredFrom(held.heard(), now.messages).stream()
                        .mapToInt(now.messages::indexOf)
                        .findFirst()
                : OptionalInt.empty();
    }

    static void rejected(Changes now, CaseEvent event, String why) {
        now.action = new NoPlan("plan rejected: " + why);
        Folding.toWhoSaidNo(now, event, "plan rejected: " + why);
    }

    /** With another code for the very plan it is as if the message had been only the code. */
    static void planned(Changes now, ActionPlan plan) {
        if (now.action instanceof Interrupted(Challenged challenged)
                && challenged.plan().equals(plan)) {
            now.action = new Planned(challenged.plan(), challenged.approvals());
            now.findings = asBefore(now, challenged);
        } else {
            now.action = new Planned(plan, List.of());
        }
    }

    static void awaited(Changes now, CaseEvent event) {
        if (!(now.action instanceof Interrupted(Challenged challenged))) {
            throw Folding.misfit(now.before, event);
        }
        now.action = challenged;
    }

    private static Findings asBefore(Changes now, Challenged challenged) {
        return new Findings(
                now.findings.screening(),
                challenged.before().triage(),
                challenged.before().route());
    }

    /** Where the message was only the code, what had been found out before it goes on holding. */
    static void tried(Changes now, CaseEvent event, Fact.CodeTried tried) {
        if (!(now.action instanceof Challenged challenged)) {
            throw Folding.misfit(now.before, event);
        }
        now.action = switch (tried.outcome()) {
            case ACCEPTED, VOID -> new Planned(challenged.plan(), challenged.approvals());
            case WRONG -> challenged.triedOnceMore(now.messages.size());
            case EXHAUSTED -> new ForPerson("every try at the one-time code was wrong");
            case NONE_GIVEN -> new Interrupted(challenged);
        };
        now.findings = tried.outcome() == Fact.CodeTried.Outcome.NONE_GIVEN
                ? now.findings.unread()
                : asBefore(now, challenged);
        now.proof = tried.proof().or(() -> now.before.proof());
        if (tried.outcome() == Fact.CodeTried.Outcome.ACCEPTED) {
            goOn(now);
        }
    }

    /** Proof may come by another way than a message, while the case waits for one. */
    private static void goOn(Changes now) {
        now.answer = new AnswerWork.NotBegun();
        if (now.standing instanceof Standing.AwaitingCustomer) {
            now.standing = new Standing.AtWork();
        }
    }

    static void issued(Changes now, Receipt receipt) {
        now.receipts.add(receipt);
        if (now.action instanceof Acting acting && acting.effectId().equals(receipt.effectId())) {
            now.action = new Done(acting.plan(), receipt);
            now.proof = proofAfterPlan(now);
            if (now.standing instanceof Standing.AtWork) {
                now.answer = AnswerFolding.withoutMachines(now.answer);
            }
            beginAnew(now, receipt.effectId());
        }
        if (now.action instanceof Unacted unacted && unacted.plan().effectId().equals(receipt.effectId())) {
            now.action = new Done(unacted.plan(), receipt);
        }
    }

    /** What was written while the plan waited for a yes is read now; people who have the case have read it. */
    private static void beginAnew(Changes now, String effectId) {
        Optional<Effect> done = now.before.findEffect(effectId).filter(Effect::isBegunUnheard);
        if (done.isPresent() && now.standing instanceof Standing.AtWork) {
            now.action = new NotBegun();
            now.answer = AnswerFolding.isPersonsUnsent(now.answer) ? now.answer : new AnswerWork.NotBegun();
            now.findings = now.findings.unrouted();
            now.proof = now.proof.filter(
                    _ -> SinceActed.unansweredFrom(done.get().heard().orElse(0), now.messages).stream()
                            .allMatch(message -> SenderEvidence.isVouchedFor(message, now.messages)));
        }
    }

    static void foundAbsent(Changes now, String effectId) {
        if (now.action instanceof Acting acting && acting.effectId().equals(effectId)) {
            now.action = new Planned(acting.plan(), acting.approvals());
        }
        if (now.action instanceof Unacted unacted && unacted.plan().effectId().equals(effectId)) {
            // People have it, and decide whether it is tried again.
            now.action = new Unacted(unacted.plan(), "it never arrived at the other side, and nothing was changed");
        }
    }

    /** An accepted action is done once its receipt is there. */
    static void settled(Changes now, String effectId, Delivery delivery) {
        if (now.action instanceof Acting acting && acting.effectId().equals(effectId)) {
            now.action = switch (delivery) {
                case Delivery.Accepted _ -> acting;
                case Delivery.Refused(String why) -> new Unacted(acting.plan(), "the other side refused it: " + why);
                case Delivery.Unknown(String why) -> new Unacted(acting.plan(), "outcome unknown: " + why);
            };
        }
    }

    static void codeSettled(Changes now, CodeMail code, Delivery delivery) {
        Optional<ActionPlan> plan = now.action.findPlan();
        if (plan.isEmpty()) {
            return;
        }
        now.action = switch (delivery) {
            case Delivery.Accepted _ ->
                new Challenged(plan.get(), now.action.approvals(), code, now.findings, 0, now.messages.size());
            case Delivery.Refused(String why) -> new ForPerson("the one-time code could not be sent: " + why);
            case Delivery.Unknown(String why) ->
                new ForPerson("nobody knows whether the one-time code was sent: " + why);
        };
    }

    private static List<Verdict> verdicts(CaseRecord before) {
        return before.action() instanceof Judged judged ? judged.verdicts() : List.of();
    }

    private static ActionPlan plan(CaseRecord before, CaseEvent event) {
        return before.action().findPlan().orElseThrow(() -> Folding.misfit(before, event));
    }
}
