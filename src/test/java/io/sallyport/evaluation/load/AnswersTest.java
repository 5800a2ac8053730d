package io.sallyport.evaluation.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.model.language.Answer;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Shape;
import io.sallyport.model.language.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A stub whose answers do not fit what is asked would measure the fallbacks. */
class AnswersTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.sallyport.triage.ModelTriage$Sorted",
                "io.sallyport.action.Choice",
                "io.sallyport.answer.Move",
                "io.sallyport.gate.judge.ClaimJudge$Rulings",
                "io.sallyport.gate.judge.ReplyJudge$Ruling",
                "io.sallyport.escalation.EscalationWriter$Written",
                "io.sallyport.escalation.BridgeWording$Written",
                "io.sallyport.insight.ModelReview$Written"
            })
    void everyRoleReadsWhatTheStubWrites(String form) throws ReflectiveOperationException, IOException {
        var shape = Shape.of(Class.forName(form).asSubclass(Record.class));
        var lines = Files.writeString(
                folder.resolve("lines.jsonl"),
                "{\"id\":\"a\",\"text\":\"How long does the lock last?\",\"category\":\"account\",\"priority\":\"P3\"}\n");
        var question = new Material()
                .add("fact", "You will hear from a person by noon.")
                .add("claim", "1", "The lock lasts 15 minutes.")
                .text();
        var request = JsonMapper.shared()
                .valueToTree(Map.of(
                        "messages", List.of(Map.of("role", "user", "content", question)),
                        "output_config",
                                Map.of(
                                        "format",
                                        Map.of(
                                                "schema",
                                                shape.findSchema().orElseThrow().document()))));
        assertThat(shape.read(Answers.of(lines).to(request), Usage.NONE)).isInstanceOf(Answer.Said.class);
    }
}
