package io.sallyport.knowledge;

import io.sallyport.casefile.Passage;
import io.sallyport.casefile.SourceRef;
import io.sallyport.model.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The company's articles: taking them in, reviewing and finding them. Safe to share between threads. */
public final class KnowledgeBase implements AutoCloseable {

    /** The instruction that bge-small-en-v1.5 was trained to see before a question, and never before a passage. */
    static final String BEFORE_A_QUESTION = "Represent this sentence for searching relevant passages: ";

    private final ArticleStore store;
    private final PassageIndex index;
    private final Embedder embedder;
    private final Freshness freshness;
    private final InstantSource clock;

    KnowledgeBase(ArticleStore store, PassageIndex index, Embedder embedder, Freshness freshness, InstantSource clock) {
        this.store = store;
        this.index = index;
        this.embedder = embedder;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** A scratch knowledge base without database or files, for evaluations and replays. */
    public static KnowledgeBase inMemory(Embedder embedder, InstantSource clock) {
        return inMemory(embedder, PassageVectors.NONE, clock);
    }

    /** The same, with vectors kept from an earlier run. */
    public static KnowledgeBase inMemory(Embedder embedder, PassageVectors vectors, InstantSource clock) {
        var index = IndexFolder.inMemory(embedder, vectors);
        return new KnowledgeBase(new InMemoryArticleStore(), index, embedder, Freshness.DEFAULT, clock);
    }

    /** Takes in a folder of Markdown files and makes them findable. */
    public ImportReport importDirectory(Path folder, ImportOptions options, Progress progress) throws IOException {
        var report = new DirectoryImport(store, new ArticleFiles(folder), options, clock.instant()).run(progress);
        index.refresh(store, progress);
        return report;
    }

    /** The same for folders from which {@link #importDirectory} would read the same. */
    public static String contentHash(Path folder) throws IOException {
        return new ArticleFiles(folder).contentHash();
    }

    /** Takes in one article, such as one that the system drafted. */
    public ArticleStore.Saved save(ArticleDraft draft, List<Review> offered) {
        var saved = store.save(draft, offered.stream().map(OfferedReview::of).toList(), clock.instant());
        index.refresh(store, Progress.SILENT);
        return saved;
    }

    public List<Article> list() {
        return store.list();
    }

    public Optional<Article> find(String slug) {
        return store.find(slug);
    }

    public Optional<Revision> findRevision(SourceRef ref) {
        return store.findRevision(ref);
    }

    /** Newest first. */
    public List<Revision> listRevisions(String slug) {
        return store.listRevisions(slug);
    }

    /** A person says that a revision is right, which counts if it is still the current one. */
    public ArticleStore.Reviewing review(String slug, int revision, String by, Instant at) {
        if (at.isAfter(clock.instant())) {
            throw new IllegalArgumentException("a review cannot lie in the future: " + at);
        }
        return store.review(slug, revision, new Review(at, by, Review.How.PERSON));
    }

    /** A person takes an article back: it is neither found nor quoted. False when it is so already or not there. */
    public boolean withdraw(String slug, String by, String why) {
        return change(slug, StandingChange.withdrawn(by, why, clock.instant()));
    }

    /** A person ends that; its reviews count as before. False when it is not withdrawn or not there. */
    public boolean reinstate(String slug, String by, String why) {
        return change(slug, StandingChange.reinstated(by, why, clock.instant()));
    }

    private boolean change(String slug, StandingChange change) {
        var isNew = store.change(slug, change);
        index.refresh(store, Progress.SILENT);
        return isNew;
    }

    /** Who withdrew an article and when, and what imports could not take in of it; oldest first. */
    public List<StandingChange> listChanges(String slug) {
        return store.listChanges(slug);
    }

    /** Why an article may be read but not quoted to a customer right now; empty when it may be quoted. */
    public Optional<String> whyNotCitable(Article article) {
        return freshness.whyNotCitable(article, clock.instant());
    }

    /** The passages that fit a question best, best first; those that may not be quoted are among them and say why. */
    public List<Hit> search(String question, int k, Scope scope) {
        if (question.isBlank()) {
            return List.of();
        }
        var meaning = embedder.embed(BEFORE_A_QUESTION + question);
        var found = index.search(searcher -> new IndexSearch(searcher, question, meaning, scope).best(k));
        var articles =
                store.findAll(found.stream().map(one -> one.entry().slug()).collect(Collectors.toSet()));
        return found.stream()
                .flatMap(one ->
                        Optional.ofNullable(articles.get(one.entry().slug()))
                                .map(article -> hit(one, article))
                                .stream())
                .toList();
    }

    /** Whether a text calls something by a name that the articles go by, such as one of the company's products. */
    public boolean isOurNameIn(String text) {
        return index.search(searcher -> new NamesInArticles(searcher).areIn(text));
    }

    private Hit hit(IndexSearch.Found found, Article article) {
        var entry = found.entry();
        var why = article.revision() == entry.revision()
                ? whyNotCitable(article)
                : Optional.of("revision " + entry.revision() + ", since replaced");
        var passage = new Passage(entry.id(), entry.source(), entry.heading(), entry.text(), found.score(), why);
        return new Hit(passage, article, found.cosine(), found.bm25(), found.coverage());
    }

    /** Brings this node's index level with the articles. */
    void refresh(Progress progress) {
        index.refresh(store, progress);
    }

    @Override
    public void close() {
        index.close();
    }
}
