package io.sallyport.triage;

import io.sallyport.casefile.Message;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.stream.Collectors;

/** What the customer wrote, without quoted mail; a subject is a sentence of its own. */
final class OwnWords {

    private OwnWords() {}

    static PlainWords of(List<Message> messages) {
        return PlainWords.of(messages.stream()
                .map(message -> message.subject() + "\n\n" + message.written())
                .collect(Collectors.joining("\n\n")));
    }
}
