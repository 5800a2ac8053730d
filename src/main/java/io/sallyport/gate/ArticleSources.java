package io.sallyport.gate;

import io.sallyport.casefile.SourceRef;
import io.sallyport.gate.SourceText.ReviewByPerson;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.Revision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The company's articles as sources.
 *
 * @param revisions finds one, such as {@code knowledgeBase::findRevision}
 * @param articles lists them as they stand now, such as {@code knowledgeBase::list}
 */
public record ArticleSources(Function<SourceRef, Optional<Revision>> revisions, Supplier<List<Article>> articles)
        implements Sources {

    /** Without a list: nothing is public that is not cited. */
    public ArticleSources(Function<SourceRef, Optional<Revision>> revisions) {
        this(revisions, List::of);
    }

    @Override
    public Optional<SourceText> find(SourceRef ref) {
        return revisions.apply(ref).map(ArticleSources::text);
    }

    @Override
    public Map<SourceRef, String> listPublic() {
        return articles.get().stream()
                .filter(article -> article.isPublished()
                        && article.audience() == Audience.PUBLIC
                        && article.review().isPresent())
                .collect(Collectors.toMap(Article::ref, Article::title));
    }

    private static SourceText text(Revision revision) {
        return new SourceText(
                revision.ref(),
                revision.text(),
                revision.published(),
                revision.current(),
                revision.audience() == Audience.PUBLIC,
                revision.review().map(review -> new ReviewByPerson(review.at(), review.by())));
    }
}
