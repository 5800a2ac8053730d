package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A few words to the customer while a person looks: a model's where every gate lets them through, else the standing ones. */
final class BridgeText {

    private static final String ENGLISH = "en";

    /** Reviewed with the code; every line is on the gates' list of courtesies. */
    private static final List<String> STANDING = Lexicon.lines("/escalation/bridge.txt");

    private BridgeText() {}

    /** Empty when the gates let nothing through, as in a language that nobody here can read. */
    static String choose(CaseRecord record, List<String> written, Predicate<Reply> isPassed) {
        for (List<String> sentences : List.of(written, STANDING)) {
            if (!sentences.isEmpty()) {
                Reply reply = reply(record, sentences);
                if (isPassed.test(reply)) {
                    return reply.text();
                }
            }
        }
        return "";
    }

    private static Reply reply(CaseRecord record, List<String> sentences) {
        String subject = record.ticket().subject();
        String answered =
                subject.isBlank() || subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : "Re: " + subject;
        return new Reply(
                Reply.Kind.ANSWER,
                record.ticket().customer(),
                answered,
                ENGLISH,
                sentences.stream()
                        .map(sentence -> Sentence.plain(sentence.strip(), Layout.PARAGRAPH))
                        .toList());
    }
}
