package io.sallyport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.platform.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayRunTest {

    @TempDir
    private Path folder = Path.of("");

    private Path messages = Path.of("");
    private Path articles = Path.of("");

    @BeforeEach
    void write() throws IOException {
        messages = Files.writeString(folder.resolve("messages.jsonl"), "{\"text\":\"Where is my order?\"}\n");
        articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("lid.md"), "# A lid that sticks\n\nWarm the lid.\n");
    }

    private String[] about() throws IOException {
        return new ReplayRun(messages, articles).about();
    }

    @Test
    void staysTheSameRunWhileNothingThatMattersChanges() throws IOException {
        var before = about();
        Files.writeString(messages, Files.readString(messages));
        Files.writeString(articles.resolve("out.jsonl"), "not an article");
        assertThat(about()).isEqualTo(before);
    }

    @Test
    void anotherMessageMakesItAnotherRun() throws IOException {
        var before = about();
        Files.writeString(messages, "{\"text\":\"Where is my lamp?\"}\n");
        assertThat(about()).isNotEqualTo(before);
    }

    @Test
    void anEditedOrRenamedArticleMakesItAnotherRun() throws IOException {
        var before = about();
        Files.writeString(articles.resolve("lid.md"), "# A lid that sticks\n\nCool the lid.\n");
        var edited = about();
        assertThat(edited).isNotEqualTo(before);
        Files.move(articles.resolve("lid.md"), articles.resolve("lids.md"));
        assertThat(about()).isNotEqualTo(edited);
    }

    @Test
    void anotherBuildOfTheProgramHasAnotherHash() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/a"));
        Files.writeString(classes.resolve("One.class"), "1");
        String before = FileHash.of(folder.resolve("classes"));
        assertThat(FileHash.of(folder.resolve("classes"))).isEqualTo(before);
        Files.writeString(classes.resolve("One.class"), "2");
        assertThat(FileHash.of(folder.resolve("classes"))).isNotEqualTo(before);
        assertThat(about()[4]).hasSize(64);
    }
}
