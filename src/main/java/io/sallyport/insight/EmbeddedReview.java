package io.sallyport.insight;

import io.sallyport.answer.Coverage;
import io.sallyport.answer.Coverage.Need;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.insight.Review.Remark;
import io.sallyport.model.language.CaseNotes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reviews without a language model what can be computed: whether the gates pass the reply again today (accuracy, tone,
 * policy), and which of the customer's questions a sentence of it answers (completeness). Its tone and policy know the gates'
 * rules and nothing else, and its reasons say so.
 */
final class EmbeddedReview implements Reviewing {

    private static final List<String> POLICY_GATES = List.of("disclosure", "language");

    /** What is said of a question that the reply leaves open, as far as one can compute. */
    static final String NOT_NEAR = "no sentence of the reply comes near it";

    private final Gatekeeper gatekeeper;
    private final Coverage coverage;

    EmbeddedReview(Gatekeeper gatekeeper, Coverage coverage) {
        this.gatekeeper = gatekeeper;
        this.coverage = coverage;
    }

    @Override
    public Review review(Subject subject) {
        return CaseNotes.during(() -> {
            var verdicts = gatekeeper.judge(subject.record(), subject.reply());
            return whatFailed()
                    .filter(_ -> !stops(verdicts).isEmpty())
                    .<Review>map(why -> new Review.Missing("a gate's judge could not be asked: " + why))
                    .orElseGet(() -> scored(subject, verdicts));
        });
    }

    /** Gates keep their judges' answers on the case; where one has to be asked again, its silence says nothing of the reply. */
    private static Optional<String> whatFailed() {
        return CaseNotes.take().stream()
                .filter(Fact.ModelAsked.class::isInstance)
                .map(note -> ((Fact.ModelAsked) note).outcome())
                .filter(outcome -> !outcome.equals(Fact.ModelAsked.ANSWERED))
                .findFirst();
    }

    private Review.Scored scored(Subject subject, List<Verdict> verdicts) {
        var needs = coverage.needs(subject.record(), subject.reply());
        var accuracy = score(verdicts, List.of("grounding"));
        return new Review.Scored(
                accuracy,
                score(verdicts, List.of("tone")),
                score(verdicts, POLICY_GATES),
                completeness(subject.reply(), needs),
                accuracy.points() == Score.BEST,
                remarks(verdicts, needs),
                Review.EMBEDDED,
                "");
    }

    private static List<Remark> remarks(List<Verdict> verdicts, List<Need> needs) {
        var stopped = stops(verdicts).stream()
                .flatMap(stop -> stop.flagged().stream()
                        .map(flag -> new Remark(flag.sentence(), stop.gate() + ": " + flag.why())));
        var open = needs.stream().filter(need -> !need.isAnswered()).map(need -> new Remark(need.question(), NOT_NEAR));
        return Stream.concat(stopped, open).toList();
    }

    /** A stop by a gate is no slip: the same reply would not leave today. */
    private static Score score(List<Verdict> verdicts, List<String> gates) {
        var asked = verdicts.stream()
                .filter(verdict -> gates.contains(verdict.gate()))
                .toList();
        return stops(asked).stream()
                .findFirst()
                .map(stop -> new Score(
                        Review.MISLEADS, "the " + stop.gate() + " gate would stop it today: " + stop.reason()))
                .orElseGet(() -> new Score(
                        Score.BEST,
                        "would pass today, "
                                + asked.stream().map(EmbeddedReview::checked).collect(Collectors.joining("; "))));
    }

    private static String checked(Verdict passed) {
        var notes = passed instanceof Verdict.Pass pass ? String.join(", ", pass.notes()) : "";
        return passed.gate() + " gate" + (passed.opinions().isEmpty() ? " by rules alone" : "")
                + (notes.isEmpty() ? "" : ": " + notes);
    }

    /** From 1, nothing answered, to 5, everything, by the share of questions that are. */
    private static Score completeness(Reply reply, List<Need> needs) {
        if (reply.kind() == Reply.Kind.QUESTION) {
            return new Score(
                    3, "it asks for a detail and answers nothing yet; whether the detail is needed takes a reader");
        }
        if (needs.isEmpty()) {
            return new Score(3, "no question was found in the message, so nothing tells whether the reply answers");
        }
        long answered = needs.stream().filter(Need::isAnswered).count();
        int points = 1 + (int) ((Score.BEST - 1) * answered / needs.size());
        return new Score(
                points,
                answered + " of " + needs.size() + " questions have a sentence of the reply near them in meaning");
    }

    private static List<Verdict.Stop> stops(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Stop.class::isInstance)
                .map(Verdict.Stop.class::cast)
                .toList();
    }
}
