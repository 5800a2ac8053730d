package io.sallyport.skill;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.AnswerWork.Declined;
import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.AnswerWork.Judged;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Rehearsal.Played;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Standing;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The reply that the desk would write now, and what would become of it.
 *
 * @param outcome {@code send}, {@code hold}, {@code hand-over} or {@code discard}
 * @param triggers for which the desk by itself would not have written one
 * @param reply the one written last; null when none was
 * @param earlier the ones that gates stopped before it
 */
public record DraftReport(
        String format,
        About about,
        String outcome,
        String why,
        List<Reason> triggers,
        @Nullable Written reply,
        List<Written> earlier)
        implements Report {

    static final String SEND = "send";
    static final String HOLD = "hold";
    static final String HAND_OVER = "hand-over";
    static final String DISCARD = "discard";

    /**
     * @param kind {@code answer} or {@code question}
     * @param confidence 0 to 1, that it answers; gates ask only whether it is true
     */
    public record Written(
            String kind,
            double confidence,
            String language,
            String subject,
            String text,
            List<Line> sentences,
            List<Judgement> gates) {
        static Written of(Judged judged) {
            Reply reply = judged.draft().reply();
            return new Written(
                    reply.kind().name().toLowerCase(Locale.ROOT),
                    judged.draft().confidence(),
                    reply.language(),
                    reply.subject(),
                    reply.text(),
                    reply.sentences().stream().map(Line::of).toList(),
                    judged.verdicts().stream().map(Judgement::of).toList());
        }
    }

    /** @param citations none for courtesies and questions */
    public record Line(String text, List<Cited> citations) {
        static Line of(Sentence sentence) {
            return new Line(
                    sentence.text(),
                    sentence.citations().stream().map(Cited::of).toList());
        }
    }

    static DraftReport of(Played played) {
        var written = played.drafts().stream().map(Written::of).toList();
        boolean isLastDeclined = played.record().answer() instanceof Declined;
        int last = written.size() - (isLastDeclined ? 0 : 1);
        return new DraftReport(
                "sallyport.skill.draft/1",
                About.of(played.record()),
                outcome(played),
                why(played),
                played.route().map(Reason::of).orElse(List.of()),
                last >= 0 && last < written.size() ? written.get(last) : null,
                written.subList(0, Math.max(0, last)));
    }

    private static String outcome(Played played) {
        return switch (played.record().standing()) {
            case Standing.AwaitingCustomer _ -> SEND;
            case Standing.WithPeople _ -> HAND_OVER;
            case Standing.Junk _ -> DISCARD;
            case Standing.AtWork _, Standing.Resolved _ -> HOLD;
        };
    }

    private static String why(Played played) {
        return switch (played.record().standing()) {
            case Standing.AwaitingCustomer _ -> "every gate passes it and the answer lane is in auto";
            case Standing.WithPeople people -> people.why();
            case Standing.Junk junk -> junk.why();
            case Standing.AtWork _, Standing.Resolved _ -> held(played);
        };
    }

    private static String held(Played played) {
        if (!(played.record().answer() instanceof Held held)) {
            return played.next().what() + " comes first: " + played.next().why();
        }
        return held.mode() == LaneMode.AUTO
                ? "every gate passes it, but its confidence of "
                        + Markdown.percent(held.draft().confidence()) + " is under "
                        + Markdown.percent(AnswerWork.Draft.LEAST_CONFIDENCE)
                : "every gate passes it, and the answer lane is in "
                        + held.mode().label() + ": a person has to approve it";
    }

    @Override
    public String markdown() {
        var text = Markdown.titled("Draft for " + about.title());
        text.line(said() + " " + why + ".");
        if (!triggers.isEmpty()) {
            text.heading("For a person").line("The desk by itself would have written nothing, but handed it over for:");
            triggers.forEach(trigger -> text.item(trigger.words()));
        }
        if (reply == null) {
            text.heading("Reply").line("None was written.");
        } else {
            write(reply, "Reply", text);
        }
        IntStream.range(0, earlier.size())
                .forEach(at -> write(earlier.get(at), "Stopped before: draft " + (at + 1), text));
        return text.toString();
    }

    private String said() {
        return switch (outcome) {
            case SEND -> "**Would be sent:**";
            case HOLD -> "**Would wait for a person:**";
            case HAND_OVER -> "**Would not be sent, a person gets the case:**";
            default -> "**Would be discarded:**";
        };
    }

    private static void write(Written reply, String title, Markdown text) {
        text.heading(title)
                .line("A" + (reply.kind().equals("answer") ? "n answer" : " " + reply.kind()) + " in "
                        + reply.language() + ", confidence " + Markdown.percent(reply.confidence()) + ".")
                .line("")
                .quote(reply.text())
                .heading(title + ": sentences and their proof");
        for (Line line : reply.sentences()) {
            text.item(line.text() + (line.citations().isEmpty() ? " (no claim of fact cited)" : ""));
            line.citations().forEach(cited -> text.line("  - " + cited.place() + ": “" + cited.quote() + "”"));
        }
        text.heading(title + ": gates");
        reply.gates().stream().flatMap(Judgement::lines).forEach(text::item);
    }
}
