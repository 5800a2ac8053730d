package io.sallyport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewDatesTest {

    @TempDir
    Path folder;

    private ReviewDates read(String text, String path, String date) throws IOException {
        return ReviewDates.read(Files.writeString(folder.resolve("dates.tsv"), text), path, date, "Mara Lindqvist");
    }

    @Test
    void takesTheNewestDateOfAPathByColumnNumberOrName() throws IOException {
        var rows =
                "2026-01-05\tabc\tM\tdocs/a.md\n2026-07-24T10:00:00Z\tdef\tM\tdocs/a.md\n2026-03-01\tx\tA\tdocs/a.md\n";
        var newest = LocalDate.of(2026, 7, 24);
        assertThat(read(rows, "4", "1").byPath()).containsExactly(Map.entry("docs/a.md", newest));
        assertThat(read("when\tcommit\tkind\tpath\n" + rows, "path", "when").byPath())
                .containsExactly(Map.entry("docs/a.md", newest));
    }

    @Test
    void namesLinesItCannotRead() throws IOException {
        assertThat(read("2026-01-05\ta.md\nsoon\tb.md\n2026-01-05\n", "2", "1").unread())
                .containsExactly("line 2: no date and path in it", "line 3: no date and path in it");
        assertThatThrownBy(() -> read("2026-01-05\ta.md\n", "path", "1")).hasMessageContaining("no column 'path'");
        assertThatThrownBy(() -> read("2026-01-05\ta.md\n", "5", "1")).hasMessageContaining("no column '5'");
    }

    @Test
    void takesOffTheLeadingFolderThatFitsMostFiles() throws IOException {
        var dates = read("""
                2026-01-01\tdocs/intro.md
                2026-02-01\tdocs/proxy/intro.md
                2026-03-01\tdocs/billing.md
                2026-04-01\told/docs/billing.md
                """, "2", "1");
        assertThat(dates.alignedTo(List.of("intro.md", "proxy/intro.md", "billing.md", "new.md")))
                .containsOnly(
                        Map.entry("intro.md", LocalDate.of(2026, 1, 1)),
                        Map.entry("proxy/intro.md", LocalDate.of(2026, 2, 1)),
                        Map.entry("billing.md", LocalDate.of(2026, 3, 1)));
    }

    @Test
    void reviewsAnImportByThem() throws IOException {
        var kb = Files.createDirectories(folder.resolve("kb"));
        Files.writeString(kb.resolve("a.md"), "Elephants are grey.");
        Files.writeString(kb.resolve("b.md"), "Giraffes are tall.");
        var dates = read("2026-11-01\tdocs/a.md\n", "2", "1");
        var articles = KnowledgeBase.inMemory(Engine.EMBEDDER, new SettableClock(Articles.NOON));
        articles.importDirectory(kb, new ImportOptions(Optional.of(dates), Optional.empty()), Progress.SILENT);
        assertThat(articles.find("a").orElseThrow().review()).contains(Articles.on("2026-11-01", Review.How.FILE));
        assertThat(articles.find("b").orElseThrow().review()).isEmpty();
    }

    @Test
    void needsAPerson() throws IOException {
        var file = Files.writeString(folder.resolve("dates.tsv"), "2026-01-05\ta.md\n");
        assertThatThrownBy(() -> ReviewDates.read(file, "2", "1", "import bot")).hasMessageContaining("person's name");
    }
}
