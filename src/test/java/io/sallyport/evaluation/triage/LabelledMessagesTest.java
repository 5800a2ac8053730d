package io.sallyport.evaluation.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledMessagesTest {

    @TempDir
    Path folder = Path.of("");

    private LabelledMessages read(String... lines) throws IOException {
        return LabelledMessages.read(Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", lines)));
    }

    @Test
    void readsALabelAndTheAbsenceOfOne() throws IOException {
        var texts = read("{\"text\":\"hi\",\"label\":\"greeting\"}", "", "{\"text\":\"?\",\"label\":null}")
                .texts();

        assertThat(texts.getFirst().label()).contains("greeting");
        assertThat(texts.getLast().label()).isEmpty();
    }

    @Test
    void joinsSubjectAndTextAndLeavesJunkAndStrangersWithoutALabel() throws IOException {
        var messages = read(
                "{\"subject\":\"S\",\"text\":\"T\",\"category\":\"bug\",\"outcome\":\"answer\",\"triggers\":[]}",
                "{\"subject\":\"\",\"text\":\"away\",\"category\":\"bug\",\"outcome\":\"junk\",\"triggers\":[]}",
                "{\"text\":\"homework\",\"category\":\"bug\",\"outcome\":\"escalate\",\"triggers\":[\"out-of-scope\"]}");

        assertThat(messages.isCompanyFormat()).isTrue();
        assertThat(messages.texts().getFirst().text()).isEqualTo("S\nT");
        assertThat(messages.texts().getFirst().label()).contains("bug");
        assertThat(messages.texts().subList(1, 3)).allMatch(text -> text.label().isEmpty());
    }

    @Test
    void namesFileAndLineOfARowThatCannotBeRead() {
        assertThatThrownBy(() -> read("{\"text\":\"hi\",\"label\":\"a\"}", "{\"text\":"))
                .hasMessageContaining("rows.jsonl, line 2: not JSON");
        assertThatThrownBy(() -> read("{\"label\":\"a\"}")).hasMessageContaining("line 1: needs \"text\"");
        assertThatThrownBy(() -> read("{\"text\":\"hi\"}")).hasMessageContaining("line 1: needs \"label\"");
        assertThatThrownBy(() -> read("")).hasMessageContaining("holds no rows");
    }

    @Test
    void aChannelThatTheDeskDoesNotHaveIsRefusedBeforeTheDeskRuns() throws IOException {
        assertThatThrownBy(() -> read(
                        "{\"text\":\"hi\",\"category\":\"bug\",\"triggers\":[]}",
                        "{\"text\":\"hi\",\"category\":\"bug\",\"triggers\":[],\"channel\":\"fax\"}"))
                .hasMessageContaining("rows.jsonl, line 2: no channel is called 'fax'; there are email, web");
        assertThat(read("{\"text\":\"hi\",\"label\":\"a\",\"channel\":\"fax\"}").rows())
                .hasSize(1);
    }

    /** Else the whole file would be measured by its labels alone, without a word. */
    @Test
    void aRowWithoutTriggersAmongOthersThatHaveThemIsRefused() throws IOException {
        var messages = read(
                "{\"text\":\"hi\",\"category\":\"bug\",\"triggers\":[]}", "", "{\"text\":\"hi\",\"category\":\"bug\"}");

        assertThatThrownBy(messages::isCompanyFormat)
                .hasMessageContaining("rows.jsonl, line 3: needs \"category\" and \"triggers\"");
    }

    @Test
    void labelsThatTheDeskDoesNotKnowAreRefusedBeforeItRuns() throws IOException {
        var good = "{\"text\":\"hi\",\"category\":\"bug\",\"priority\":\"P1\",\"triggers\":[\"p1\"]}";

        read(good).checkLabels();
        assertThatThrownBy(read(good, good.replace("P1", "p1"))::checkLabels)
                .hasMessageContaining("rows.jsonl, line 2: needs a \"priority\", one of [P1, P2, P3, P4], not 'p1'");
        assertThatThrownBy(read(good.replace("[\"p1\"]", "[\"urgent\"]"))::checkLabels)
                .hasMessageContaining("line 1: unknown trigger");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstRow() throws IOException {
        assertThat(read("\uFEFF{\"text\":\"hi\",\"label\":\"a\"}").texts()).hasSize(1);
    }
}
