package io.sallyport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayInputTest {

    @TempDir
    private Path folder = Path.of("");

    private List<ReplayInput.Line> read(String... lines) throws IOException {
        return ReplayInput.read(Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", lines)));
    }

    @Test
    void readsTheChannelInAnyCaseAndTakesMailForNone() throws IOException {
        assertThat(read(
                        "{\"text\":\"a\",\"channel\":\"Chat\"}",
                        "{\"text\":\"b\"}",
                        "{\"text\":\"c\",\"channel\":null}"))
                .extracting(ReplayInput.Line::channel)
                .containsExactly(Channel.CHAT, Channel.EMAIL, Channel.EMAIL);
    }

    @Test
    void aChannelThatThereIsNotIsNamedWithItsLineAndWhatIsAllowed() {
        assertThatThrownBy(() -> read("{\"text\":\"a\"}", "", "{\"text\":\"b\",\"channel\":\"fax\"}"))
                .hasMessageContaining("rows.jsonl:3: no channel is called 'fax'; there are email, web, chat, api");
        assertThatThrownBy(() -> read("{\"text\":\"a\",\"channel\":7}"))
                .hasMessageContaining("rows.jsonl:1: no channel");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(read("\uFEFF{\"id\":\"m1\",\"text\":\"a\"}", "{\"text\":\"b\"}"))
                .extracting(ReplayInput.Line::id)
                .containsExactly("m1", "line-2");
    }

    @Test
    void linesOfSeveralFilesAreNamedByFileAndLineAndShareNoSender() throws IOException {
        Path one = Files.writeString(folder.resolve("one.jsonl"), "{\"text\":\"a\"}\n{\"id\":\"m1\",\"text\":\"b\"}");
        Path two = Files.writeString(folder.resolve("two.jsonl"), "{\"text\":\"c\"}");
        List<ReplayInput.Line> lines = ReplayInput.read(List.of(one, two));
        assertThat(lines).extracting(ReplayInput.Line::id).containsExactly(one + ":1", "m1", two + ":1");
        assertThat(lines).extracting(ReplayInput.Line::from).doesNotHaveDuplicates();
    }

    @Test
    void anIdOfAnEarlierFileIsRefusedWithBothPlaces() throws IOException {
        Path one = Files.writeString(folder.resolve("one.jsonl"), "{\"text\":\"a\"}\n{\"id\":\"m1\",\"text\":\"b\"}");
        Path two = Files.writeString(folder.resolve("two.jsonl"), "{\"id\":\"m1\",\"text\":\"c\"}");
        assertThatThrownBy(() -> ReplayInput.read(List.of(one, two)))
                .hasMessage(two + ":1: the id 'm1' came before, at " + one + ":2; give each message an id of its own");
    }
}
