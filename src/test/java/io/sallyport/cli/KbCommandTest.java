package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class KbCommandTest {

    private final String today = LocalDate.now(ZoneOffset.UTC).toString();

    @TempDir
    private Path folder = Path.of("");

    private Path articles = Path.of("");
    private CommandRuns commands;

    @BeforeEach
    void open() throws IOException {
        commands = new CommandRuns(folder.resolve("var"));
        articles = Files.createDirectories(folder.resolve("articles"));
        write("kettle.md", "# Descaling the kettle\n\nFill it with vinegar and water, boil, and rinse it twice.\n");
        write("lid.md", "# A lid that sticks\n\nWarm the lid under running water before you turn it.\n");
    }

    @AfterEach
    void close() {
        commands.close();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(articles.resolve(name), text);
    }

    @Test
    void importsListsShowsSearchesAndReviews() {
        assertThat(commands.run("kb", "import", articles.toString()).out())
                .contains("2 articles: 2 new, 0 changed, 0 unchanged; 0 files skipped; 0 may be quoted, 2 may not");
        assertThat(commands.run("kb", "list").out()).contains("kettle").contains("never reviewed by a person");
        assertThat(commands.run("kb", "search", "how do I descale my kettle?").out())
                .contains("article:kettle#")
                .contains("NOT QUOTABLE: never reviewed by a person");
        Ran reviewed = commands.run("kb", "review", "kettle", "--revision", "1", "--by", "Ada Field");
        assertThat(reviewed.status()).isZero();
        assertThat(reviewed.out()).contains("quotable, reviewed " + today + " by Ada Field");
        assertThat(commands.run("kb", "list", "--stale").out())
                .contains("lid")
                .doesNotContain("kettle")
                .contains("2 articles, 1 may be quoted, 1 may not");
        assertThat(commands.run("kb", "show", "kettle").out())
                .contains("Descaling the kettle", "revision 1", "by Ada Field", "rinse it twice");
    }

    @Test
    void anEditedArticleNeedsANewReviewAndKeepsItsOldRevision() throws IOException {
        String[] vouched = {"kb", "import", articles.toString(), "--assume-reviewed", today, "--by", "Ada Field"};
        assertThat(commands.run(vouched).out()).contains("2 may be quoted, 0 may not");
        write("lid.md", "# A lid that sticks\n\nHold the lid under cold water before you turn it.\n");
        assertThat(commands.run("kb", "import", articles.toString()).out())
                .contains("0 new, 1 changed, 1 unchanged")
                .contains("1 may be quoted, 1 may not");
        assertThat(commands.run("kb", "show", "lid", "--revision", "1").out())
                .contains("Warm the lid", "NOT QUOTABLE: since replaced");
        Ran absent = commands.run("kb", "show", "lid", "--revision", "7");
        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.errorLines()).containsExactly("sallyport: 'lid' has no revision 7; the newest is 2");
    }

    @Test
    void aControlCharacterInOneTitleDoesNotKeepTheOthersOut() throws IOException {
        write("hub.md", "---\ntitle: The hub\u0092s light\n---\nIt blinks.\n");
        Ran ran = commands.run("kb", "import", articles.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("2 articles: 2 new, 0 changed, 0 unchanged; 1 files skipped");
        assertThat(ran.errorLines())
                .singleElement()
                .asString()
                .contains("hub.md:2:", "U+0092", "; no article came of it");
    }

    @Test
    void aFileThatIsRefusedFailsTheImportAndItsArticleIsNotQuoted() throws IOException {
        String[] vouched = {"kb", "import", articles.toString(), "--assume-reviewed", today, "--by", "Ada Field"};
        assertThat(commands.run(vouched).status()).isZero();
        write("lid.md", "---\naudience: intern\nreviewed: soon\n---\nWarm the lid.\n");
        Ran ran = commands.run("kb", "import", articles.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errorLines())
                .singleElement()
                .asString()
                .contains("lid.md:2: ", "; line 3: ")
                .endsWith("; revision 1 of 'lid' stays but is not quoted until an import takes this file in");
        assertThat(commands.run("kb", "list", "--stale").out()).contains("lid", "NOT QUOTABLE: held since " + today);
        assertThat(commands.run("kb", "show", "lid").out()).contains("held " + today + " by an import: lid.md:2: ");
    }

    @Test
    void aPersonWithdrawsWhatTheFolderNoLongerHasAndPutsItBack() throws IOException {
        String[] vouched = {"kb", "import", articles.toString(), "--assume-reviewed", today, "--by", "Ada Field"};
        commands.run(vouched);
        Files.delete(articles.resolve("lid.md"));
        assertThat(commands.run("kb", "import", articles.toString()).out())
                .contains("1 articles of earlier imports are not in", "and stay as they are: lid;")
                .contains("./sallyport kb withdraw SLUG");
        Ran withdrawn = commands.run("kb", "withdraw", "lid", "--by", "Ada Field", "--why", "no lids any more");
        assertThat(withdrawn.status()).isZero();
        assertThat(withdrawn.out()).contains("NOT QUOTABLE: withdrawn on " + today + " by Ada Field");
        assertThat(commands.run("kb", "search", "my lid sticks").out()).doesNotContain("article:lid");
        assertThat(commands.run("kb", "import", articles.toString()).out()).doesNotContain("earlier imports");
        Ran again = commands.run("kb", "withdraw", "lid", "--by", "Ada Field", "--why", "no lids");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.errorLines()).singleElement().asString().contains("'lid' is withdrawn already");
        Ran back = commands.run("kb", "reinstate", "lid", "--by", "Pedro Salgado", "--why", "lids again");
        assertThat(back.out()).contains("lid", "quotable, reviewed " + today);
        assertThat(commands.run("kb", "show", "lid").out())
                .contains("withdrawn " + today + " by Ada Field: no lids any more")
                .contains("reinstated " + today + " by Pedro Salgado: lids again");
        assertThat(commands.run("kb", "reinstate", "lid", "--by", "Ada Field", "--why", "again")
                        .errorLines())
                .containsExactly("sallyport: 'lid' is not withdrawn");
    }

    @Test
    void reviewsTheRevisionThatWasReadAndNoNewerOne() throws IOException {
        commands.run("kb", "import", articles.toString());
        write("lid.md", "# A lid that sticks\n\nHold the lid under cold water.\n");
        commands.run("kb", "import", articles.toString());
        Ran ran = commands.run("kb", "review", "lid", "--revision", "1", "--by", "Ada Field");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errorLines())
                .singleElement()
                .asString()
                .contains("'lid' is at revision 2, not 1, so nothing was reviewed");
        assertThat(commands.run("kb", "list").out()).contains("2 articles, 0 may be quoted, 2 may not");
    }

    @Test
    void readsReviewDatesFromColumnsNamedByNumber() throws IOException {
        Path dates = Files.writeString(
                folder.resolve("dates.tsv"), today + "\tx\thelp/lid.md\n2001-01-01\tx\thelp/kettle.md\n");
        Ran ran = commands.run(
                "kb",
                "import",
                articles.toString(),
                "--review-dates",
                dates.toString(),
                "--path-column",
                "3",
                "--date-column",
                "1",
                "--by",
                "Ada Field");
        assertThat(ran.out()).contains("1 may be quoted, 1 may not");
        assertThat(commands.run("kb", "list").out()).contains("reviewed 2001-01-01, more than 90 days ago");
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheCommandLine() {
        assertThat(CommandRuns.captured("kb", "import", "/nowhere/at/all").errorLines())
                .singleElement()
                .asString()
                .contains("/nowhere/at/all is no folder");
        assertThat(CommandRuns.captured("kb", "import", articles.toString(), "--assume-reviewed", today)
                        .errorLines())
                .singleElement()
                .asString()
                .contains("--by NAME");
        assertThat(CommandRuns.captured("kb", "review", "kettle", "--revision", "1", "--by", "importer")
                        .status())
                .isEqualTo(2);
        assertThat(CommandRuns.captured("kb", "review", "kettle", "--by", "Ada Field")
                        .errorLines())
                .singleElement()
                .asString()
                .contains("Missing required option: '--revision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdraw", "reinstate"})
    void takesAnArticleBackOrPutsItBackForAPersonWithAReasonAlone(String change) {
        assertThat(CommandRuns.captured("kb", change, "kettle", "--by", "importer", "--why", "old")
                        .errorLines())
                .singleElement()
                .asString()
                .startsWith("sallyport kb " + change + ": --by needs a person's name, not 'importer'");
        assertThat(CommandRuns.captured("kb", change, "kettle", "--by", "Ada Field", "--why", " ")
                        .errorLines())
                .singleElement()
                .asString()
                .startsWith("sallyport kb " + change + ": --why needs a reason");
        assertThat(CommandRuns.captured("kb", change, "kettle", "--by", "Ada Field")
                        .errorLines())
                .singleElement()
                .asString()
                .contains("Missing required option: '--why");
        Ran ran = commands.run("kb", change, "cup", "--by", "Ada Field", "--why", "old");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errorLines())
                .containsExactly("sallyport: there is no article 'cup'; './sallyport kb list' names them all");
    }
}
