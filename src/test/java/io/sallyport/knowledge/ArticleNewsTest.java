package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static io.sallyport.knowledge.Articles.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ArticleNewsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final KnowledgeBase writer = node();
    private final KnowledgeBase other = node();
    private final ArticleNews news = new ArticleNews(database.dataSource(), () -> other.refresh(Progress.SILENT));

    private KnowledgeBase node() {
        return new KnowledgeBase(
                new PostgresArticleStore(database.dataSource()),
                IndexFolder.inMemory(Engine.EMBEDDER, new PostgresPassageVectors(database.dataSource())),
                Engine.EMBEDDER,
                Freshness.DEFAULT,
                new SettableClock(NOON));
    }

    @BeforeEach
    void start() throws InterruptedException {
        news.start();
        assertThat(news.awaitListening(Duration.ofSeconds(20))).isTrue();
    }

    @AfterEach
    void close() {
        news.close();
        writer.close();
        other.close();
        database.close();
    }

    private void awaitFound(String text) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(other.search("elephants", 5, Scope.EVERYTHING))
                        .extracting(hit -> hit.passage().text())
                        .contains(text));
    }

    @Test
    void anotherNodesChangeIsFoundHere() {
        writer.save(draft("elephants", "Elephants are grey."), List.of());
        awaitFound("Elephants are grey.");
        writer.save(draft("elephants", "Elephants are large."), List.of());
        awaitFound("Elephants are large.");
    }

    @Test
    void whatAnotherNodeWithdrawsIsNotQuotedHereFromThatMomentAndSoonNotFound() {
        writer.save(draft("elephants", "Elephants are grey."), List.of(Articles.on("2026-11-01", Review.How.PERSON)));
        awaitFound("Elephants are grey.");
        writer.withdraw("elephants", "Ada Field", "they are not");
        assertThat(other.search("elephants", 5, Scope.EVERYTHING))
                .noneMatch(hit -> hit.passage().isCitable());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(other.search("elephants", 5, Scope.EVERYTHING))
                        .isEmpty());
        writer.reinstate("elephants", "Ada Field", "they are");
        awaitFound("Elephants are grey.");
    }

    @Test
    void hearsAgainAfterItsConnectionBreaks() {
        database.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and query like 'listen%'")
                .query((_, _) -> 0)
                .list();
        writer.save(draft("elephants", "Elephants are grey."), List.of());
        awaitFound("Elephants are grey.");
    }

    @Test
    void stopsWithinAMoment() {
        var before = System.nanoTime();
        news.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }
}
