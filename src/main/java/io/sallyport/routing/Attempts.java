package io.sallyport.routing;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.Optional;

/** Three failed attempts, told by the customer or counted in the thread. */
final class Attempts {

    /** After so many tries without success a person takes over. */
    static final int ENOUGH = 3;

    private final Phrasebook book = Phrasebook.load(Concerns.COMMON, "/routing/attempts.txt");

    /** In the customer's words. */
    Optional<String> told(PlainWords words) {
        List<PhraseHit> hits = book.find(words);
        Optional<String> counted = hits.stream()
                .filter(hit -> hit.section().equals("counted"))
                .findFirst()
                .map(PhraseHit::words);
        if (counted.isPresent()) {
            return counted;
        }
        List<String> told = hits.stream()
                .filter(hit -> hit.section().equals("told-before"))
                .map(PhraseHit::words)
                .toList();
        return told.size() >= ENOUGH ? Optional.of(String.join("; ", told)) : Optional.empty();
    }

    /** Answers of ours that did not end it; what was asked back for a slot or a code was none. */
    static Optional<String> inThread(CaseRecord record) {
        String latest = record.unanswered().getFirst().id();
        long answers = record.messages().stream()
                .takeWhile(message -> !message.id().equals(latest))
                .filter(message -> message.author() == Message.Author.DESK && !ActionWork.isAskedIn(message.written()))
                .count();
        return answers >= ENOUGH ? Optional.of("writes again after " + answers + " answers of ours") : Optional.empty();
    }
}
