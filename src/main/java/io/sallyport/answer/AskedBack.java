package io.sallyport.answer;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import java.util.ArrayList;
import java.util.List;

/** Missing details that the desk asked for, in whosever words; a slot or a code of a change is none. */
final class AskedBack {

    private AskedBack() {}

    /** Whether one was asked for on this case. */
    static boolean forDetail(CaseRecord record) {
        return record.messages().stream().anyMatch(message -> isForDetail(record, message));
    }

    /** What they had written when we asked; empty where what they write now answers no question of ours. */
    static List<Message> before(CaseRecord record) {
        String now = record.unanswered().getFirst().id();
        List<Message> earlier = record.messages().stream()
                .takeWhile(message -> !message.id().equals(now))
                .filter(message -> message.isFromCustomer() || message.isAnswer())
                .toList();
        if (earlier.isEmpty() || !isForDetail(record, earlier.getLast())) {
            return List.of();
        }
        var asked = new ArrayList<Message>();
        for (Message message : earlier.reversed()) {
            if (message.isFromCustomer()) {
                asked.addFirst(message);
            } else if (!isForDetail(record, message)) {
                break;
            }
        }
        return List.copyOf(asked);
    }

    private static boolean isForDetail(CaseRecord record, Message message) {
        return message.author() == Message.Author.DESK
                && !ActionWork.isAskedIn(message.written())
                && record.findEffect(message.id())
                        .flatMap(effect -> effect.reply())
                        .filter(reply -> reply.kind() == Reply.Kind.QUESTION)
                        .isPresent();
    }
}
