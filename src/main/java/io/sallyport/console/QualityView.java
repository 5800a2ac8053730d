package io.sallyport.console;

import io.sallyport.insight.Finding;
import io.sallyport.insight.Finding.Outcome;
import io.sallyport.insight.Review;
import io.sallyport.insight.Review.Remark;
import io.sallyport.insight.Score;
import java.util.List;
import java.util.Optional;

/**
 * What the QA Reviewer says of one sent reply.
 *
 * @param tone the colour of the verdict's tag, as the style sheet names it
 */
record QualityView(String verdict, String tone, String by, List<Line> scores, List<Remark> remarks) {

    public record Line(String name, Score score) {}

    /** Replies that were not sampled are left out. */
    static List<QualityView> of(List<Finding> findings) {
        return findings.stream().flatMap(finding -> find(finding).stream()).toList();
    }

    static Optional<QualityView> find(Finding finding) {
        return switch (finding.outcome()) {
            case Outcome.NotSampled() -> Optional.empty();
            case Outcome.Waiting(int tries, String why) ->
                plain("waits for its review", "", tries == 0 ? "" : "tried " + tries + " times: " + why);
            case Outcome.NotReviewed(int tries, String why) ->
                plain("not reviewed", "warn", "given up after " + tries + " tries: " + why);
            case Outcome.Reviewed(Review.Scored scored, var _) -> Optional.of(scored(scored));
        };
    }

    private static Optional<QualityView> plain(String verdict, String tone, String by) {
        return Optional.of(new QualityView(verdict, tone, by, List.of(), List.of()));
    }

    private static QualityView scored(Review.Scored scored) {
        var by = scored.by().equals(Review.EMBEDDED)
                ? "by the embedded engine, from what can be computed"
                : "by " + scored.by() + ", prompt " + scored.promptHash().substring(0, 12);
        return new QualityView(
                scored.isAccurate() ? "accurate" : "not accurate",
                scored.isAccurate() ? "good" : "bad",
                by,
                List.of(
                        new Line("accuracy", scored.accuracy()),
                        new Line("tone", scored.tone()),
                        new Line("policy", scored.policy()),
                        new Line("completeness", scored.completeness())),
                scored.remarks());
    }
}
