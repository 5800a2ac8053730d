package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.evaluation.grounding.CitedText;
import io.sallyport.evaluation.grounding.GroundedText;
import io.sallyport.gate.ArticleSources;
import io.sallyport.gate.SourceText;
import io.sallyport.knowledge.KnowledgeBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Clean replies, and the sources they quote.
 *
 * @param replies each of some sentences of one passage
 */
public record Material(Map<SourceRef, SourceText> shelf, Corpus corpus, List<List<Sentence>> replies) {

    /** Sentences of one reply; what follows them is another reply. */
    private static final int LONGEST = 3;

    public Material {
        shelf = Map.copyOf(shelf);
        replies = replies.stream().map(List::copyOf).toList();
    }

    /** Every citable article of a knowledge base, quoted from end to end. */
    public static Material ofArticles(KnowledgeBase articles) {
        var read = new ArrayList<Corpus.Source>();
        var sources = new ArticleSources(articles::findRevision);
        var shelf = new LinkedHashMap<SourceRef, SourceText>();
        articles.list().stream()
                .filter(article -> articles.whyNotCitable(article).isEmpty())
                .flatMap(article ->
                        articles.listRevisions(article.slug()).stream().limit(1))
                .forEach(revision -> {
                    sources.find(revision.ref()).ifPresent(text -> shelf.put(revision.ref(), text));
                    read.add(new Corpus.Source(
                            revision.ref(),
                            revision.sections().stream()
                                    .map(section -> CleanText.of(revision.ref(), section.text()))
                                    .filter(sentences -> !sentences.isEmpty())
                                    .toList()));
                });
        return of(shelf, read);
    }

    /** Every row's text as one reply that quotes the row's evidence; rows of one id keep each its own. */
    public static Material ofRows(List<GroundedText> rows, Instant today) {
        var read = new ArrayList<Corpus.Source>();
        var shelf = new LinkedHashMap<SourceRef, SourceText>();
        var replies = new ArrayList<List<Sentence>>();
        var ids = new HashSet<String>();
        rows.stream().filter(GroundedText::supported).forEach(row -> {
            var own = Stream.iterate(1, time -> time + 1)
                    .map(time -> time == 1 ? row : row.named(row.id() + "-" + time))
                    .filter(named -> ids.add(named.id()))
                    .findFirst()
                    .orElseThrow();
            var cited = CitedText.of(own, today);
            shelf.putAll(cited.shelf());
            cited.shelf()
                    .forEach((ref, text) -> read.add(new Corpus.Source(ref, List.of(CleanText.of(ref, text.text())))));
            if (cited.sentences().stream().noneMatch(one -> one.citations().isEmpty())) {
                replies.add(cited.sentences());
            }
        });
        return new Material(shelf, new Corpus(read), replies);
    }

    private static Material of(Map<SourceRef, SourceText> shelf, List<Corpus.Source> sources) {
        var replies = new ArrayList<List<Sentence>>();
        for (Corpus.Source source : sources) {
            for (var passage : source.passages()) {
                for (int from = 0; from < passage.size(); from += LONGEST) {
                    replies.add(passage.subList(from, Math.min(from + LONGEST, passage.size())));
                }
            }
        }
        return new Material(shelf, new Corpus(sources), replies);
    }
}
