package io.sallyport.evaluation.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.evaluation.grounding.GroundingEvaluation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundingFiguresTest {

    private static GroundedText text(boolean supported, String... tags) {
        return new GroundedText("1", List.of("The hub is white."), "The hub is white.", supported, List.of(tags));
    }

    @Test
    void ratesFollowTheGateAndTheAreaTheScore() {
        var figures = GroundingFigures.of(List.of(
                new Outcome(text(true), true, 0.9),
                new Outcome(text(true), false, 0.4),
                new Outcome(text(false, "negation"), false, 0.4),
                new Outcome(text(false, "negation"), true, 0.1)));
        assertThat(figures)
                .containsEntry("n", 4)
                .containsEntry("auc", 0.875)
                .containsEntry("false_accept_rate", 0.5)
                .containsEntry("false_block_rate", 0.5)
                .containsEntry("balanced_accuracy", 0.5)
                .extractingByKey("by_tag", InstanceOfAssertFactories.map(String.class, Map.class))
                .containsOnlyKeys("negation");
    }

    @Test
    void aRateOfNothingIsNull() {
        assertThat(GroundingFigures.of(List.of(new Outcome(text(false, "negation"), true, 0.1)))
                        .toString())
                .isEqualTo(
                        "{n=1, auc=null, balanced_accuracy=null, false_accept_rate=1.0, false_block_rate=null, by_tag={"
                                + "negation={n=1, auc=null, balanced_accuracy=null, false_accept_rate=1.0,"
                                + " false_block_rate=null}}}");
    }

    @Test
    void theGateItselfDecides() {
        var outcomes = GroundingEvaluation.run(
                List.of(
                        text(true),
                        new GroundedText("2", List.of("The hub is white."), "The hub is black.", false, List.of()),
                        new GroundedText("3", List.of("The hub is white."), "!", false, List.of())),
                Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(outcomes).extracting(Outcome::isPassed).containsExactly(true, false, false);
        assertThat(outcomes.get(0).score()).isGreaterThan(outcomes.get(1).score());
    }

    /** What does not say so would count as true, and every true verdict on it as a mistake. */
    @Test
    void aTextToJudgeSaysWhetherItIsSupported(@TempDir Path folder) throws IOException {
        String row = "{\"evidence\": [\"A.\"], \"text\": \"A.\"%s}";
        Path silent = Files.writeString(folder.resolve("silent.jsonl"), row.formatted(""));
        Path wrong = Files.writeString(folder.resolve("wrong.jsonl"), row.formatted(", \"supported\": \"no\""));
        assertThatThrownBy(() -> GroundedText.read(List.of(silent)))
                .hasMessageContaining("line 1: needs \"supported\", true or false");
        assertThat(GroundedText.readClean(List.of(silent))).allMatch(GroundedText::supported);
        assertThatThrownBy(() -> GroundedText.readClean(List.of(wrong)))
                .hasMessageContaining("\"supported\" must be true or false, not \"no\"");
    }

    @Test
    void aBrokenLineIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.jsonl"), """
                {"id": "1", "evidence": ["A."], "text": "A.", "supported": true}
                {"id": "2", "text": "A."}
                """);
        assertThatThrownBy(() -> GroundedText.read(List.of(file)))
                .hasMessageContaining("line 2")
                .hasMessageContaining("evidence");
    }
}
