package io.sallyport.answer;

import io.sallyport.casefile.Passage;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Specialist;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.Hit;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Revision;
import io.sallyport.knowledge.Scope;
import java.util.List;
import java.util.Optional;

/** The articles that one specialist sees: of its own scope, for customers' eyes, and such as may be quoted now. */
final class Shelf {

    private static final int CANDIDATES = 24;
    private static final int KEPT = 6;

    private final KnowledgeBase articles;
    private final Specialist specialist;

    Shelf(KnowledgeBase articles, Specialist specialist) {
        this.articles = articles;
        this.specialist = specialist;
    }

    List<Passage> search(String query) {
        return articles.search(query, CANDIDATES, Scope.PUBLIC).stream()
                .filter(hit -> hit.passage().isCitable() && isMine(hit.article()))
                .map(Hit::passage)
                .limit(KEPT)
                .toList();
    }

    /** @param slug with or without {@code article:} before it and a revision after it */
    Optional<Revision> read(String slug) {
        var bare = slug.strip().replaceFirst("^article:", "").replaceFirst("@\\d+$", "");
        return articles.find(bare).filter(this::isOnIt).flatMap(article -> articles.findRevision(article.ref()));
    }

    /** Whether this very revision is one that the specialist may quote at this moment. */
    boolean holds(SourceRef source) {
        return Article.findSlug(source)
                .flatMap(articles::find)
                .filter(article -> article.ref().equals(source))
                .filter(this::isOnIt)
                .isPresent();
    }

    Optional<Revision> findRevision(SourceRef source) {
        return holds(source) ? articles.findRevision(source) : Optional.empty();
    }

    private boolean isOnIt(Article article) {
        return article.audience() == Audience.PUBLIC
                && isMine(article)
                && articles.whyNotCitable(article).isEmpty();
    }

    private boolean isMine(Article article) {
        return Scopes.covers(specialist, article.productArea(), article.tags())
                || Scopes.isNobodys(article.productArea(), article.tags());
    }
}
