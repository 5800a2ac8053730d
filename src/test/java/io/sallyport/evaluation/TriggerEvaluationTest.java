package io.sallyport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import io.sallyport.evaluation.TriggerEvaluation.Labelled;
import io.sallyport.evaluation.TriggerEvaluation.Outcome;
import io.sallyport.evaluation.TriggerEvaluation.Recall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerEvaluationTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("messages.jsonl"), String.join("\n", lines));
    }

    private List<Labelled> read(String... lines) throws IOException {
        return TriggerEvaluation.read(List.of(file(lines)));
    }

    private static Outcome outcome(Labelled labelled, Kind... raised) {
        return new Outcome(
                labelled,
                Arrays.stream(raised)
                        .map(kind -> new Trigger(kind, "its words"))
                        .toList());
    }

    @Test
    void countsWhatIsMissedAndWhatIsRaisedForNothing() throws IOException {
        var messages = read(
                "{\"id\": \"a\", \"text\": \"one\", \"triggers\": [\"legal\", \"p1\"]}",
                "{\"id\": \"b\", \"text\": \"two\", \"triggers\": [\"legal\"]}",
                "{\"id\": \"c\", \"text\": \"three\", \"triggers\": []}",
                "{\"id\": \"d\", \"text\": \"four\", \"triggers\": []}");
        var figures = TriggerEvaluation.figures(List.of(
                outcome(messages.get(0), Kind.LEGAL, Kind.SECURITY),
                outcome(messages.get(1)),
                outcome(messages.get(2), Kind.VIP, Kind.PERSON_ASKED),
                outcome(messages.get(3))));
        assertThat(figures.n()).isEqualTo(4);
        assertThat(figures.recall()).containsOnly(entry("legal", new Recall(2, 1)), entry("p1", new Recall(1, 0)));
        assertThat(figures.mustNotTrigger()).isEqualTo(2);
        assertThat(figures.falseTriggerRate()).contains(0.5);
        assertThat(figures.falseByTrigger()).containsOnly(entry("vip", 1L), entry("person-asked", 1L));
    }

    @Test
    void countsAnInjectionAsTheSecurityMatterThatItIsLabelled() throws IOException {
        var message = read("{\"id\": \"a\", \"text\": \"one\", \"triggers\": [\"security\"]}")
                .getFirst();
        assertThat(TriggerEvaluation.figures(List.of(outcome(message, Kind.INJECTION)))
                        .recall())
                .containsEntry("security", new Recall(1, 1));
    }

    @Test
    void listsEachMistakeWithTheWordsThatMadeIt() throws IOException {
        var message = read("{\"id\": \"a\", \"text\": \"one\", \"triggers\": [\"legal\"]}")
                .getFirst();
        assertThat(TriggerEvaluation.mistakes(outcome(message, Kind.SAFETY)))
                .satisfiesExactly(
                        missed -> assertThat(missed).startsWith("a missed legal"),
                        extra -> assertThat(extra).startsWith("a besides safety (its words)"));
        assertThat(TriggerEvaluation.mistakes(outcome(message, Kind.LEGAL))).isEmpty();
    }

    @Test
    void saysWhereARowIsWrongAndWhatItNeeds() {
        assertThatThrownBy(() -> read("{\"id\": \"a\", \"text\": \"one\"}"))
                .hasMessageContaining("messages.jsonl:1: needs \"triggers\"");
        assertThatThrownBy(() -> read("{\"id\": \"a\", \"text\": \"one\", \"triggers\": [\"anger\"]}"))
                .hasMessageContaining("no trigger is called \"anger\"")
                .hasMessageContaining("severe-frustration");
        assertThatThrownBy(() -> read("{\"id\": \"a\", \"text\": \"one\", \"channel\": \"fax\", \"triggers\": []}"))
                .hasMessageContaining("no channel is called 'fax'");
        assertThatThrownBy(() -> read("{\"id\": \"a\", ")).hasMessageContaining(":1: not JSON");
    }

    @Test
    void refusesTheSameMessageFromTwoFiles() throws IOException {
        var file = file("{\"id\": \"a\", \"text\": \"one\", \"triggers\": []}");
        assertThatThrownBy(() -> TriggerEvaluation.read(List.of(file, file)))
                .hasMessageContaining("messages.jsonl:1: the id 'a' came before");
    }

    @Test
    void messagesWithoutIdsOfTwoFilesAreTold() throws IOException {
        var one = Files.writeString(folder.resolve("one.jsonl"), "{\"text\": \"one\", \"triggers\": []}");
        var two = Files.writeString(folder.resolve("two.jsonl"), "{\"text\": \"two\", \"triggers\": []}");
        assertThat(TriggerEvaluation.read(List.of(one, two)))
                .extracting(labelled -> labelled.message().id())
                .containsExactly(one + ":1", two + ":1");
    }
}
