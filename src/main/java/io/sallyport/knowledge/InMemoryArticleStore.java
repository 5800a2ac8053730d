package io.sallyport.knowledge;

import io.sallyport.casefile.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Articles for as long as the process lives: evaluations and replays leave no trace in the database. */
public final class InMemoryArticleStore implements ArticleStore {

    private record Kept(ArticleDraft draft, Instant at, List<Review> reviews) {
        Optional<Review> newestReview() {
            return reviews.stream().max(Comparator.comparing(Review::at));
        }
    }

    private static final class Shelf {
        private final List<Kept> revisions = new ArrayList<>();
        private boolean takenBack;

        boolean isPublished() {
            return !takenBack && current().draft().published();
        }

        Kept current() {
            return revisions.getLast();
        }
    }

    private final Map<String, Shelf> shelves = new TreeMap<>();

    @Override
    public synchronized Saved save(ArticleDraft draft, Collection<Review> offered, Instant at) {
        var shelf = shelves.computeIfAbsent(draft.slug(), _ -> new Shelf());
        var change = change(shelf, draft);
        if (change == Change.UNCHANGED) {
            var old = shelf.revisions.removeLast();
            shelf.revisions.add(new Kept(draft, old.at(), old.reviews()));
        } else {
            shelf.revisions.add(new Kept(draft, at, new ArrayList<>()));
        }
        take(shelf, offered);
        return new Saved(change, article(shelf));
    }

    private static Change change(Shelf shelf, ArticleDraft draft) {
        if (shelf.revisions.isEmpty()) {
            return Change.NEW;
        }
        var same = shelf.current().draft().contentHash().equals(draft.contentHash());
        return same ? Change.UNCHANGED : Change.CHANGED;
    }

    private static void take(Shelf shelf, Collection<Review> offered) {
        var earlier = shelf.revisions.subList(0, shelf.revisions.size() - 1).stream()
                .flatMap(kept -> kept.reviews().stream())
                .map(Review::at)
                .max(Comparator.naturalOrder());
        var current = shelf.current();
        OfferedReview.choose(offered, earlier, current.newestReview().map(Review::at))
                .ifPresent(current.reviews()::add);
    }

    @Override
    public synchronized boolean review(String slug, Review review) {
        var shelf = shelves.get(slug);
        return shelf != null && shelf.current().reviews().add(review);
    }

    @Override
    public synchronized boolean takeBack(String slug, boolean takenBack) {
        var shelf = shelves.get(slug);
        if (shelf != null) {
            shelf.takenBack = takenBack;
        }
        return shelf != null;
    }

    @Override
    public synchronized Optional<Article> find(String slug) {
        return Optional.ofNullable(shelves.get(slug)).map(InMemoryArticleStore::article);
    }

    @Override
    public synchronized Map<String, Article> findAll(Collection<String> slugs) {
        var found = new TreeMap<String, Article>();
        new TreeSet<>(slugs).forEach(slug -> find(slug).ifPresent(article -> found.put(slug, article)));
        return found;
    }

    @Override
    public synchronized List<Article> list() {
        return shelves.values().stream().map(InMemoryArticleStore::article).toList();
    }

    @Override
    public synchronized Optional<Revision> findRevision(SourceRef ref) {
        return Article.findSlug(ref)
                .map(shelves::get)
                .filter(shelf -> ref.revision() <= shelf.revisions.size())
                .map(shelf -> revision(shelf, ref.revision()));
    }

    @Override
    public synchronized List<Revision> listRevisions(String slug) {
        var shelf = shelves.get(slug);
        if (shelf == null) {
            return List.of();
        }
        var revisions = new ArrayList<Revision>();
        for (var number = shelf.revisions.size(); number > 0; number--) {
            revisions.add(revision(shelf, number));
        }
        return revisions;
    }

    @Override
    public synchronized Map<String, String> stamps() {
        var stamps = new TreeMap<String, String>();
        shelves.forEach((slug, shelf) -> {
            var draft = shelf.current().draft();
            stamps.put(slug, shelf.revisions.size() + " " + draft.contentHash() + draft.productArea() + draft.tags());
        });
        return stamps;
    }

    private static Article article(Shelf shelf) {
        var kept = shelf.current();
        var draft = kept.draft();
        return new Article(
                draft.slug(),
                shelf.revisions.size(),
                draft.title(),
                draft.author(),
                draft.audience(),
                draft.productArea(),
                draft.tags(),
                shelf.isPublished(),
                kept.newestReview(),
                kept.at());
    }

    private static Revision revision(Shelf shelf, int number) {
        var kept = shelf.revisions.get(number - 1);
        var draft = kept.draft();
        return new Revision(
                Article.ref(draft.slug(), number),
                draft.title(),
                draft.author(),
                draft.audience(),
                shelf.isPublished(),
                number == shelf.revisions.size(),
                kept.newestReview(),
                kept.at(),
                draft.markdown(),
                draft.sections());
    }
}
