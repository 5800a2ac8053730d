package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever adds, renames or removes a command says so in docs/commands.md. */
class CommandsDocumentTest {

    private static final String NAME = "([a-z][a-z-]*(?: [a-z][a-z-]*)*)";
    private static final Pattern LISTED = Pattern.compile("(?m)^ {2}" + NAME);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `" + NAME + "[^`]*` \\|");

    private static List<String> names(Pattern line, String text) {
        return line.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void theDocumentHasEveryCommandOnceAndNoOther() throws IOException {
        List<String> listed = names(LISTED, CommandRuns.captured("help").out());
        assertThat(listed).contains("case approve", "kb import", "serve");
        assertThat(names(ROW, Files.readString(Path.of("docs", "commands.md"))))
                .containsExactlyInAnyOrderElementsOf(listed);
    }
}
