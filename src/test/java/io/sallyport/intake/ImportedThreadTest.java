package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations of a file whose senders were taken out. */
@Tag("database")
class ImportedThreadTest {

    private final IntakeKit kit = new IntakeKit();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        kit.close();
    }

    private FileImport.Report imported(String name, String... lines) throws IOException {
        return new FileImport(kit.watcher, ImportColumns.usual(), Channel.WEB, kit.clock)
                .run(
                        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n"),
                        Optional.empty(),
                        _ -> {});
    }

    private List<CaseId> cases() {
        return kit.store.list(CaseStore.Query.newest(50)).stream()
                .map(summary -> summary.id())
                .toList();
    }

    @Test
    void rowsOfOneThreadAreOneCaseWhereNoneNamesItsSender() throws IOException {
        FileImport.Report report =
                imported("old.csv", "thread,text", "t1,My hub is offline.", "t2,Where is my order?", "t1,It blinks.");

        assertThat(report.opened()).isEqualTo(2);
        assertThat(report.joined()).isEqualTo(1);
        assertThat(cases().stream()
                        .map(id -> kit.store.load(id).messages().stream()
                                .map(Message::written)
                                .toList()))
                .containsExactlyInAnyOrder(List.of("My hub is offline.", "It blinks."), List.of("Where is my order?"));
    }

    @Test
    void aThreadOfOneFileIsNoneOfAnothers() throws IOException {
        imported("old.csv", "thread,text", "t1,My hub is offline.");
        imported("older.csv", "thread,text", "t1,Where is my order?");

        assertThat(cases()).hasSize(2);
    }

    @Test
    void aRowThatNamesItsSenderJoinsNobodys() throws IOException {
        imported(
                "old.csv",
                "thread,from,text",
                "t1,,My hub is offline.",
                "t1,eve@evil.example,Refund me.",
                "t1,jo@fjordmail.example,Refund me.");

        assertThat(cases()).hasSize(3);
    }

    @Test
    void whatComesByMailJoinsNoImportedThread() throws IOException {
        imported("old.csv", "thread,text", "t1,My hub is offline.");
        String thread = kit.store
                .load(cases().getFirst())
                .messages()
                .getFirst()
                .headers()
                .getOrDefault("references", "");
        Incoming stranger = kit.mail("", "Hub", "Refund me.", Map.of("references", thread));

        assertThat(thread).isNotEmpty();
        assertThat(kit.watcher.receive(stranger)).isInstanceOf(Receipt.Opened.class);
        assertThat(kit.watcher.receive(IntakeKit.by("import:old.csv", stranger)))
                .isInstanceOf(Receipt.Opened.class);
    }
}
