package io.sallyport.insight;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.Priority;
import io.sallyport.insight.Review.Remark;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Reviews by language model, beside the rules: of accuracy, tone and policy the lower score stands, so that a model can be
 * stricter than the gates and never milder. Completeness is the model's alone, as rules only guess at it.
 */
final class ModelReview implements Reviewing {

    private static final Prompt PROMPT = Prompt.shipped("insight", "qa reviewer");
    private static final Shape<Written> SHAPE = Shape.of(Written.class);
    private static final int LONGEST_ANSWER = 900;
    private static final int LONGEST_REASON = 300;

    enum Grounded {
        YES,
        NO
    }

    record Part(
            @JsonPropertyDescription("from 1 to 5") int score,

            @JsonPropertyDescription("the reason, in at most twenty-five words")
            String because) {

        Part {
            because = brief(because);
            if (score < 1 || score > Score.BEST) {
                throw new IllegalArgumentException("a score is 1 to " + Score.BEST + ", not " + score);
            }
        }

        Score asScore() {
            return new Score(score, because);
        }
    }

    record Numbered(
            @JsonPropertyDescription("the sentence's number")
            int sentence,

            @JsonPropertyDescription("why, in at most twenty-five words")
            String because) {}

    /** Contradictions are refused: who says grounded and names an unproven sentence has not judged. */
    record Written(
            Part accuracy,
            Part tone,
            Part policy,
            Part completeness,
            Grounded grounded,

            @JsonPropertyDescription("the reply's sentences that their evidence does not bear out")
            List<Numbered> unproven,

            @JsonPropertyDescription("the customer's sentences that ask for what the reply leaves open")
            List<Numbered> unanswered) {

        Written {
            boolean isGrounded = grounded == Grounded.YES;
            if (isGrounded && !unproven.isEmpty()) {
                throw new IllegalArgumentException("grounded, and a sentence is unproven");
            }
            if (!isGrounded && accuracy.score() > Review.MISLEADS) {
                throw new IllegalArgumentException("not grounded, and accuracy over " + Review.MISLEADS);
            }
        }
    }

    private final LanguageModel model;
    private final EmbeddedReview rules;

    ModelReview(LanguageModel model, EmbeddedReview rules) {
        this.model = model;
        this.rules = rules;
    }

    @Override
    public Review review(Subject subject) {
        return switch (rules.review(subject)) {
            case Review.Missing missing -> missing;
            case Review.Scored byRules -> review(subject, byRules);
        };
    }

    private Review review(Subject subject, Review.Scored byRules) {
        var paper = ReviewPaper.of(subject);
        return switch (model.ask(request(subject, paper))) {
            case Failed<Written> failed -> new Review.Missing(failed.fault().label() + ", " + failed.why());
            case Said<Written>(var written, var _, var by) ->
                areThere(written.unproven(), paper.reply()) && areThere(written.unanswered(), paper.customer())
                        ? together(byRules, written, paper, by)
                        : new Review.Missing("it names a sentence that is not there");
        };
    }

    private static Review together(Review.Scored byRules, Written written, ReviewPaper paper, String by) {
        var remarks = new ArrayList<Remark>();
        written.unproven().forEach(one -> remarks.add(remark(paper.reply(), one, "not borne out")));
        written.unanswered().forEach(one -> remarks.add(remark(paper.customer(), one, "not answered")));
        // What the rules say of the customer's questions is the guess that the model has replaced.
        byRules.remarks().stream()
                .filter(remark -> !remark.why().equals(EmbeddedReview.NOT_NEAR))
                .forEach(remarks::add);
        return new Review.Scored(
                written.accuracy().asScore().orLower(byRules.accuracy()),
                written.tone().asScore().orLower(byRules.tone()),
                written.policy().asScore().orLower(byRules.policy()),
                written.completeness().asScore(),
                written.grounded() == Grounded.YES && byRules.isGrounded(),
                remarks,
                by,
                PROMPT.hash());
    }

    private static Remark remark(List<String> sentences, Numbered one, String what) {
        return new Remark(sentences.get(one.sentence() - 1), what + ": " + brief(one.because()));
    }

    private static String brief(String words) {
        var stripped = words.strip();
        return stripped.length() <= LONGEST_REASON ? stripped : stripped.substring(0, LONGEST_REASON) + "…";
    }

    private static boolean areThere(List<Numbered> named, List<String> sentences) {
        return named.stream().allMatch(one -> one.sentence() >= 1 && one.sentence() <= sentences.size());
    }

    /** After everything that a customer waits for: the lowest priority, whatever the case's. */
    private static Request<Written> request(Subject subject, ReviewPaper paper) {
        return new Request<>(
                new Purpose.OfCase(
                        PROMPT.agent(), subject.record().id(), subject.reply().lane(), Priority.P4),
                PROMPT.text(),
                paper.material(),
                SHAPE,
                LONGEST_ANSWER);
    }
}
