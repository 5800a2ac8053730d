package io.sallyport.console;

import io.sallyport.casefile.SourceRef;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Revision;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a person wants to know of a source before trusting a quotation from it.
 *
 * @param slug of the article, to read it whole; empty when the source is none
 * @param review who reviewed that very revision and how long ago, in words
 * @param isCurrent whether no newer revision exists
 */
public record SourceNote(String source, String slug, String review, boolean isCurrent) {

    /** Looks each source up once. */
    static Function<SourceRef, SourceNote> reader(KnowledgeBase knowledge, Instant now) {
        Map<SourceRef, SourceNote> known = new HashMap<>();
        return source -> known.computeIfAbsent(source, one -> of(one, knowledge, now));
    }

    private static SourceNote of(SourceRef source, KnowledgeBase knowledge, Instant now) {
        return knowledge
                .findRevision(source)
                .map(revision -> new SourceNote(
                        source.toString(),
                        Article.findSlug(source).orElse(""),
                        review(revision, now),
                        revision.current()))
                .orElseGet(() -> new SourceNote(source.toString(), "", "", true));
    }

    private static String review(Revision revision, Instant now) {
        return revision.review()
                .map(review -> "reviewed " + Moment.of(review.at(), now).day() + " by " + review.by())
                .orElse("never reviewed");
    }
}
