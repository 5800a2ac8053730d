package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalMutationsCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutACleanReplyItFailsAndGivesNoFigures() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.jsonl"),
                "{\"text\":\"It costs $5.\",\"evidence\":[\"It costs $6.\"],\"supported\":false}");
        Ran ran = CommandRuns.captured("eval", "mutations", "--data", rows.toString(), "--json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errorLines()).singleElement().asString().contains("no clean reply to change: no row of --data");
        assertThat(ran.out()).contains("\"clean_stopped\":null", "\"rewrite_stopped\":null", "\"kinds\":{}");
    }
}
