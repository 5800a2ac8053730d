package io.sallyport.cli;

import io.sallyport.insight.Finding;
import io.sallyport.insight.Finding.Outcome;
import io.sallyport.insight.QaFindings.Sum;
import io.sallyport.insight.Review;
import io.sallyport.insight.Score;
import io.sallyport.insight.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The QA Reviewer's findings as Markdown, lines for a terminal, or JSON. */
final class QaText {

    private static final int SHOWN_HASH = 12;

    private QaText() {}

    static String markdown(Subject subject, Review review) {
        var text = new StringJoiner("\n");
        text.add("# Review of " + subject.record().id()).add("");
        text.add(subject.effectId()
                        .map(id -> "The reply that was sent as " + id + ".")
                        .orElse("A draft; nothing was sent."))
                .add("");
        switch (review) {
            case Review.Missing(String why) -> text.add("**Not reviewed**: " + why + ".");
            case Review.Scored scored -> addScores(text, scored);
        }
        return text.toString();
    }

    private static void addScores(StringJoiner text, Review.Scored scored) {
        text.add("Reviewed by " + by(scored) + ": **" + (scored.isAccurate() ? "accurate" : "not accurate") + "**, "
                + (scored.isGrounded() ? "every claim grounded" : "not every claim grounded") + ".");
        text.add("").add("| score | of 5 | because |").add("|---|---|---|");
        scores(scored)
                .forEach((name, score) -> text.add("| " + name + " | " + score.points() + " | "
                        + score.because().replace("|", "\\|").replace('\n', ' ') + " |"));
        if (!scored.remarks().isEmpty()) {
            text.add("");
            scored.remarks()
                    .forEach(remark -> text.add("- “" + remark.sentence().replace('\n', ' ') + "”: " + remark.why()));
        }
    }

    private static String by(Review.Scored scored) {
        return scored.by().equals(Review.EMBEDDED)
                ? "the embedded engine, from what can be computed"
                : scored.by() + ", prompt " + scored.promptHash().substring(0, SHOWN_HASH);
    }

    private static Map<String, Score> scores(Review.Scored scored) {
        var scores = new LinkedHashMap<String, Score>();
        scores.put("accuracy", scored.accuracy());
        scores.put("tone", scored.tone());
        scores.put("policy", scored.policy());
        scores.put("completeness", scored.completeness());
        return scores;
    }

    /** For the end of a case's page; nothing for one that sent nothing. */
    static List<String> ofCase(List<Finding> findings) {
        return findings.stream().map(finding -> "qa    " + outcome(finding)).toList();
    }

    static String list(List<Finding> lines, List<Sum> sums, CorrectionsText corrections) {
        var text = new StringJoiner("\n");
        if (sums.isEmpty()) {
            text.add("No reply has been sent yet.");
        }
        lines.forEach(finding -> text.add(finding.sentAt() + "  " + finding.caseId() + "  "
                + finding.lane().label() + "  " + outcome(finding)));
        sums.forEach(sum -> text.add(sum(sum)));
        corrections.lines().forEach(text::add);
        return text.toString();
    }

    private static String sum(Sum sum) {
        return String.format(
                Locale.ROOT,
                "%s: %d sent, %d reviewed, %d waiting, %d not reviewed, %d not accurate; means: accuracy %.2f, tone %.2f, policy %.2f, completeness %.2f",
                sum.lane().label(),
                sum.sent(),
                sum.reviewed(),
                sum.waiting(),
                sum.notReviewed(),
                sum.notAccurate(),
                sum.accuracy(),
                sum.tone(),
                sum.policy(),
                sum.completeness());
    }

    private static String outcome(Finding finding) {
        return switch (finding.outcome()) {
            case Outcome.NotSampled() -> finding.effectId() + " not sampled";
            case Outcome.Waiting(int tries, String why) ->
                finding.effectId() + " waits for its review"
                        + (tries == 0 ? "" : ", tried " + tries + " times: " + why);
            case Outcome.NotReviewed(int tries, String why) ->
                finding.effectId() + " NOT REVIEWED after " + tries + " tries: " + why;
            case Outcome.Reviewed(Review.Scored scored, var _) -> finding.effectId() + " " + scored(scored);
        };
    }

    private static String scored(Review.Scored scored) {
        var text = new StringJoiner(", ");
        text.add(scored.isAccurate() ? "accurate" : "NOT ACCURATE");
        scores(scored).forEach((name, score) -> text.add(name + " " + score.points()));
        var reasons = Stream.concat(
                        scores(scored).values().stream()
                                .filter(score -> score.points() < Score.BEST)
                                .map(score -> "\n      " + score.because()),
                        scored.remarks().stream().map(remark -> "\n      “" + remark.sentence() + "”: " + remark.why()))
                .toList();
        return text + " (by " + by(scored) + ")" + String.join("", reasons);
    }

    static String json(Subject subject, Review review) {
        var all = new LinkedHashMap<String, Object>();
        all.put("case", subject.record().id().value());
        all.put("effect", subject.effectId().orElse(""));
        all.putAll(fields(review));
        return write(all);
    }

    static String json(List<Finding> lines, List<Sum> sums, CorrectionsText corrections) {
        var all = new LinkedHashMap<String, Object>();
        all.put("findings", lines.stream().map(QaText::fields).toList());
        all.put("lanes", sums.stream().map(QaText::fields).toList());
        all.putAll(corrections.fields());
        return write(all);
    }

    private static Map<String, Object> fields(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("case", finding.caseId().value());
        fields.put("effect", finding.effectId());
        fields.put("lane", finding.lane().label());
        fields.put("sent_at", finding.sentAt().toString());
        switch (finding.outcome()) {
            case Outcome.NotSampled() -> fields.put("state", "not-sampled");
            case Outcome.Waiting(int tries, String why) -> {
                fields.put("state", "waiting");
                fields.put("tries", tries);
                fields.put("why", why);
            }
            case Outcome.NotReviewed(int tries, String why) -> {
                fields.putAll(fields(new Review.Missing(why)));
                fields.put("tries", tries);
            }
            case Outcome.Reviewed(Review.Scored scored, var at) -> {
                fields.putAll(fields(scored));
                fields.put("reviewed_at", at.toString());
            }
        }
        return fields;
    }

    private static Map<String, Object> fields(Review review) {
        var fields = new LinkedHashMap<String, Object>();
        switch (review) {
            case Review.Missing(String why) -> {
                fields.put("state", "not-reviewed");
                fields.put("why", why);
            }
            case Review.Scored scored -> {
                fields.put("state", "reviewed");
                fields.put("accurate", scored.isAccurate());
                fields.put("grounded", scored.isGrounded());
                scores(scored)
                        .forEach((name, score) ->
                                fields.put(name, Map.of("score", score.points(), "because", score.because())));
                fields.put("remarks", scored.remarks());
                fields.put("model", scored.by());
                fields.put("prompt", scored.promptHash());
            }
        }
        return fields;
    }

    private static Map<String, Object> fields(Sum sum) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("lane", sum.lane().label());
        fields.put("sent", sum.sent());
        fields.put("reviewed", sum.reviewed());
        fields.put("waiting", sum.waiting());
        fields.put("not_reviewed", sum.notReviewed());
        fields.put("not_accurate", sum.notAccurate());
        fields.put("not_grounded", sum.notGrounded());
        fields.put("means", List.of(sum.accuracy(), sum.tone(), sum.policy(), sum.completeness()));
        return fields;
    }

    private static String write(Object value) {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
