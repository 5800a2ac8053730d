package io.sallyport.answer;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import java.util.ArrayList;
import java.util.List;

/** What the desk asked a customer back, in whosever words. */
final class AskedBack {

    private AskedBack() {}

    /** Whether a missing detail was asked for on this case; a slot or a code of a change is none. */
    static boolean forDetail(CaseRecord record) {
        return record.messages().stream()
                .anyMatch(message -> isQuestion(record, message) && !ActionWork.isAskedIn(message.written()));
    }

    /** What they had written when we asked; empty where what they write now answers no question of ours. */
    static List<Message> before(CaseRecord record) {
        String now = record.unanswered().getFirst().id();
        List<Message> earlier = record.messages().stream()
                .takeWhile(message -> !message.id().equals(now))
                .filter(message -> message.isFromCustomer() || message.isAnswer())
                .toList();
        if (earlier.isEmpty() || !isQuestion(record, earlier.getLast())) {
            return List.of();
        }
        var asked = new ArrayList<Message>();
        for (Message message : earlier.reversed()) {
            if (message.isFromCustomer()) {
                asked.addFirst(message);
            } else if (!isQuestion(record, message)) {
                break;
            }
        }
        return List.copyOf(asked);
    }

    private static boolean isQuestion(CaseRecord record, Message message) {
        return message.author() == Message.Author.DESK
                && record.findEffect(message.id())
                        .flatMap(effect -> effect.reply())
                        .filter(reply -> reply.kind() == Reply.Kind.QUESTION)
                        .isPresent();
    }
}
