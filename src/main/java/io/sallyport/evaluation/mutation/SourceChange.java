package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.gate.SourceText;
import io.sallyport.gate.SourceText.ReviewByPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A true sentence whose proof does not count.
 *
 * @param source what becomes of the source it cites
 * @param citations what becomes of its citations
 */
record SourceChange(String label, UnaryOperator<SourceText> source, UnaryOperator<List<Citation>> citations) {

    private static final Duration TOO_OLD = Duration.ofDays(91);

    /** @param today when the replies are judged */
    static List<SourceChange> all(Instant today) {
        return List.of(
                ofCitation("made_up_citation", SourceChange::toNoSource),
                ofCitation("made_up_quote", SourceChange::withOtherQuote),
                ofCitation("no_citation", _ -> List.of()),
                ofCitation("other_revision", SourceChange::toNextRevision),
                ofSource("stale_source", old -> reviewed(old, Optional.of(today.minus(TOO_OLD)))),
                ofSource("unreviewed_source", old -> reviewed(old, Optional.empty())),
                ofSource("replaced_source", old -> standing(old, true, false, true)),
                ofSource("unpublished_source", old -> standing(old, false, true, true)),
                ofSource("internal_source", old -> standing(old, true, true, false)));
    }

    Sentence cited(Sentence sentence) {
        return new Sentence(sentence.text(), sentence.layout(), citations.apply(sentence.citations()));
    }

    private static SourceChange ofSource(String label, UnaryOperator<SourceText> source) {
        return new SourceChange(label, source, UnaryOperator.identity());
    }

    private static SourceChange ofCitation(String label, UnaryOperator<List<Citation>> citations) {
        return new SourceChange(label, UnaryOperator.identity(), citations);
    }

    private static List<Citation> toNoSource(List<Citation> old) {
        return old.stream()
                .map(citation ->
                        new Citation(new SourceRef(citation.source().id() + "-explained", 1), citation.quote()))
                .toList();
    }

    private static List<Citation> withOtherQuote(List<Citation> old) {
        return old.stream()
                .map(citation -> new Citation(citation.source(), "As a matter of fact, " + citation.quote()))
                .toList();
    }

    private static List<Citation> toNextRevision(List<Citation> old) {
        return old.stream()
                .map(citation -> new Citation(
                        new SourceRef(citation.source().id(), citation.source().revision() + 1), citation.quote()))
                .toList();
    }

    private static SourceText reviewed(SourceText old, Optional<Instant> at) {
        return new SourceText(
                old.ref(),
                old.text(),
                old.isPublished(),
                old.isCurrent(),
                old.isPublic(),
                at.map(day -> new ReviewByPerson(day, "Somebody")));
    }

    private static SourceText standing(SourceText old, boolean isPublished, boolean isCurrent, boolean isPublic) {
        return new SourceText(old.ref(), old.text(), isPublished, isCurrent, isPublic, old.review());
    }
}
