package io.sallyport.routing;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a customer says of the automatic answer they had: that it was none, or that they want a person. */
final class AfterAnswer {

    private static final String SHORT = "short";
    private static final String COURTESY = "courtesy";

    private static final Map<String, Kind> KINDS =
            Map.of("no-help", Kind.REPEATED_ATTEMPTS, "person", Kind.PERSON_ASKED, SHORT, Kind.PERSON_ASKED);

    private final Phrasebook book = Phrasebook.load(Concerns.COMMON, "/routing/after-answer.txt");

    /** By what they wrote, not by the subject, which stays the first message's. */
    List<Trigger> in(CaseRecord record) {
        return followsAnswer(record)
                ? record.unanswered().stream()
                        .flatMap(message -> hits(message.written()).stream())
                        .map(hit -> new Trigger(kind(hit), hit.words()))
                        .toList()
                : List.of();
    }

    private List<PhraseHit> hits(String written) {
        PlainWords words = PlainWords.of(written);
        List<PhraseHit> hits = book.find(words);
        boolean isShort = words.size() == shortWords(hits);
        return hits.stream()
                .filter(hit -> !hit.section().equals(COURTESY)
                        && (isShort || !hit.section().equals(SHORT)))
                .toList();
    }

    /** How many of the words are on the short lists. */
    private static long shortWords(List<PhraseHit> hits) {
        return hits.stream()
                .filter(hit -> hit.section().equals(SHORT) || hit.section().equals(COURTESY))
                .flatMapToInt(hit -> IntStream.range(hit.from(), hit.to()))
                .distinct()
                .count();
    }

    private static Kind kind(PhraseHit hit) {
        return Optional.ofNullable(KINDS.get(hit.section())).orElseThrow();
    }

    private static boolean followsAnswer(CaseRecord record) {
        String now = record.unanswered().getFirst().id();
        return record.messages().stream()
                .takeWhile(message -> !message.id().equals(now))
                .filter(Message::isAnswer)
                .reduce((_, later) -> later)
                .flatMap(latest -> record.findEffect(latest.id()))
                .flatMap(effect -> effect.reply())
                .filter(reply -> reply.kind() == Reply.Kind.ANSWER)
                .isPresent();
    }
}
