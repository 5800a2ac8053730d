package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import io.sallyport.evaluation.ReplayRun;
import io.sallyport.testkit.KnownLessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
@Tag("slow")
class ReplayCommandTest {

    private static final String GOOD = "{\"id\":\"m1\",\"text\":\"How do I open a lid that sticks?\"}\n";

    /** Longer than an id may be, so the desk refuses it. */
    private static final String REFUSED = "{\"id\":\"%s\",\"text\":\"Hello?\"}\n".formatted("m".repeat(2_000));

    @TempDir
    private Path folder = Path.of("");

    private CommandRuns commands;

    @BeforeEach
    void open() throws IOException {
        commands = new CommandRuns(folder.resolve("var"));
        KnownLessons.into(folder.resolve("var"));
        Files.createDirectories(folder.resolve("articles"));
        write("articles/lid.md", "# A lid that sticks\n\nWarm the lid under running water before you turn it.\n");
    }

    @AfterEach
    void close() {
        commands.close();
        KnownLessons.keep(folder.resolve("var"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Ran replay(String... more) {
        var line = new ArrayList<>(List.of(
                "replay",
                folder.resolve("messages.jsonl").toString(),
                "--kb",
                folder.resolve("articles").toString()));
        line.addAll(List.of(more));
        return commands.run(line.toArray(String[]::new));
    }

    private static String database(Ran ran) {
        return ran.out().lines().findFirst().orElseThrow().replaceFirst(".*scratch database ", "");
    }

    @Test
    void lostMessagesFailItAndItsWorkIsKeptUntilItIsBegunAnew() throws IOException {
        write("messages.jsonl", GOOD + REFUSED);
        write("articles/hub.md", "---\nreviewed: last week\n---\nIt blinks.\n");
        Ran first = replay();
        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out())
                .startsWith("on scratch database")
                .contains("1 articles, taken as reviewed today; 1 files skipped", "LOST mmm");
        assertThat(first.errorLines()).hasSize(2);
        assertThat(first.errorLines().getFirst()).contains("hub.md:2: reviewed: 'last week'");
        assertThat(first.errorLines().getLast())
                .contains(
                        "lost 1 of 2 messages",
                        database(first),
                        folder.resolve("var/postgres").toString(),
                        "--fresh");
        try (var kept = new ReplayRun(folder.resolve("messages.jsonl"), folder.resolve("articles"))
                .open(folder.resolve("var"))) {
            assertThat(kept.isResumed()).isTrue();
            assertThat(kept.name()).isEqualTo(database(first));
        }

        write("messages.jsonl", GOOD);
        try (var leftBehind = new ReplayRun(folder.resolve("messages.jsonl"), folder.resolve("articles"))
                .open(folder.resolve("var"))) {
            assertThat(leftBehind.isResumed()).isFalse();
            assertThat(leftBehind.name()).isNotEqualTo(database(first));
        }
        Ran fresh = replay("--fresh");
        assertThat(fresh.status()).isZero();
        assertThat(fresh.out()).startsWith("on scratch database");
    }
}
