package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Channel;
import io.sallyport.evaluation.Replay;
import io.sallyport.evaluation.ReplayInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written in months and comes in minutes is no loop. */
@Tag("database")
class HistoryTest {

    private static final int MANY = 40;

    private final IntakeKit kit = new IntakeKit();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void historyIsNoLoopAndCountsForNone() {
        for (int i = 0; i < MANY; i++) {
            kit.watcher.receive(kit.mail(IntakeKit.JO, "Ping " + i, "The same words.", Map.of())
                    .asHistory());
        }
        kit.watcher.receive(kit.mail(IntakeKit.JO, "Ping", "The same words.", Map.of()));

        assertThat(loops()).hasSize(MANY + 1).containsOnly(false);
    }

    @Test
    void historyOfSomeoneWhoWritesALotTodayIsNoLoop() {
        for (int i = 0; i < 5; i++) {
            kit.watcher.receive(kit.mail(IntakeKit.JO, "Ping " + i, "The same words.", Map.of()));
        }
        kit.watcher.receive(
                kit.mail(IntakeKit.JO, "Ping", "The same words.", Map.of()).asHistory());

        assertThat(loops()).hasSize(6).containsOnly(false);
    }

    @Test
    void whatIsLiveCountsUnderAnySource() {
        for (int i = 0; i < 8; i++) {
            kit.watcher.receive(
                    IntakeKit.by("import:box", kit.mail(IntakeKit.JO, "Ping " + i, "The same words.", Map.of())));
        }

        assertThat(loops().stream().filter(loop -> loop)).hasSize(3);
    }

    @Test
    void filesAreHistory() throws IOException {
        Path mails = file(
                "old.mbox",
                i -> "From x Tue Mar  4 10:12:00 2025\nFrom: jo@fjordmail.example\nSubject: Ping " + i
                        + "\n\nThe same words.\n");
        Path rows =
                file("old.csv", i -> (i == 0 ? "id,from,text\n" : "") + i + ",jo@fjordmail.example,The same words.");
        var reader = new FileImport(kit.watcher, ImportColumns.usual(), Channel.EMAIL, kit.clock);

        assertThat(reader.run(mails, Optional.empty(), _ -> {}).opened()).isEqualTo(MANY);
        assertThat(reader.run(rows, Optional.empty(), _ -> {}).opened()).isEqualTo(MANY);
        assertThat(loops()).hasSize(2 * MANY).containsOnly(false);
    }

    @Test
    void aReplayIsHistory() throws IOException {
        Path lines = file(
                "asked.jsonl",
                i -> "{\"id\":\"" + i + "\",\"from\":\"jo@fjordmail.example\",\"text\":\"The same words.\"}");
        var calls = new AtomicInteger();
        // Nobody works on the cases here; three minutes a look soon end the replay's patience.
        InstantSource hurried = () -> kit.clock.instant().plus(Duration.ofMinutes(3L * calls.getAndIncrement()));

        new Replay(kit.watcher, kit.store, hurried).run("replay", ReplayInput.read(lines), _ -> {});

        assertThat(loops()).hasSize(MANY).containsOnly(false);
    }

    private Path file(String name, IntFunction<String> part) throws IOException {
        return Files.writeString(
                folder.resolve(name), IntStream.range(0, MANY).mapToObj(part).collect(Collectors.joining("\n")));
    }

    private List<Boolean> loops() {
        return kit.store.list(CaseStore.Query.newest(200)).stream()
                .map(summary -> kit.store
                        .load(summary.id())
                        .messages()
                        .getFirst()
                        .headers()
                        .containsKey(Marks.LOOP))
                .toList();
    }
}
