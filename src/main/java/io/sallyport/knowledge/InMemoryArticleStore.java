package io.sallyport.knowledge;

import io.sallyport.casefile.SourceRef;
import io.sallyport.knowledge.StandingChange.What;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Articles for as long as the process lives: evaluations and replays leave no trace in the database. */
public final class InMemoryArticleStore implements ArticleStore {

    private record Kept(ArticleDraft draft, Instant at, List<Review> reviews, Set<LocalDate> days) {
        Optional<Review> newestReview() {
            return reviews.stream().max(Comparator.comparing(Review::at));
        }
    }

    private static final class Shelf {
        private final List<Kept> revisions = new ArrayList<>();
        private final List<StandingChange> changes = new ArrayList<>();

        Standing standing() {
            return last(What.WITHDRAWN, What.REINSTATED)
                    .<Standing>map(
                            change -> new Standing.Withdrawn(change.by().orElseThrow(), change.why(), change.at()))
                    .or(() ->
                            last(What.HELD, What.RELEASED).map(change -> new Standing.Held(change.why(), change.at())))
                    .orElseGet(this::ownStanding);
        }

        private Standing ownStanding() {
            return current().draft().published() ? new Standing.Published() : new Standing.Unpublished();
        }

        /** The change that began it, unless the other has ended it. */
        Optional<StandingChange> last(What begun, What ended) {
            return changes.reversed().stream()
                    .filter(change -> change.what() == begun || change.what() == ended)
                    .findFirst()
                    .filter(change -> change.what() == begun);
        }

        Kept current() {
            return revisions.getLast();
        }
    }

    private final Map<String, Shelf> shelves = new TreeMap<>();

    @Override
    public synchronized Saved save(ArticleDraft draft, Collection<OfferedReview> offered, Instant at) {
        var shelf = shelves.computeIfAbsent(draft.slug(), _ -> new Shelf());
        var change = change(shelf, draft);
        if (change == Change.UNCHANGED) {
            var old = shelf.revisions.removeLast();
            shelf.revisions.add(new Kept(draft, old.at(), old.reviews(), old.days()));
        } else {
            shelf.revisions.add(new Kept(draft, at, new ArrayList<>(), new TreeSet<>()));
        }
        take(shelf, offered, at);
        return new Saved(change, article(shelf));
    }

    private static Change change(Shelf shelf, ArticleDraft draft) {
        if (shelf.revisions.isEmpty()) {
            return Change.NEW;
        }
        var same = shelf.current().draft().contentHash().equals(draft.contentHash());
        return same ? Change.UNCHANGED : Change.CHANGED;
    }

    private static void take(Shelf shelf, Collection<OfferedReview> offered, Instant now) {
        var earlier = shelf.revisions.subList(0, shelf.revisions.size() - 1);
        var newest = earlier.stream()
                .flatMap(kept -> kept.reviews().stream())
                .map(Review::at)
                .max(Comparator.naturalOrder());
        var lastDay = earlier.stream()
                .flatMap(kept -> kept.days().stream())
                .filter(day -> !day.isAfter(OfferedReview.latestDay(now)))
                .max(Comparator.naturalOrder());
        var current = shelf.current();
        OfferedReview.choose(
                        offered,
                        new OfferedReview.Earlier(newest, lastDay),
                        current.newestReview().map(Review::at))
                .ifPresent(current.reviews()::add);
        offered.forEach(one -> current.days().add(one.day()));
    }

    @Override
    public synchronized Reviewing review(String slug, int revision, Review review) {
        var shelf = shelves.get(slug);
        if (shelf == null) {
            return new Reviewing.NoSuchArticle();
        }
        if (shelf.revisions.size() != revision) {
            return new Reviewing.NotCurrent(shelf.revisions.size());
        }
        shelf.current().reviews().add(review);
        return new Reviewing.Taken();
    }

    @Override
    public synchronized boolean change(String slug, StandingChange change) {
        var shelf = shelves.get(slug);
        if (shelf == null) {
            return false;
        }
        var isNew = switch (change.what()) {
            case WITHDRAWN -> shelf.last(What.WITHDRAWN, What.REINSTATED).isEmpty();
            case REINSTATED -> shelf.last(What.WITHDRAWN, What.REINSTATED).isPresent();
            case HELD -> shelf.last(What.HELD, What.RELEASED).isEmpty();
            case RELEASED -> shelf.last(What.HELD, What.RELEASED).isPresent();
        };
        return isNew && shelf.changes.add(change);
    }

    @Override
    public synchronized List<StandingChange> listChanges(String slug) {
        return Optional.ofNullable(shelves.get(slug))
                .map(shelf -> List.copyOf(shelf.changes))
                .orElse(List.of());
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
            if (!(shelf.standing() instanceof Standing.Withdrawn)) {
                var draft = shelf.current().draft();
                stamps.put(
                        slug, shelf.revisions.size() + " " + draft.contentHash() + draft.productArea() + draft.tags());
            }
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
                shelf.standing(),
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
                shelf.standing() instanceof Standing.Published,
                number == shelf.revisions.size(),
                kept.newestReview(),
                kept.at(),
                draft.markdown(),
                draft.sections());
    }
}
