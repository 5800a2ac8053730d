package io.sallyport.skill;

import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Rehearsal.Played;
import java.util.List;
import java.util.Locale;

/**
 * What the articles say to a question.
 *
 * @param question as the Researcher understood it; empty when nothing was asked
 * @param missing what would have to be there for an answer and is not
 */
public record ResearchReport(
        String format,
        About about,
        String question,
        List<Found> evidence,
        List<Contradiction> contradictions,
        List<String> missing)
        implements Report {

    /**
     * A passage, best first.
     *
     * @param score compares passages of one report: their odds of answering are the exponential of the difference
     * @param notCitable why it may be read and not quoted; empty when it may be quoted
     */
    public record Found(String article, int revision, String heading, String quote, double score, String notCitable) {
        static Found of(Passage passage) {
            return new Found(
                    passage.source().id(),
                    passage.source().revision(),
                    passage.heading(),
                    passage.text(),
                    Math.round(passage.score() * 1000) / 1000.0,
                    passage.notCitable().orElse(""));
        }
    }

    /** Two passages that cannot both hold. */
    public record Contradiction(String first, String second, String what) {}

    static ResearchReport of(Played played) {
        var evidence = Evidences.of(played);
        return new ResearchReport(
                "sallyport.skill.research/1",
                About.of(played.record()),
                evidence.question(),
                evidence.passages().stream().map(Found::of).toList(),
                evidence.contradictions().stream()
                        .map(one -> new Contradiction(one.firstPassage(), one.secondPassage(), one.what()))
                        .toList(),
                missing(played, evidence));
    }

    private static List<String> missing(Played played, Evidence evidence) {
        return played.route().isEmpty() ? List.of("nothing was asked: it is junk") : Gaps.in(evidence);
    }

    @Override
    public String markdown() {
        var text = Markdown.titled("Research for " + about.title());
        text.quote(question).heading("Evidence");
        evidence.forEach(found -> write(found, text));
        if (evidence.isEmpty()) {
            text.line("None.");
        }
        text.heading("Contradictions")
                .items(
                        contradictions.stream()
                                .map(one -> one.first() + " against " + one.second() + ": " + one.what())
                                .toList(),
                        "None found.");
        return text.heading("Missing")
                .items(missing, "Nothing: every word of the question is in a passage that may be quoted.")
                .toString();
    }

    private static void write(Found found, Markdown text) {
        text.line("**" + found.article() + "@" + found.revision() + "** " + found.heading()
                + String.format(Locale.ROOT, ", score %.2f", found.score())
                + (found.notCitable().isEmpty() ? "" : ", NOT TO BE QUOTED: " + found.notCitable()));
        text.quote(found.quote()).line("");
    }
}
