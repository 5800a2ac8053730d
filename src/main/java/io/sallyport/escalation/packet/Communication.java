package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet.Said;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.escalation.packet.Cues.Cue;
import io.sallyport.text.SentenceSplitter;
import java.util.List;
import java.util.stream.Collectors;

/** Who said what so far, and what the customer was promised with it. */
public final class Communication {

    private Communication() {}

    public static List<Said> of(CaseRecord record) {
        return record.thread().stream()
                .map(message -> new Said(message.at(), message.author(), message.written(), promised(record, message)))
                .toList();
    }

    private static String promised(CaseRecord record, Message message) {
        return switch (message.author()) {
            case CUSTOMER, MACHINE -> "";
            case PERSON -> inWords(message);
            case DESK, BRIDGE ->
                record.effects().stream()
                        .flatMap(effect -> effect.reply().stream())
                        .filter(reply -> isSame(reply, message))
                        .findFirst()
                        .map(Communication::expectations)
                        // What another case sent, that one has in its effects.
                        .orElseGet(() -> inWords(message));
        };
    }

    private static String inWords(Message message) {
        return SentenceSplitter.split(message.written()).stream()
                .filter(sentence -> Cues.isIn(sentence, Cue.PROMISE))
                .collect(Collectors.joining(" "));
    }

    private static boolean isSame(Reply reply, Message message) {
        return SentenceSplitter.flat(reply.text()).equals(SentenceSplitter.flat(message.written()));
    }

    /** What it says of the hand-over: who has it and by when they answer. */
    private static String expectations(Reply reply) {
        return reply.sentences().stream()
                .filter(sentence ->
                        sentence.citations().stream().anyMatch(citation -> HandOverText.isNamedBy(citation.source())))
                .map(Sentence::text)
                .collect(Collectors.joining(" "));
    }
}
