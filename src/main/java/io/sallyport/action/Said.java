package io.sallyport.action;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SinceActed;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The customer's words that a wish is read from: none that a change was carried out upon.
 *
 * @param latest what they wrote since we last said something
 * @param whole the same, with what they wrote before when we only asked back or for a code
 * @param timesAsked how often we have asked back for this, codes apart
 * @param timesForCode how often we have asked for a code for this
 */
record Said(String latest, String whole, int timesAsked, int timesForCode) {

    static Said of(CaseRecord record) {
        List<Message> latest = SinceActed.unanswered(record);
        if (latest.isEmpty()) {
            return new Said("", "", 0, 0);
        }
        List<Message> thread = SinceActed.thread(record).stream()
                .filter(message -> message.author() != Message.Author.MACHINE)
                .toList();
        boolean isTakenBack = CodeTalk.takesBack(text(latest, text -> text));
        int from = thread.indexOf(latest.getFirst());
        boolean isOfCode = from > 0 && isForCode(thread.get(from - 1));
        int asked = 0;
        int forCode = 0;
        int code = thread.size();
        while (from > 0 && isOurQuestion(thread.get(from - 1), isTakenBack)) {
            from--;
            if (isForCode(thread.get(from))) {
                code = from;
                forCode++;
            } else {
                asked++;
            }
            while (from > 0 && thread.get(from - 1).isFromCustomer()) {
                from--;
            }
        }
        String whole = Stream.concat(
                        texts(thread.subList(from, code), text -> text),
                        texts(thread.subList(code, thread.size()), CodeTalk::without))
                .collect(Collectors.joining("\n\n"));
        return new Said(text(latest, isOfCode ? CodeTalk::without : text -> text), whole, asked, forCode);
    }

    /** Whoever takes back what they asked for is read anew; a code can be asked for though nothing is missing. */
    private static boolean isOurQuestion(Message message, boolean isTakenBack) {
        return message.author() == Message.Author.DESK
                && (ActionWork.Asking.isAskedIn(message.written()) || (isForCode(message) && !isTakenBack));
    }

    private static boolean isForCode(Message message) {
        return ActionWork.Challenged.isAskedIn(message.written());
    }

    private static String text(List<Message> messages, UnaryOperator<String> words) {
        return texts(messages, words).collect(Collectors.joining("\n\n"));
    }

    private static Stream<String> texts(List<Message> messages, UnaryOperator<String> words) {
        return messages.stream()
                .filter(Message::isFromCustomer)
                .map(message -> message.subject() + "\n\n" + words.apply(message.written()));
    }
}
