package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class BackupCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private CommandRuns desk;
    private CommandRuns other;
    private String backup = "";

    @BeforeEach
    void open() throws IOException {
        desk = new CommandRuns(folder.resolve("var"));
        other = new CommandRuns(folder.resolve("other"));
        backup = folder.resolve("desk.backup").toString();
        Path rows = Files.writeString(folder.resolve("rows.csv"), """
                from,text
                jo@hill.example,"My lamp, the big one\\no:	broke
                on two lines"
                mia@hill.example,Where is my parcel?
                """);
        desk.run("import", rows.toString());
        desk.run("lane", "answer", "shadow");
        desk.run("api-key", "create", "shop");
        desk.run("audit", "checkpoint");
    }

    @AfterEach
    void close() {
        desk.close();
        other.close();
    }

    @Test
    void whatWasBackedUpComesBackWordForWord() {
        Ran written = desk.run("backup", backup);
        assertThat(written.err()).isEmpty();
        assertThat(written.status()).isZero();
        Ran restored = other.run("restore", backup);
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).contains("the record is intact: 2 entries of 2 cases");
        assertThat(other.run("case", "list").out())
                .isEqualTo(desk.run("case", "list").out());
        String id =
                desk.run("case", "list", "--customer", "jo@hill.example").out().substring(0, 13);
        assertThat(other.run("case", "show", id, "--json").out())
                .isEqualTo(desk.run("case", "show", id, "--json").out())
                .contains("My lamp, the big one\\\\no:\\tbroke\\non two lines");
        assertThat(other.run("lane", "answer").out()).contains("shadow");
        assertThat(other.run("api-key", "create", "second").status()).isZero();
        assertThat(other.run("audit", "verify").out()).contains("1 checkpoints").contains("intact");
    }

    @Test
    void aDatabaseInUseIsLeftAlone() {
        desk.run("backup", backup);
        other.run("api-key", "create", "mine");
        Ran refused = other.run("restore", backup);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errorLines()).singleElement().asString().contains("in use (api_key has 1 rows)");
        assertThat(other.run("case", "list").out()).isEmpty();
    }

    @Test
    void aDamagedFileIsRefusedBeforeAnythingIsWritten() throws IOException {
        desk.run("backup", backup);
        try (var zip = FileSystems.newFileSystem(Path.of(backup))) {
            Files.writeString(zip.getPath("tables", "lane.copy"), "x", StandardOpenOption.APPEND);
        }
        assertThat(other.run("restore", backup).errorLines())
                .singleElement()
                .asString()
                .contains("the checksum of lane is wrong");
        Files.writeString(Path.of(backup), "not a backup");
        assertThat(other.run("restore", backup).errorLines())
                .singleElement()
                .asString()
                .contains("is no backup");
        assertThat(other.run("case", "list").out()).isEmpty();
    }

    @Test
    void aBackupIsNeverWrittenOver() throws IOException {
        Files.writeString(Path.of(backup), "precious");
        Ran refused = desk.run("backup", backup);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(Files.readString(Path.of(backup))).isEqualTo("precious");
        assertThat(CommandRuns.captured("restore", backup + ".gone").status()).isEqualTo(2);
    }
}
