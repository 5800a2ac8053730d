package io.sallyport.answer;

import io.sallyport.answer.Move.Quote;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.SourceRef;
import io.sallyport.text.SentenceSplitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes citations of what a model says it quotes: only words that stand, word for word, in that very revision of a source
 * that the model was shown. Anything else becomes no citation, so that its sentence is a claim without proof.
 */
record Citations(Shelf shelf, Set<SourceRef> shown) {

    Citations {
        shown = Set.copyOf(shown);
    }

    List<Citation> of(List<Quote> quotes) {
        return quotes.stream().flatMap(quote -> find(quote).stream()).distinct().toList();
    }

    private Optional<Citation> find(Quote quote) {
        var words = SentenceSplitter.flat(quote.quote());
        return source(quote)
                .filter(shown::contains)
                .filter(_ -> !words.isEmpty())
                .flatMap(source -> shelf.findRevision(source)
                        .filter(revision ->
                                SentenceSplitter.flat(revision.text()).contains(words))
                        .map(_ -> new Citation(source, words)));
    }

    private static Optional<SourceRef> source(Quote quote) {
        var id = quote.source().strip().replaceFirst("@\\d+$", "");
        return id.isEmpty() || quote.revision() < 1
                ? Optional.empty()
                : Optional.of(new SourceRef(id, quote.revision()));
    }
}
