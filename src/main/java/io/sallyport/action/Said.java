package io.sallyport.action;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SinceActed;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The customer's words that a wish is read from: none that a change was carried out upon.
 *
 * @param latest what they wrote since we last said something
 * @param whole the same, with what they wrote before when we only asked back
 * @param timesAsked how often we have asked back for this
 */
record Said(String latest, String whole, int timesAsked) {

    static Said of(CaseRecord record) {
        List<Message> latest = SinceActed.unanswered(record);
        if (latest.isEmpty()) {
            return new Said("", "", 0);
        }
        List<Message> thread = SinceActed.thread(record).stream()
                .filter(message -> message.author() != Message.Author.MACHINE)
                .toList();
        int from = thread.indexOf(latest.getFirst());
        int asked = 0;
        while (from > 0 && isOurQuestion(thread.get(from - 1))) {
            asked++;
            from--;
            while (from > 0 && thread.get(from - 1).isFromCustomer()) {
                from--;
            }
        }
        List<Message> whole = thread.subList(Math.max(0, from), thread.size()).stream()
                .filter(Message::isFromCustomer)
                .toList();
        return new Said(text(latest), text(whole.isEmpty() ? latest : whole), asked);
    }

    private static boolean isOurQuestion(Message message) {
        return message.author() == Message.Author.DESK && ActionWork.Asking.isAskedIn(message.written());
    }

    private static String text(List<Message> messages) {
        return messages.stream()
                .map(message -> message.subject() + "\n\n" + message.written())
                .collect(Collectors.joining("\n\n"));
    }
}
