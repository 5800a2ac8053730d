package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static io.sallyport.knowledge.Articles.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
}
