package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.PacketPart;
import io.sallyport.escalation.packet.Cues.Cue;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the customer wrote back after a bridge reply had asked them for parts of the packet. Whoever is asked answers without
 * the words by which one would know it: "A file." after "What should happen then?".
 */
final class Answered {

    private Answered() {}

    /**
     * @param known words that are filed under a part already
     * @param open parts that nobody knows yet
     */
    static Map<PacketPart, String> of(CaseRecord record, Collection<String> known, Set<PacketPart> open) {
        var answers = new EnumMap<PacketPart, String>(PacketPart.class);
        Set<PacketPart> asked = EnumSet.noneOf(PacketPart.class);
        for (Message message : record.thread()) {
            if (message.isFromCustomer()) {
                asked.retainAll(open);
                asked.removeAll(answers.keySet());
                file(record, message, known, asked, answers);
            } else {
                asked.addAll(HandOverText.askedIn(record, message));
            }
        }
        return answers;
    }

    private static void file(
            CaseRecord record,
            Message message,
            Collection<String> known,
            Set<PacketPart> asked,
            Map<PacketPart, String> answers) {
        if (asked.isEmpty()) {
            return;
        }
        if (!HandOverText.languageFor(record).equals("en")) {
            // Which of their sentences says what, only somebody who reads the language can tell.
            String whole = SentenceSplitter.flat(message.written());
            asked.stream().filter(_ -> !whole.isEmpty()).forEach(part -> answers.put(part, whole));
            return;
        }
        List<String> free = new ArrayList<>(Line.of(message).stream()
                .filter(line -> !line.says(Cue.UNKNOWN))
                .map(Line::words)
                .filter(words -> !known.contains(words))
                .toList());
        for (PacketPart part : asked) {
            if (!free.isEmpty()) {
                answers.put(part, free.removeFirst());
            }
        }
    }
}
