package io.sallyport.evaluation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.SourceRef;
import io.sallyport.evaluation.grounding.GroundedText;
import io.sallyport.evaluation.mutation.MutationEvaluation.Outcome;
import io.sallyport.gate.judge.Judges;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.Script;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutationEvaluationTest {

    private static final Instant TODAY = Instant.parse("2026-11-20T09:00:00Z");
    private static final String PLANS =
            "The Pro plan costs $24 a month and includes 100 sensors. You can cancel a monthly plan at any time if you are"
                    + " its owner. The Home plan costs $6 a month and includes 20 sensors. You must confirm the change"
                    + " within 15 minutes.";

    private static final Material MATERIAL = Material.ofRows(
            List.of(
                    new GroundedText("plans", List.of(PLANS), PLANS, true, List.of()),
                    new GroundedText(
                            "alerts",
                            List.of("Alerts are not sent during quiet hours unless they are urgent."),
                            "Alerts are not sent during quiet hours unless they are urgent.",
                            true,
                            List.of())),
            TODAY);

    private final List<Outcome> outcomes = MutationEvaluation.run(MATERIAL, TODAY, 7);

    @Test
    void everyFalseReplyIsStoppedAndEveryCleanOnePasses() {
        assertThat(outcomes)
                .filteredOn(one -> !one.isTruthful())
                .allSatisfy(one -> assertThat(one.isStopped())
                        .as(one.kind() + ": " + one.sentence())
                        .isTrue());
        assertThat(outcomes)
                .filteredOn(one -> one.kind().equals("clean"))
                .hasSize(2)
                .noneMatch(Outcome::isStopped);
    }

    @Test
    void evidenceOfAWordOrTwoIsNothingToTakeSentencesFrom() {
        var material = Material.ofRows(
                List.of(
                        new GroundedText(
                                "1",
                                List.of("Refunds take five working days.", "Thanks!"),
                                "Refunds take five working days.",
                                true,
                                List.of()),
                        new GroundedText("2", List.of("Yes, free."), "Yes, free.", true, List.of())),
                TODAY);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(MutationEvaluation.run(material, TODAY, seed)).isNotEmpty();
        }
    }

    @Test
    void twoRowsOfOneIdKeepEachItsOwnEvidence() {
        var material = Material.ofRows(
                List.of(
                        new GroundedText(
                                "1",
                                List.of("Refunds take five working days."),
                                "Refunds take five working days.",
                                true,
                                List.of()),
                        new GroundedText(
                                "1",
                                List.of("Parcels leave on Monday morning."),
                                "Parcels leave on Monday morning.",
                                true,
                                List.of())),
                TODAY);
        assertThat(MutationEvaluation.run(material, TODAY, 7))
                .filteredOn(one -> one.kind().equals("clean"))
                .hasSize(2)
                .noneMatch(Outcome::isStopped);
    }

    @Test
    void aJudgeThatSaysYesToEverythingOpensNothing() {
        try (var stub = new JudgeKit()) {
            stub.play(JudgeKit.yesMan());
            var judged = MutationEvaluation.run(MATERIAL, TODAY, 7, Judges.of(stub.models()));
            assertThat(stub.questions())
                    .as("asked about rewrites that the rules let through")
                    .isNotEmpty();
            assertThat(judged).isEqualTo(outcomes);
        }
    }

    @Test
    void aJudgeThatSaysNothingShutsWhatIsNoQuote() {
        try (var stub = new JudgeKit()) {
            stub.play(new Script.Answers(500));
            var judged = MutationEvaluation.run(MATERIAL, TODAY, 7, Judges.of(stub.models()));
            assertThat(judged)
                    .filteredOn(one -> !one.isStopped())
                    .extracting(Outcome::kind)
                    .containsOnly("clean");
        }
    }

    @Test
    void coversEveryKindThatTheProjectAnswersFor() {
        assertThat(outcomes)
                .extracting(Outcome::kind)
                .contains(
                        "value_swapped",
                        "new_value",
                        "negation",
                        "modality",
                        "name_swapped",
                        "splice",
                        "other_article",
                        "made_up_citation",
                        "stale_source",
                        "unreviewed_source");
    }

    @Test
    void theSameSeedMakesTheSameReplies() {
        var row = new GroundedText("plans", List.of(PLANS), PLANS, true, List.of());
        var first = MutationEvaluation.run(Material.ofRows(List.of(row), TODAY), TODAY, 3);
        assertThat(MutationEvaluation.run(Material.ofRows(List.of(row), TODAY), TODAY, 3))
                .isEqualTo(first);
    }

    @Test
    void everyTextChangeChangesOrDeclines() {
        var material = Material.ofRows(List.of(new GroundedText("p", List.of(PLANS), PLANS, true, List.of())), TODAY);
        var source = new SourceRef("evidence:p#0", 1);
        for (Change change : Change.OF_TEXT) {
            for (String sentence : material.corpus().source(source).sentences()) {
                change.change()
                        .apply(sentence, source, material.corpus(), new Random(1))
                        .ifPresent(changed ->
                                assertThat(changed).as(change.label()).isNotBlank());
            }
        }
    }

    @Test
    void figuresAreSharesByKind() {
        var figures = MutationFigures.of(List.of(
                new Outcome("clean", true, "a", "a", false, ""),
                new Outcome("lead_in", true, "a", "b", true, "x"),
                new Outcome("negation", false, "a", "b", true, "x"),
                new Outcome("negation", false, "a", "b", false, "")));
        assertThat(figures)
                .containsEntry("clean_stopped", 0.0)
                .containsEntry("rewrite_stopped", 1.0)
                .containsEntry("false_stopped", 0.5);
        assertThat(figures.toString()).contains("negation={truthful=false, n=2, stopped=0.5}");
    }
}
