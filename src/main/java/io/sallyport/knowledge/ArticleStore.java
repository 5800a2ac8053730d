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

    /** What a person's word on one revision came to. */
    sealed interface Reviewing {
        record Taken() implements Reviewing {}

        /** That revision is not the current one; nothing was noted. */
        record NotCurrent(int current) implements Reviewing {}

        record NoSuchArticle() implements Reviewing {}
    }

    /**
     * Takes a draft in, as a new revision only if its content differs from the current one. Labels and the published flag
     * are updated in any case.
     *
     * @param offered days of reviews that came with it; the newest review that counts is taken
     */
    Saved save(ArticleDraft draft, Collection<OfferedReview> offered, Instant at);

    /** Adds a review to that revision of an article if it is the current one at this moment. */
    Reviewing review(String slug, int revision, Review review);

    /** Journals what becomes of an article and does it; false when there is no such article or it is so already. */
    boolean change(String slug, StandingChange change);

    /** Oldest first. */
    List<StandingChange> listChanges(String slug);

    Optional<Article> find(String slug);

    /** Those of these that exist, by slug. */
    Map<String, Article> findAll(Collection<String> slugs);

    /** By slug. */
    List<Article> list();

    Optional<Revision> findRevision(SourceRef ref);

    /** Newest first. */
    List<Revision> listRevisions(String slug);

    /** For each article that is not withdrawn a text that differs whenever something in its search entries would. */
    Map<String, String> stamps();
}
