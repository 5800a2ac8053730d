package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static io.sallyport.knowledge.Articles.draft;
import static io.sallyport.knowledge.Articles.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PostgresArticleStoreTest extends ArticleStoreContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresArticleStore store = new PostgresArticleStore(database.dataSource());

    @Override
    ArticleStore store() {
        return store;
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void importsAtTheSameTimeLeaveOneRevisionForEachText() throws Exception {
        var imports = IntStream.range(0, 24)
                .<Callable<Object>>mapToObj(i -> () -> store.save(draft("a", "Text."), List.of(), NOON))
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(imports)) {
                done.get();
            }
        }
        assertThat(store.listRevisions("a")).hasSize(1);
    }

    @Test
    void givesEveryConnectionBack() {
        var vectors = new PostgresPassageVectors(database.dataSource());
        for (var i = 0; i < 20; i++) {
            store.save(draft("a", "Text " + i), List.of(), NOON);
            store.stamps();
            store.list();
            store.findAll(Set.of("a"));
            store.listRevisions("a");
            vectors.findAll(Set.of("k"));
        }
        var pool = (HikariDataSource) database.dataSource();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void keepsVectorsExactly() {
        var vectors = new PostgresPassageVectors(database.dataSource());
        vectors.saveAll(Map.of("k", new float[] {0.1f, -2.5e-7f}));
        vectors.saveAll(Map.of("k", new float[] {9f, 9f}));
        assertThat(vectors.findAll(Set.of("k", "other"))).containsOnlyKeys("k");
        assertThat(vectors.findAll(Set.of("k")).get("k")).containsExactly(0.1f, -2.5e-7f);
    }

    @Test
    void aReviewWaitsForAnEditUnderWayAndIsRefused() throws Exception {
        store.save(draft("a", "One."), List.of(), NOON);
        try (var threads = Executors.newSingleThreadExecutor();
                var edit = database.dataSource().getConnection();
                var sql = edit.createStatement()) {
            edit.setAutoCommit(false);
            sql.execute("""
                    insert into knowledge_revision
                    select slug, 2, title, author, audience, 'another', imported_at, 'Two.' from knowledge_revision""");
            sql.execute("update knowledge_article set revision = 2");
            var review = threads.submit(() -> store.review("a", 1, Articles.on("2026-11-10", Review.How.PERSON)));
            await().atMost(Duration.ofSeconds(20)).until(() -> review.isDone() || isSomebodyWaiting());
            edit.commit();
            assertThat(review.get()).isEqualTo(new ArticleStore.Reviewing.NotCurrent(2));
        }
    }

    private boolean isSomebodyWaiting() {
        return database.jdbc()
                        .sql("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void daysAndWithdrawalsOfEarlierVersionsGoOnMeaningWhatTheyMeant() {
        store.save(draft("east", "One."), List.of(written("2026-11-15", "2026-11-14T22:00:00Z")), NOON);
        store.save(draft("day", "One."), List.of(written("2026-11-14", "2026-11-14T00:00:00Z")), NOON);
        store.save(draft("gone", "One."), List.of(), NOON);
        goBackToThatVersion();
        database.jdbc()
                .sql("update knowledge_article set taken_back = true where slug = 'gone'")
                .update();
        Flyway.configure()
                .dataSource(database.dataSource())
                .outOfOrder(true)
                .load()
                .migrate();
        var later = List.of(written("2026-11-15", "2026-11-15T00:00:00Z"));
        assertThat(store.save(draft("east", "Two."), later, NOON).article().review())
                .isEmpty();
        assertThat(store.save(draft("day", "Two."), later, NOON).article().review())
                .isPresent();
        assertThat(store.find("gone").orElseThrow().standing()).isInstanceOf(Standing.Withdrawn.class);
    }

    private void goBackToThatVersion() {
        for (var sql : List.of(
                "drop table knowledge_written_day",
                "drop table knowledge_standing",
                "alter table knowledge_article drop column held",
                "delete from flyway_schema_history where version = '370'")) {
            database.jdbc().sql(sql).update();
        }
    }
}
