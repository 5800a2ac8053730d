package io.sallyport.answer;

import io.sallyport.knowledge.Hit;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Scope;
import java.util.List;

/** The company's articles as evidence. */
public final class KnowledgeEvidence implements EvidenceSource {

    private final KnowledgeBase articles;

    public KnowledgeEvidence(KnowledgeBase articles) {
        this.articles = articles;
    }

    @Override
    public List<Found> search(String question, int limit) {
        return articles.search(question, limit, Scope.EVERYTHING).stream()
                .map(KnowledgeEvidence::found)
                .toList();
    }

    private static Found found(Hit hit) {
        return new Found(
                hit.passage(),
                hit.cosine(),
                hit.bm25(),
                hit.coverage(),
                hit.article().productArea(),
                hit.article().tags());
    }
}
