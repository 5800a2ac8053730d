package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import io.sallyport.testkit.KnownLessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
@Tag("slow")
class EvalCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void retrievalMeasuresOnAllTheFilesItIsGiven() throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        file("articles/lid.md", "# A lid that sticks\n\nWarm the lid under running water before you turn it.\n");
        Ran ran = CommandRuns.captured(
                "eval",
                "retrieval",
                "--data",
                file("a.jsonl", "{\"query\":\"How do I open the lid?\",\"relevant\":[\"lid\"]}\n"),
                file("b.jsonl", "{\"query\":\"The lid sticks\",\"relevant\":[\"lid\"]}\n"),
                "--kb",
                folder.resolve("articles").toString(),
                "--json");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("\"n\":2");
    }

    @Test
    void triageOfOtherLabelsNeedsExamplesWithThem() throws IOException {
        Ran ran = CommandRuns.captured(
                "eval", "triage", "--data", file("rows.jsonl", "{\"text\":\"hi\",\"label\":\"greeting\"}\n"));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.errorLines()).singleElement().asString().contains("needs --train");
    }

    @Test
    void triageLearnsFromWhatTheDeskLearnsFromWhereItIsToldNothingElse() throws IOException {
        Path var = folder.resolve("var");
        KnownLessons.into(var);
        String row = """
                {"id":"m1","from":"jo@hill.example","text":"How do I pair a sensor?","category":"how-to",\
                "priority":"P4","triggers":[],"outcome":"answer"}
                """;
        try (var commands = new CommandRuns(var)) {
            Ran ran = commands.run("eval", "triage", "--data", file("rows.jsonl", row), "--json");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.status()).isZero();
            assertThat(ran.out()).contains("learning from the examples that ship with the program", "\"n\":1");
            assertThat(ran.out()).as("no message is labelled P1").contains("\"p1_recall\":null");
            assertThat(var.resolve("postgres")).isDirectory();
        }
        KnownLessons.keep(var);
    }

    @Test
    void aPipelineOrHandoffOfTwoFilesThatShareAnIdIsRefusedBeforeItBegins() throws IOException {
        String row = "{\"id\":\"m1\",\"text\":\"Hello?\",\"outcome\":\"answer\"}\n";
        String one = file("one.jsonl", row);
        String two = file("two.jsonl", row);
        for (String what : List.of("pipeline", "handoff")) {
            Ran ran = CommandRuns.captured("eval", what, "--data", one, two);
            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err()).contains(two + ":1: the id 'm1' came before, at " + one + ":1");
        }
    }
}
