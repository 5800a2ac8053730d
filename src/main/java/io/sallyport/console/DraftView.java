package io.sallyport.console;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A draft as the case page shows it: each sentence beside the words that prove it, with what a gate stopped marked.
 *
 * @param loose stopped passages that stand in no sentence word for word
 */
public record DraftView(
        String contentHash,
        String text,
        String kind,
        int confidencePercent,
        int attempt,
        String editedBy,
        List<SentenceView> sentences,
        List<Verdict.Flag> loose) {

    /** @param isProofOwed whether it lacks a citation although no gate has said that it needs none */
    public record SentenceView(
            MarkedText text, List<CitationView> citations, boolean isProofOwed, List<String> whyStopped) {}

    /** @param title of the source, as the evidence names it */
    public record CitationView(SourceNote source, String title, String quote) {}

    static Optional<DraftView> of(CaseRecord record, Function<SourceRef, SourceNote> sources) {
        AnswerWork answer = record.answer().shown();
        return answer.findDraft().map(draft -> of(draft, flags(record, answer), isJudged(answer), sources));
    }

    /** Whether the gates have read it, so that a sentence they left alone needs no proof. */
    private static boolean isJudged(AnswerWork answer) {
        return switch (answer) {
            case AnswerWork.Judged _, AnswerWork.Held _ -> !answer.verdicts().isEmpty();
            case AnswerWork.Approved _, AnswerWork.Sending _, AnswerWork.Sent _, AnswerWork.Undelivered _ -> true;
            case AnswerWork.NotBegun _, AnswerWork.Researched _, AnswerWork.Declined _, AnswerWork.Drafted _ -> false;
        };
    }

    private static DraftView of(
            Draft draft, List<Verdict.Flag> flags, boolean isJudged, Function<SourceRef, SourceNote> sources) {
        List<Sentence> sentences = draft.reply().sentences();
        List<Verdict.Flag> loose = flags.stream()
                .filter(flag -> sentences.stream().noneMatch(s -> s.text().contains(flag.sentence())))
                .toList();
        return new DraftView(
                draft.contentHash(),
                draft.reply().text(),
                draft.reply().kind().name().toLowerCase(Locale.ROOT),
                (int) Math.round(draft.confidence() * 100),
                draft.attempt(),
                draft.editedBy().orElse(""),
                sentences.stream()
                        .map(s -> sentence(s, draft, flags, isJudged, sources))
                        .toList(),
                loose);
    }

    private static SentenceView sentence(
            Sentence sentence,
            Draft draft,
            List<Verdict.Flag> flags,
            boolean isJudged,
            Function<SourceRef, SourceNote> sources) {
        List<Verdict.Flag> mine = flags.stream()
                .filter(flag -> !flag.sentence().isBlank() && sentence.text().contains(flag.sentence()))
                .toList();
        return new SentenceView(
                MarkedText.of(
                        sentence.text(),
                        mine.stream().map(Verdict.Flag::sentence).toList()),
                sentence.citations().stream()
                        .map(c -> citation(c, draft, sources))
                        .toList(),
                sentence.citations().isEmpty() && (!isJudged || !mine.isEmpty()),
                mine.stream().map(Verdict.Flag::why).distinct().toList());
    }

    private static CitationView citation(Citation citation, Draft draft, Function<SourceRef, SourceNote> sources) {
        String title = draft.evidence().passages().stream()
                .filter(passage -> passage.source().equals(citation.source()))
                .map(Passage::heading)
                .map(DraftView::titleOf)
                .findFirst()
                .orElse("");
        return new CitationView(sources.apply(citation.source()), title, citation.quote());
    }

    private static String titleOf(String heading) {
        int end = heading.indexOf(" › ");
        return end < 0 ? heading : heading.substring(0, end);
    }

    /** The stops of the gates on this draft; while it waits in a queue, those it was sent there for. */
    private static List<Verdict.Flag> flags(CaseRecord record, AnswerWork answer) {
        Stream<Verdict.Flag> judged = answer.verdicts().stream().flatMap(verdict -> switch (verdict) {
            case Verdict.Stop stop -> stop.flagged().stream();
            case Verdict.Pass _ -> Stream.<Verdict.Flag>empty();
        });
        Stream<Verdict.Flag> handedOver =
                record.standing() instanceof Standing.WithPeople people ? people.flags().stream() : Stream.empty();
        return Stream.concat(judged, handedOver).distinct().toList();
    }
}
