package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static io.sallyport.knowledge.Articles.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

    @TempDir
    Path folder;

    private final ArticleStore store = new InMemoryArticleStore();
    private final List<Integer> indexed = new ArrayList<>();

    @BeforeEach
    void save() {
        store.save(draft("elephants", "Elephants are grey."), List.of(), NOON);
        store.save(draft("giraffes", "Giraffes are tall."), List.of(), NOON);
    }

    private KnowledgeBase open() {
        var index = IndexFolder.open(folder, "db", Engine.EMBEDDER, PassageVectors.NONE);
        var articles = new KnowledgeBase(store, index, Engine.EMBEDDER, Freshness.DEFAULT, new SettableClock(NOON));
        indexed.clear();
        articles.refresh((_, done, _) -> indexed.add(done));
        return articles;
    }

    private static void assertFindsBoth(KnowledgeBase articles) {
        assertThat(articles.search("animals", 10, Scope.EVERYTHING)).hasSize(2);
    }

    private void deleteFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void isKeptOverARestart() {
        open().close();
        assertThat(indexed).hasSize(2);
        try (var again = open()) {
            assertThat(indexed).isEmpty();
            assertFindsBoth(again);
        }
    }

    /** Articles for colleagues alone lie in it in plain words. */
    @Test
    void nobodyElseOnThisMachineMayLookIntoIt() throws IOException {
        Path made = folder.resolve("var").resolve("index");
        IndexFolder.open(made, "db", Engine.EMBEDDER, PassageVectors.NONE).close();
        assertThat(Files.getPosixFilePermissions(made)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(made.getParent()))
                .as("a server under another name passes through")
                .contains(PosixFilePermission.OTHERS_EXECUTE);
    }

    @Test
    void isMadeAgainAfterDeletion() throws IOException {
        open().close();
        deleteFiles();
        try (var again = open()) {
            assertThat(indexed).hasSize(2);
            assertFindsBoth(again);
        }
    }

    @Test
    void isMadeAgainWhenItsFilesAreDamaged() throws IOException {
        open().close();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        try (var again = open()) {
            assertThat(indexed).hasSize(2);
            assertFindsBoth(again);
        }
    }

    @Test
    void catchesUpWithWhatChangedWhileItWasClosed() {
        open().close();
        store.save(draft("giraffes", "Giraffes eat leaves."), List.of(), NOON);
        store.save(draft("zebras", "Zebras have stripes."), List.of(), NOON);
        try (var again = open()) {
            assertThat(indexed).hasSize(2);
            assertThat(again.search("animals", 10, Scope.EVERYTHING))
                    .extracting(hit -> hit.passage().text())
                    .containsExactlyInAnyOrder("Elephants are grey.", "Giraffes eat leaves.", "Zebras have stripes.");
        }
    }

    @Test
    void forgetsWhatTheDatabaseNoLongerHas() {
        open().close();
        var other = new InMemoryArticleStore();
        other.save(draft("zebras", "Zebras have stripes."), List.of(), NOON);
        var index = IndexFolder.open(folder, "db", Engine.EMBEDDER, PassageVectors.NONE);
        try (var again = new KnowledgeBase(other, index, Engine.EMBEDDER, Freshness.DEFAULT, new SettableClock(NOON))) {
            again.refresh(Progress.SILENT);
            assertThat(again.search("animals", 10, Scope.EVERYTHING)).hasSize(1);
        }
    }

    @Test
    void whileAnotherHoldsItAnIndexInMemoryServes() {
        try (var server = open();
                var command = open()) {
            assertFindsBoth(server);
            assertFindsBoth(command);
        }
    }
}
