package io.sallyport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.action.ActionPlanner;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.evaluation.WishEvaluation.Half;
import io.sallyport.evaluation.WishEvaluation.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WishEvaluationTest {

    @TempDir
    private Path folder = Path.of("");

    /** Takes every message with the word for a wish for a refund. */
    private static final ActionPlanner EAGER = new ActionPlanner() {
        @Override
        public Fact plan(CaseRecord record) {
            return new Fact.ActionNotPlanned("plans nothing");
        }

        @Override
        public Set<String> wished(CaseRecord record) {
            return record.messages().getFirst().written().contains("refund") ? Set.of("refund") : Set.of();
        }
    };

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private WishEvaluation.Figures figures(List<Path> data, List<Path> labels) throws IOException {
        var evaluation = new WishEvaluation(EAGER);
        return WishEvaluation.figures(WishEvaluation.read(data, labels, _ -> true).stream()
                .map(evaluation::run)
                .toList());
    }

    @Test
    void countsWhatIsFoundMissedAndTakenForAnother() throws IOException {
        Path data = file(
                "data.jsonl",
                "{\"id\": \"a\", \"text\": \"refund it\", \"outcome\": \"action\", \"action\": \"refund\"}",
                "{\"id\": \"b\", \"text\": \"my money\", \"outcome\": \"action\", \"action\": \"refund\"}",
                "{\"id\": \"c\", \"text\": \"refund, close\", \"outcome\": \"action\", \"action\": [\"refund\", \"data-erasure\"]}",
                "{\"id\": \"d\", \"text\": \"refund a half\", \"outcome\": \"action\", \"action\": \"none offered\"}",
                "{\"id\": \"e\", \"text\": \"a refund?\", \"outcome\": \"answer\"}",
                "{\"id\": \"f\", \"text\": \"a hub\", \"outcome\": \"answer\"}",
                "{\"id\": \"g\", \"text\": \"refund it\", \"outcome\": \"action\"}");
        var found = figures(List.of(data), List.of());
        assertThat(found.n()).isEqualTo(3);
        assertThat(found.recognized()).contains(1 / 3.0);
        assertThat(found.exact()).contains(1 / 3.0);
        assertThat(found.byAction())
                .containsEntry("refund", new Share(3, 2))
                .containsEntry("data-erasure", new Share(1, 0));
        assertThat(found.beyond()).isEqualTo(new Share(1, 1));
        assertThat(found.falsely()).containsOnlyKeys("answer").containsEntry("answer", new Share(2, 1));
    }

    @Test
    void takesLabelsFromAnotherFile() throws IOException {
        Path data = file("data.jsonl", "{\"id\": \"a\", \"text\": \"refund it\", \"outcome\": \"action\"}");
        Path labels = file("labels.jsonl", "{\"id\": \"a\", \"action\": \"refund\"}");
        assertThat(figures(List.of(data), List.of(labels)).recognized()).contains(1.0);
    }

    @Test
    void saysWhichRowLacksWhat() throws IOException {
        Path data = file("data.jsonl", "{\"id\": \"a\", \"text\": \"refund it\"}");
        assertThatThrownBy(() -> WishEvaluation.read(List.of(data), List.of(), _ -> true))
                .hasMessageContaining("data.jsonl:1: needs an \"outcome\"");
    }

    @Test
    void everyIdIsOfOneHalf() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> "tr-" + i))
                .allMatch(id -> Half.WORK.holds(id) != Half.FIGURES.holds(id));
        assertThat(IntStream.range(0, 1000).mapToObj(i -> "tr-" + i).filter(Half.WORK::holds))
                .hasSizeBetween(450, 550);
    }
}
