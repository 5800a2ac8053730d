package io.sallyport.routing;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SinceActed;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the customer wrote since we last answered, without quoted mail; a subject is a sentence of its own.
 *
 * @param raw as written
 */
record Words(String raw, PlainWords plain) {

    static Words of(CaseRecord record) {
        return of(record.unanswered());
    }

    /** Without those that a change was carried out upon. */
    static Words sinceActed(CaseRecord record) {
        return of(SinceActed.unanswered(record));
    }

    private static Words of(List<Message> messages) {
        String raw = messages.stream().map(Words::text).collect(Collectors.joining("\n\n"));
        return new Words(raw, PlainWords.of(raw));
    }

    private static String text(Message message) {
        return message.subject() + "\n\n" + message.written();
    }
}
