package io.sallyport.answer;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SinceActed;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a message asks besides what it wants done. */
final class AlsoAsked {

    private static final Phrasebook WISHES = Phrasebook.load(Concerns.COMMON, "/routing/account-changes.txt");
    private static final Phrasebook ACTIONS =
            Phrasebook.load(Concerns.COMMON, "/action/words.txt", "/action/wishes.txt");

    private static final Phrasebook CODE = Phrasebook.load(Concerns.COMMON, "/action/words.txt", "/action/code.txt");

    /** "OK?", "Is that fine?" */
    private static final int LEAST_WORDS = 4;

    private AlsoAsked() {}

    /** The same case with only those words in its last message; empty when there are none. */
    static Optional<CaseRecord> of(CaseRecord record) {
        return saying(record, _ -> false);
    }

    /** The same, with whatever they have written since that was done. */
    static Optional<CaseRecord> withAllSince(CaseRecord record) {
        List<String> since =
                SinceActed.sinceBegun(record).stream().map(Message::id).toList();
        return saying(record, message -> since.contains(message.id()));
    }

    private static Optional<CaseRecord> saying(CaseRecord record, Predicate<Message> isWhole) {
        String rest = record.unanswered().stream()
                .flatMap(message -> SentenceSplitter.split(message.written()).stream()
                        .filter(AlsoAsked::isMore)
                        .filter(sentence -> sentence.endsWith("?") || isWhole.test(message)))
                .filter(sentence -> !isOfCode(record, sentence))
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? Optional.empty() : Optional.of(saying(record, rest));
    }

    /** "Could you send me a new code?" has its answer in the request for the code. */
    private static boolean isOfCode(CaseRecord record, String sentence) {
        return record.action() instanceof ActionWork.Challenged
                && CODE.find(PlainWords.of(sentence)).stream()
                        .anyMatch(hit -> hit.section().equals("another"));
    }

    private static boolean isMore(String sentence) {
        var words = PlainWords.of(sentence);
        return Words.of(sentence).size() >= LEAST_WORDS
                && !SmallTalk.isSmallTalk(sentence)
                && WISHES.findFirst(words).isEmpty()
                && ACTIONS.findFirst(words).isEmpty();
    }

    private static CaseRecord saying(CaseRecord record, String words) {
        Message last = record.latestFromCustomer();
        var said =
                new Message(last.id(), last.author(), last.from(), last.at(), "", words, "", List.of(), last.headers());
        return CaseRecord.fresh(
                record.id(), record.version(), record.ticket(), record.openedAt(), List.of(said), record.findings());
    }
}
