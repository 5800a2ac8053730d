package io.sallyport.knowledge;

import io.sallyport.casefile.SourceRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Articles in PostgreSQL; every change is told to all nodes on {@link #CHANNEL}. */
public final class PostgresArticleStore implements ArticleStore {

    static final String CHANNEL = "sallyport_knowledge";

    private static final String ARTICLE = """
            select a.slug, a.revision, a.product_area, a.tags, a.published, a.taken_back, a.held,
                   r.title, r.author, r.audience, r.imported_at, v.reviewed_at, v.reviewed_by, v.how,
                   s.said_by, s.why, s.at as said_at
              from knowledge_article a
              join knowledge_revision r using (slug, revision)
              left join lateral (select * from knowledge_review w
                                  where w.slug = a.slug and w.revision = a.revision
                                  order by reviewed_at desc limit 1) v on true
              left join lateral (select * from knowledge_standing n
                                  where (a.taken_back or a.held) and n.slug = a.slug
                                    and n.what = case when a.taken_back then 'WITHDRAWN' else 'HELD' end
                                  order by n.id desc limit 1) s on true
            """;

    private static final String REVISION = """
            select r.*, a.published and not a.taken_back and not a.held as published,
                   a.revision = r.revision as current, v.reviewed_at, v.reviewed_by, v.how
              from knowledge_revision r
              join knowledge_article a on a.slug = r.slug
              left join lateral (select * from knowledge_review w
                                  where w.slug = r.slug and w.revision = r.revision
                                  order by reviewed_at desc limit 1) v on true
             where r.slug = :slug
            """;

    private final JdbcClient jdbc;
    private final ReviewRows reviews;
    private final StandingRows standings;
    private final TransactionTemplate transaction;

    public PostgresArticleStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.reviews = new ReviewRows(jdbc);
        this.standings = new StandingRows(jdbc);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Differs for every database. */
    UUID databaseId() {
        return jdbc.sql("select id from knowledge_base").query(UUID.class).single();
    }

    @Override
    public Saved save(ArticleDraft draft, Collection<OfferedReview> offered, Instant at) {
        return Objects.requireNonNull(transaction.execute(_ -> saveLocked(draft, offered, at)));
    }

    private Saved saveLocked(ArticleDraft draft, Collection<OfferedReview> offered, Instant at) {
        var before = lockArticle(draft);
        var same = before > 0 && draft.contentHash().equals(contentHash(draft.slug(), before));
        var revision = same ? before : before + 1;
        if (!same) {
            new RevisionRows(jdbc).insert(draft, revision, at);
        }
        if (updateLabels(draft, revision)) {
            tellNodes(draft.slug());
        }
        reviews.take(draft.slug(), revision, offered, at);
        var change = before == 0 ? Change.NEW : same ? Change.UNCHANGED : Change.CHANGED;
        return new Saved(change, find(draft.slug()).orElseThrow());
    }

    /** The current revision, 0 for an article that was not there; holds the article until the transaction ends. */
    private int lockArticle(ArticleDraft draft) {
        jdbc.sql("""
                        insert into knowledge_article (slug, revision, tags, published) values (:slug, 0, '{}', false)
                        on conflict do nothing""").param("slug", draft.slug()).update();
        return lock(draft.slug()).orElseThrow();
    }

    private String contentHash(String slug, int revision) {
        return jdbc.sql("select content_hash from knowledge_revision where slug = :slug and revision = :revision")
                .param("slug", slug)
                .param("revision", revision)
                .query(String.class)
                .single();
    }

    private boolean updateLabels(ArticleDraft draft, int revision) {
        return jdbc.sql("""
                        update knowledge_article set revision = :revision, product_area = :area, tags = :tags,
                               published = :published
                         where slug = :slug
                           and (revision, product_area, tags, published)
                               is distinct from (:revision, cast(:area as text), cast(:tags as text[]), :published)""")
                        .param("slug", draft.slug())
                        .param("revision", revision)
                        .param("area", draft.productArea().orElse(null))
                        .param("tags", draft.tags().toArray(String[]::new))
                        .param("published", draft.published())
                        .update()
                > 0;
    }

    private void tellNodes(String slug) {
        jdbc.sql("select pg_notify(:channel, :slug)")
                .param("channel", CHANNEL)
                .param("slug", slug.length() > 1_000 ? "" : slug)
                .query((_, _) -> 0)
                .single();
    }

    @Override
    public Reviewing review(String slug, int revision, Review review) {
        return Objects.requireNonNull(transaction.execute(_ -> reviewLocked(slug, revision, review)));
    }

    private Reviewing reviewLocked(String slug, int revision, Review review) {
        var current = lock(slug);
        if (current.isEmpty()) {
            return new Reviewing.NoSuchArticle();
        }
        if (current.get() != revision) {
            return new Reviewing.NotCurrent(current.get());
        }
        reviews.insert(slug, revision, review);
        return new Reviewing.Taken();
    }

    /** The current revision; holds the article until the transaction ends. */
    private Optional<Integer> lock(String slug) {
        return jdbc.sql("select revision from knowledge_article where slug = :slug for update")
                .param("slug", slug)
                .query(Integer.class)
                .optional();
    }

    @Override
    public boolean change(String slug, StandingChange change) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var isNew = lock(slug).isPresent() && standings.change(slug, change);
            if (isNew) {
                tellNodes(slug);
            }
            return isNew;
        }));
    }

    @Override
    public List<StandingChange> listChanges(String slug) {
        return standings.list(slug);
    }

    @Override
    public Optional<Article> find(String slug) {
        return jdbc.sql(ARTICLE + " where a.slug = :slug")
                .param("slug", slug)
                .query(KnowledgeRows::article)
                .optional();
    }

    @Override
    public Map<String, Article> findAll(Collection<String> slugs) {
        return jdbc
                .sql(ARTICLE + " where a.slug = any(:slugs)")
                .param("slugs", slugs.toArray(String[]::new))
                .query(KnowledgeRows::article)
                .list()
                .stream()
                .collect(Collectors.toMap(Article::slug, Function.identity()));
    }

    @Override
    public List<Article> list() {
        return jdbc.sql(ARTICLE + " order by a.slug")
                .query(KnowledgeRows::article)
                .list();
    }

    @Override
    public Optional<Revision> findRevision(SourceRef ref) {
        return Article.findSlug(ref).flatMap(slug -> findRevision(slug, ref.revision()));
    }

    private Optional<Revision> findRevision(String slug, int revision) {
        var sections = new RevisionRows(jdbc).sections(slug, revision);
        return jdbc.sql(REVISION + " and r.revision = :revision")
                .param("slug", slug)
                .param("revision", revision)
                .query((row, _) -> KnowledgeRows.revision(row, sections))
                .optional();
    }

    @Override
    public List<Revision> listRevisions(String slug) {
        return jdbc
                .sql("select revision from knowledge_revision where slug = :slug order by revision desc")
                .param("slug", slug)
                .query((row, _) -> row.getInt("revision"))
                .list()
                .stream()
                .flatMap(revision -> findRevision(slug, revision).stream())
                .toList();
    }

    @Override
    public Map<String, String> stamps() {
        return jdbc.sql("""
                        select slug, revision || ' ' || md5(concat_ws(' ', r.content_hash, a.product_area, a.tags::text)) as stamp
                          from knowledge_article a join knowledge_revision r using (slug, revision)
                         where not a.taken_back""").query((row, _) -> Map.entry(row.getString("slug"), row.getString("stamp"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
