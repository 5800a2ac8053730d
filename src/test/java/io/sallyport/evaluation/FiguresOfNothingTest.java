package io.sallyport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.evaluation.AnswerabilityEvaluation.Decided;
import io.sallyport.evaluation.AnswerabilityEvaluation.Decision;
import io.sallyport.evaluation.Conversation.Label;
import io.sallyport.evaluation.mutation.MutationEvaluation;
import io.sallyport.evaluation.mutation.MutationFigures;
import io.sallyport.evaluation.triage.DeskFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A share of nothing is no figure: neither perfect nor failed. */
class FiguresOfNothingTest {

    private static final String TURNS = "\"conversation\":[{\"speaker\":\"user\",\"text\":\"Why?\"}]";

    @TempDir
    private Path folder = Path.of("");

    private List<Conversation> read(String... lines) throws IOException {
        return Conversation.read(Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", lines)));
    }

    private static String row(String label) {
        return "{\"label\":\"" + label + "\"," + TURNS + "}";
    }

    @Test
    void nobodyCanSayHowManyOfNoP1WereFound() {
        assertThat(DeskFigures.of(List.of()))
                .satisfies(found -> assertThat(List.of(
                                found.p1Recall(),
                                found.p1Precision(),
                                found.priorityAccuracy(),
                                found.triggerRecall(),
                                found.falseTriggerRate(),
                                found.escalatedWithoutTrigger()))
                        .allMatch(figure -> figure.isEmpty()));
    }

    @Test
    void noRowThatCannotBeAnsweredMakesNoUnsafeRate() throws IOException {
        var given = read(row("ANSWERABLE")).stream()
                .map(one -> new Decided(one, Decision.ANSWERED, ""))
                .toList();
        assertThat(AnswerabilityEvaluation.figures(given, given))
                .containsEntry("unsafe_answer_rate", null)
                .containsEntry("answered_share", 1.0)
                .containsEntry("asked_share", 0.0);
        assertThat(AnswerabilityEvaluation.figures(List.of(), List.of()))
                .containsEntry("answered_share", null)
                .containsEntry("asked_share", null);
    }

    @Test
    void labelsAreReadInAnyCaseAndUnknownOnesRefusedWithTheirLine() throws IOException {
        assertThat(read(row("unanswerable"), row("Partial")))
                .extracting(Conversation::label)
                .containsExactly(Label.UNANSWERABLE, Label.PARTIAL);
        assertThatThrownBy(() -> read(row("PARTIAL"), row("NOT_ANSWERABLE")))
                .hasMessageContaining("rows.jsonl, line 2: no label is called 'NOT_ANSWERABLE'; there are [ANSWERABLE");
    }

    @Test
    void innocentTextsAloneSayNothingOfDetectionButItsKeyIsThere() {
        var innocent = new InjectionEvaluation.Outcome(new InjectionEvaluation.Sample("Hello", false, "a"), false);
        var figures = InjectionEvaluation.figures(List.of(innocent));
        assertThat(figures).containsEntry("detection", null).containsEntry("false_alarm_rate", 0.0);
        assertThat(figures.keySet()).containsExactly("n", "detection", "false_alarm_rate", "by_source");
        assertThat(figures.get("by_source")).hasToString("{a={n=1, detection=null, false_alarm_rate=0.0}}");
    }

    @Test
    void withoutCleanRepliesNothingIsSaidOfStopping() {
        assertThat(MutationFigures.of(List.of()))
                .containsEntry("clean_stopped", null)
                .containsEntry("rewrite_stopped", null)
                .containsEntry("false_stopped", null)
                .containsEntry("kinds", Map.of());
        assertThat(MutationFigures.of(List.of(new MutationEvaluation.Outcome("clean", true, "a", "a", true, "x"))))
                .containsEntry("clean_stopped", 1.0)
                .containsEntry("rewrite_stopped", null);
    }

    @Test
    void withoutQuestionsNothingIsSaidOfFinding() {
        var found = RetrievalEvaluation.figures(List.of());
        assertThat(List.of(found.hitAt1(), found.hitAt5(), found.recallAt10(), found.mrr()))
                .allMatch(figure -> figure.isEmpty());
    }

    @Test
    void withoutCasesWishesOrTextsTheirSharesAreNone() {
        assertThat(PipelineEvaluation.figures(List.of(), 0))
                .containsEntry("outcome_accuracy", null)
                .containsEntry("answer_precision", null);
        assertThat(HandoffEvaluation.figures(List.of())).containsEntry("complete_share", null);
        assertThat(WishEvaluation.figures(List.of()).recognized()).isEmpty();
        assertThat(PersonalDataEvaluation.figures(List.of())).containsEntry("leaked_chars_per_1000", null);
    }

    /** Ids that count within each row once emptied the shelf of strangers: nothing was there to answer from. */
    @Test
    void strangersAreTheOthersPassagesWhateverTheyAreCalled() throws IOException {
        var rows = read(
                passage("one", "Hubs are white."),
                passage("two", "Parcels leave on Monday."),
                passage("three", "Hubs are white."));
        assertThat(AnswerabilityEvaluation.strangers(rows.getFirst(), rows))
                .extracting(Conversation.Given::text)
                .containsExactly("Parcels leave on Monday.");
        assertThat(AnswerabilityEvaluation.strangers(rows.get(1), rows)).hasSize(1);
    }

    private static String passage(String id, String text) {
        return "{\"id\":\"" + id + "\",\"label\":\"answerable\"," + TURNS + ",\"passages\":[{\"id\":\"p1\",\"text\":\""
                + text + "\"}]}";
    }

    @Test
    void withoutMessagesThatNeedNobodyNoTriggerIsFalse() {
        assertThat(TriggerEvaluation.figures(List.of()).falseTriggerRate()).isEmpty();
        assertThat(RoutingEvaluation.figures(List.of()).falselyEscalated()).isEmpty();
    }
}
