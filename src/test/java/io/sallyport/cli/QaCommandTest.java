package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class QaCommandTest {

    @TempDir
    private static Path var = Path.of("");

    @Test
    void saysWhatIsMissing() {
        assertThat(CommandRuns.captured("qa").errorLines())
                .singleElement()
                .asString()
                .contains("say which case");
        try (var commands = new CommandRuns(var)) {
            assertThat(commands.run("qa", "SP-0000000000").errorLines())
                    .singleElement()
                    .asString()
                    .contains("there is no case SP-0000000000");
            assertThat(commands.run("qa", "list").out()).contains("No reply has been sent yet.");
            var json = new JsonMapper()
                    .readTree(commands.run("qa", "list", "--json").out());
            assertThat(json.path("findings").isArray()).isTrue();
        }
    }
}
