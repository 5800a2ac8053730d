package io.sallyport.knowledge;

import io.sallyport.casefile.SourceRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps articles, every revision of them, and who reviewed which. Safe to share between threads. */
public interface ArticleStore {

    /** What saving a draft came to. */
    enum Change {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /** @param article as it stands after saving */
    record Saved(Change change, Article article) {}

    /**
     * Takes a draft in, as a new revision only if its content differs from the current one. Labels and the published flag
     * are updated in any case.
     *
     * @param offered reviews that came with it; the newest that counts by {@link OfferedReview} is taken
     */
    Saved save(ArticleDraft draft, Collection<Review> offered, Instant at);

    /** Adds a review to an article's current revision; false when there is no such article. */
    boolean review(String slug, Review review);

    /**
     * Takes an article back, whatever later imports say of it, or ends that; false when there is no such article.
     */
    boolean takeBack(String slug, boolean takenBack);

    Optional<Article> find(String slug);

    /** Those of these that exist, by slug. */
    Map<String, Article> findAll(Collection<String> slugs);

    /** By slug. */
    List<Article> list();

    Optional<Revision> findRevision(SourceRef ref);

    /** Newest first. */
    List<Revision> listRevisions(String slug);

    /** For each article a text that differs whenever something in its search entries would. */
    Map<String, String> stamps();
}
