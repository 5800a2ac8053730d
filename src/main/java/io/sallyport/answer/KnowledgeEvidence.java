package io.sallyport.answer;

import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.Hit;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Scope;
import java.util.List;
import java.util.Optional;

/** The company's articles as evidence. */
public final class KnowledgeEvidence implements EvidenceSource {

    private final KnowledgeBase articles;

    public KnowledgeEvidence(KnowledgeBase articles) {
        this.articles = articles;
    }

    @Override
    public List<Found> search(String question, int limit) {
        return articles.search(question, limit, Scope.EVERYTHING).stream()
                .map(this::found)
                .toList();
    }

    private Found found(Hit hit) {
        Optional<Article> article = Article.findSlug(hit.passage().source()).flatMap(articles::find);
        return new Found(
                hit.passage(),
                hit.cosine(),
                hit.bm25(),
                hit.coverage(),
                article.flatMap(Article::productArea),
                article.map(Article::tags).orElse(List.of()));
    }
}
