package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Passage;
import io.sallyport.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a later import of a folder may make of an article that was quotable. */
class ImportedAgainTest {

    private static final String HEAD = "---\nreviewed: %s\nreviewed_by: Mara Lindqvist\n---\n";
    private static final String REVIEWED = HEAD.formatted("2026-11-01");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(NOON);
    private final KnowledgeBase articles = KnowledgeBase.inMemory(Engine.EMBEDDER, clock);

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private ImportReport load() throws IOException {
        return articles.importDirectory(folder, ImportOptions.NONE, Progress.SILENT);
    }

    private Passage best(String question) {
        return articles.search(question, 1, Scope.EVERYTHING).getFirst().passage();
    }

    @Test
    void anArticleWhoseFileIsRefusedIsNotQuotedUntilAnImportTakesItIn() throws IOException {
        var file = REVIEWED + "A refund takes five business days.";
        write("refunds.md", file);
        load();
        write("refunds.md", file.replace("reviewed:", "audience: intern\nreviewed:"));
        assertThat(load().held())
                .extracting(held -> held.file() + " " + held.article().ref())
                .containsExactly("refunds.md article:refunds@1");
        assertThat(best("refund").notCitable())
                .contains("held since 2026-11-20, as an import could not take in its file");
        load();
        assertThat(articles.listChanges("refunds"))
                .singleElement()
                .satisfies(change -> assertThat(change.why()).startsWith("refunds.md:2: "));
        write("refunds.md", file);
        assertThat(load().taken())
                .singleElement()
                .satisfies(one -> assertThat(one.article().isPublished()).isTrue());
        assertThat(best("refund").isCitable()).isTrue();
    }

    @Test
    void anArticleOfTwoFilesWaitsUntilOneIsGone() throws IOException {
        write("refunds.md", REVIEWED + "A refund takes five business days.");
        load();
        write("refunds.markdown", REVIEWED + "A refund takes five business days.");
        write("refunds.md", "---\naudience: internal\n---\nRefunds take a month.");
        for (var round = 0; round < 2; round++) {
            assertThat(load().held()).extracting(ImportReport.Held::file).containsExactly("refunds.md");
            assertThat(best("refund").isCitable()).isFalse();
        }
        assertThat(articles.listChanges("refunds")).hasSize(1);
        Files.delete(folder.resolve("refunds.md"));
        load();
        assertThat(best("refund").isCitable()).isTrue();
    }

    @Test
    void aReviewDateWrittenInTheFarEastDoesNotReviewTheNextEdit() throws IOException {
        clock.set(Instant.parse("2026-06-30T22:00:00Z"));
        var head = HEAD.formatted("2026-07-01");
        write("a.md", head + "Elephants cost three dollars.");
        load();
        assertThat(best("elephants").isCitable()).isTrue();
        clock.set(Instant.parse("2026-07-01T01:00:00Z"));
        write("a.md", head + "Elephants cost two dollars.");
        load();
        assertThat(best("elephants").notCitable()).contains("never reviewed by a person");
    }

    @Test
    void aDayThatWasStillToComeDoesNotReviewAnEditOnceItComes() throws IOException {
        var head = HEAD.formatted("2026-11-23");
        write("a.md", head + "Elephants cost three dollars.");
        load();
        clock.set(Instant.parse("2026-11-23T09:00:00Z"));
        write("a.md", head + "Elephants cost two dollars.");
        load();
        assertThat(best("elephants").notCitable()).contains("never reviewed by a person");
    }
}
