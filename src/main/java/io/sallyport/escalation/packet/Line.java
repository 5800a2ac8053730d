package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.escalation.packet.Cues.Cue;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One sentence of the customer's, word for word but for line breaks.
 *
 * @param isNumbered whether it is an item of a numbered list
 */
record Line(String messageId, String words, boolean isNumbered) {

    private static final Pattern NUMBER =
            Pattern.compile("(?:^|\\n)[ \\t]*(?:step )?\\d{1,2}[.):][ \\t]+$", Pattern.CASE_INSENSITIVE);

    /** What is longer is a log or a dump; what says something is said in less. */
    private static final int LONGEST = 600;

    /** Everything that the customer has written on this case and those that go on as it, oldest first, without greetings. */
    static List<Line> of(CaseRecord record) {
        return record.thread().stream()
                .filter(Message::isFromCustomer)
                .flatMap(message -> of(message).stream())
                .toList();
    }

    static List<Line> of(Message message) {
        String text = message.written();
        var lines = new ArrayList<Line>();
        for (TextSpan span : SentenceSplitter.spans(text)) {
            String words = SentenceSplitter.flat(span.in(text));
            if (words.length() <= LONGEST && !Cues.isIn(words, Cue.COURTESY)) {
                boolean isNumbered =
                        NUMBER.matcher(text.substring(0, span.start())).find();
                lines.add(new Line(message.id(), words, isNumbered));
            }
        }
        return lines;
    }

    boolean says(Cue cue) {
        return Cues.isIn(words, cue);
    }
}
