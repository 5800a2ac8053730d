package io.sallyport.casefile;

import io.sallyport.casefile.AnswerWork.Sending;
import io.sallyport.casefile.AnswerWork.Sent;
import io.sallyport.casefile.AnswerWork.Undelivered;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the ledger of effects changes in a record: that something is to leave the desk, and what became of it. */
final class EffectFolding {

    private EffectFolding() {}

    static void intended(Changes now, CaseEvent event, Effect effect) {
        now.effects.removeIf(earlier -> earlier.id().equals(effect.id()));
        now.effects.add(effect.after(heard(now, effect), now.messages.size()));
        switch (effect.content()) {
            // How far the customer has been told is folded by itself.
            case Reply reply when reply.kind() == Reply.Kind.BRIDGE -> {}
            case Reply _ -> AnswerFolding.sending(now, event, effect);
            case ActionPlan plan ->
                now.action = new ActionWork.Acting(plan, now.before.action().approvals(), effect.id());
            case Errand errand -> HandOverFolding.intended(now, errand, effect.id());
            case CodeMail _, Undo _, Packet _ -> {}
        }
    }

    private static int heard(Changes now, Effect effect) {
        int all = now.messages.size();
        return effect.content() instanceof ActionPlan
                ? Approval.firstUnheard(now.before.action().approvals(), now.messages)
                        .orElse(all)
                : all;
    }

    static void foundAbsent(Changes now, String effectId) {
        now.effects.removeIf(effect -> effect.id().equals(effectId));
        AnswerFolding.foundAbsent(now, effectId);
        ActionFolding.foundAbsent(now, effectId);
        HandOverFolding.foundAbsent(now, effectId);
    }

    /** A message may have opened a new round while the reply was on its way: the outcome is noted, the round goes on. */
    static void settled(Changes now, CaseEvent event, String effectId, Delivery delivery) {
        Effect effect = now.before.findEffect(effectId).orElseThrow(() -> Folding.misfit(now.before, event));
        now.effects.replaceAll(each -> each.id().equals(effectId) ? each.settled(delivery) : each);
        switch (effect.content()) {
            case Reply reply -> replySettled(now, event, reply, effect, delivery);
            case ActionPlan _ -> ActionFolding.settled(now, effectId, delivery);
            case CodeMail code -> ActionFolding.codeSettled(now, code, delivery);
            case Errand _ -> HandOverFolding.settled(now, effectId, delivery);
            case Undo _, Packet _ -> {}
        }
    }

    private static void replySettled(Changes now, CaseEvent event, Reply reply, Effect effect, Delivery delivery) {
        String effectId = effect.id();
        if (delivery instanceof Delivery.Accepted) {
            now.messages.add(sentMessage(reply, effectId, event.at()));
            if (reply.kind() == Reply.Kind.PERSONAL) {
                NewsFolding.written(now, effect.intendedAt());
            }
            if (isNews(now, effectId)) {
                now.standing = afterNews(now, event.at());
                HandOverFolding.told(now);
            }
        }
        if (now.answer instanceof Sending sending && sending.effectId().equals(effectId)) {
            switch (delivery) {
                case Delivery.Accepted _ -> {
                    now.answer = new Sent(sending.draft(), effectId);
                    if (!isTakenFrom(sending, now.standing)) {
                        now.standing = AlarmFolding.afterAnswer(now, event.at());
                        HandOverFolding.answered(now);
                    }
                }
                case Delivery.Refused(String why) ->
                    now.answer = new Undelivered(sending.draft(), "the channel refused it: " + why);
                case Delivery.Unknown(String why) ->
                    now.answer = new Undelivered(sending.draft(), "outcome unknown: " + why);
            }
        }
    }

    /** Whoever claimed the case while the machine's reply was leaving still has it. */
    private static boolean isTakenFrom(Sending sending, Standing standing) {
        return sending.approvedBy().isEmpty()
                && sending.draft().editedBy().isEmpty()
                && standing instanceof Standing.WithPeople people
                && people.owner().isPresent();
    }

    private static boolean isNews(Changes now, String effectId) {
        return now.before.bridge() instanceof BridgeWork.Sending sending
                && sending.effectId().equals(effectId)
                && sending.bridge().round().occasion() == BridgeWork.Occasion.NEWS;
    }

    /** Once they know that it is mended, it is theirs to say so, unless they wrote meanwhile or a person is to look. */
    private static Standing afterNews(Changes now, Instant at) {
        boolean isFixed = now.handOver.telling.stream().anyMatch(news -> news.state() == IssueNews.State.FIXED);
        return switch (now.standing) {
            case Standing.AwaitingCustomer _, Standing.Resolved _ when isFixed -> new Standing.AwaitingCustomer(at);
            case Standing.WithPeople people
            when isFixed
                    && !people.isForPeopleAlone()
                    && now.findings.screening().isPresent() -> new Standing.AwaitingCustomer(at);
            case Standing.AtWork _,
                    Standing.WithPeople _,
                    Standing.AwaitingCustomer _,
                    Standing.Resolved _,
                    Standing.Junk _ -> now.standing;
        };
    }

    private static Message sentMessage(Reply reply, String effectId, Instant at) {
        var author = switch (reply.kind()) {
            case BRIDGE -> Message.Author.BRIDGE;
            case PERSONAL -> Message.Author.PERSON;
            case ANSWER, QUESTION -> Message.Author.DESK;
        };
        return new Message(effectId, author, "", at, reply.subject(), reply.text(), "", List.of(), Map.of());
    }
}
