package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet.Tried;
import io.sallyport.casefile.StandingReceipts;
import io.sallyport.escalation.packet.Cues.Cue;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was tried, by the customer and by the desk, each with what came of it where that is said. */
public final class Attempts {

    private static final int KEPT = 8;

    /** Where a sentence turns from what was done to what came of it. */
    private static final Pattern TURN =
            Pattern.compile("[,;:–—-]* (?:but|and|yet|with|though|although|then) |[,;:–—-]+ ");

    private Attempts() {}

    public static List<Tried> of(CaseRecord record) {
        return Stream.concat(byCustomer(record).stream(), byDesk(record))
                .distinct()
                .limit(KEPT)
                .toList();
    }

    private static List<Tried> byCustomer(CaseRecord record) {
        var tried = new ArrayList<Tried>();
        for (Message message :
                record.thread().stream().filter(Message::isFromCustomer).toList()) {
            List<Line> lines = Line.of(message);
            for (int at = 0; at < lines.size(); at++) {
                if (lines.get(at).says(Cue.TRIED)) {
                    tried.add(tried(lines, at));
                }
            }
        }
        return tried;
    }

    private static Tried tried(List<Line> lines, int at) {
        String words = lines.get(at).words();
        int done = Cues.find(words, Cue.TRIED).orElse(0);
        int result = Cues.find(words, Cue.RESULT).orElse(-1);
        if (result > done) {
            return split(words, done, result);
        }
        boolean isNext = at + 1 < lines.size()
                && lines.get(at + 1).says(Cue.RESULT)
                && !lines.get(at + 1).says(Cue.TRIED);
        return new Tried(words, isNext ? lines.get(at + 1).words() : "");
    }

    /** At the last turn before the result; a sentence without one says both at once. */
    private static Tried split(String words, int done, int result) {
        Matcher turn = TURN.matcher(words);
        int end = -1;
        int begin = -1;
        while (turn.find() && turn.start() <= result) {
            if (turn.start() > done) {
                end = turn.start();
                begin = turn.end();
            }
        }
        return end < 0 ? new Tried(words, words) : new Tried(words.substring(0, end), words.substring(begin));
    }

    private static Stream<Tried> byDesk(CaseRecord record) {
        Stream<Tried> actions = StandingReceipts.of(record).stream()
                .map(receipt -> new Tried(SentenceSplitter.flat(receipt.text()), "done"));
        return Stream.concat(answers(record), actions);
    }

    /** An answer after which the customer wrote again did not settle it. */
    private static Stream<Tried> answers(CaseRecord record) {
        List<Message> messages = record.thread();
        return Stream.iterate(0, at -> at < messages.size(), at -> at + 1)
                .filter(at -> messages.get(at).isAnswer())
                .map(at -> new Tried(
                        "We answered: " + first(messages.get(at)),
                        messages.subList(at, messages.size()).stream().anyMatch(Message::isFromCustomer)
                                ? "the customer wrote again"
                                : "the customer has not written since"));
    }

    private static String first(Message message) {
        return SentenceSplitter.split(message.written()).stream()
                .filter(sentence -> !Cues.isIn(sentence, Cue.COURTESY))
                .findFirst()
                .orElseGet(() -> SentenceSplitter.flat(message.written()));
    }
}
