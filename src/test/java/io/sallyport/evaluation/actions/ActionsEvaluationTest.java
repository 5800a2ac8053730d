package io.sallyport.evaluation.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.evaluation.actions.ActionsEvaluation.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionsEvaluationTest {

    @Test
    void aRowThatCannotBeReadIsNamedWithItsFileAndLine(@TempDir Path folder) throws IOException {
        String good = "{\"call\": \"a\", \"arguments\": {}, \"label\": \"x\"}\n";
        Path file = folder.resolve("writes.jsonl");

        Files.writeString(file, good + "{\"call\": \"a\", \"arguments\": [], \"label\": \"x\"}\n");
        assertThatThrownBy(() -> RecordedCall.read(file))
                .hasMessage(file + ", line 2: the row has no object in 'arguments'");
        Files.writeString(file, good + "\n" + good + "{\"call\": \n");
        assertThatThrownBy(() -> RecordedCall.read(file)).hasMessageStartingWith(file + ", line 4: not JSON");
        Files.writeString(file, good + good);
        assertThat(RecordedCall.read(file))
                .extracting(RecordedCall::conversation)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Name.class)
    void theRecordedCallsOfTheWorldsAreJudgedAsTheFiguresSay(Name world) throws IOException {
        Path data = Path.of("../shared/data/actions", world.folder());
        if (!Files.isDirectory(data)) {
            System.out.println("NOT TESTED: the recorded calls of the " + world.folder() + " world are not at " + data);
            return;
        }

        var counts = ActionsEvaluation.byLabel(
                ActionsEvaluation.load(world, data, Path.of("samples/policies", world.folder()))
                        .run(data.resolve("writes.jsonl")));

        var gold = counts.getOrDefault("exact_gold", new ActionsEvaluation.Count(0, 0));
        assertThat(gold.allowed()).isGreaterThanOrEqualTo(gold.n() * 95 / 100);
        if (world == Name.AIRLINE) {
            var forbidden = counts.getOrDefault("no_write_allowed", new ActionsEvaluation.Count(0, 0));
            assertThat(forbidden.allowed()).isLessThanOrEqualTo(forbidden.n() / 5);
        }
    }
}
