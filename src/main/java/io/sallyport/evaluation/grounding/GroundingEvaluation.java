package io.sallyport.evaluation.grounding;

import io.sallyport.casefile.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks the Grounding gate about texts that are known to follow from their evidence or not. */
public final class GroundingEvaluation {

    /**
     * What the gate said of one text.
     *
     * @param score 0 to 1: how well the evidence carries it, by which texts are ranked; the gate does not read it
     */
    public record Outcome(GroundedText text, boolean isPassed, double score) {}

    private final Instant today;

    private GroundingEvaluation(Instant today) {
        this.today = today;
    }

    public static List<Outcome> run(List<GroundedText> texts, Instant today) {
        var evaluation = new GroundingEvaluation(today);
        return texts.stream().map(evaluation::outcome).toList();
    }

    private Outcome outcome(GroundedText text) {
        var cited = CitedText.of(text, today);
        boolean passed = !cited.sentences().isEmpty()
                && new GroundingJudge(ref -> Optional.ofNullable(cited.shelf().get(ref)), today)
                                .judge(cited.sentences())
                        instanceof Verdict.Pass;
        return new Outcome(text, passed, SupportScore.of(text));
    }
}
