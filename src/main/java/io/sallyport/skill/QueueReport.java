package io.sallyport.skill;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Rehearsal.Upcoming;
import io.sallyport.casefile.Triage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One pass over the queue: what comes next for every open case. P1 first, then what is due first.
 *
 * @param more whether there are more open cases than were looked at
 */
public record QueueReport(String format, String at, List<Line> cases, boolean more) implements Report {

    /**
     * One open case.
     *
     * @param who {@code desk}, {@code person} or {@code customer}
     * @param next the desk's next step, or {@code wait}
     * @param when the next step is due; empty for now, or where nobody can tell
     * @param isLate whether its first answer is overdue
     */
    public record Line(
            String caseId,
            String customer,
            String subject,
            String standing,
            String category,
            String priority,
            String firstAnswerDue,
            boolean isLate,
            String who,
            String next,
            String why,
            String when) {}

    private static final Comparator<Line> GRAVEST_FIRST = Comparator.comparing(
                    (Line line) -> line.priority().isEmpty() ? "P3" : line.priority())
            .thenComparing(Line::firstAnswerDue)
            .thenComparing(Line::caseId);

    static QueueReport of(List<Line> lines, boolean more, Instant now) {
        return new QueueReport(
                "sallyport.skill.support-loop/1",
                now.toString(),
                lines.stream().sorted(GRAVEST_FIRST).toList(),
                more);
    }

    static Line line(CaseRecord record, Upcoming next, Instant now) {
        Optional<Triage> triage = record.findings().triage();
        Optional<Instant> due = triage.map(found -> found.sla().firstAnswerDue());
        return new Line(
                record.id().value(),
                record.ticket().customer(),
                record.ticket().subject(),
                record.standing().label(),
                triage.map(found -> found.category().label()).orElse(""),
                triage.map(found -> found.priority().name()).orElse(""),
                due.map(Instant::toString).orElse(""),
                record.effects().isEmpty() && due.filter(now::isAfter).isPresent(),
                next.who(),
                next.what(),
                next.why(),
                next.at().map(Instant::toString).orElse(""));
    }

    @Override
    public String markdown() {
        var text = Markdown.titled("The queue at " + at);
        text.line(count("desk") + " for the desk, " + count("person") + " for a person, " + count("customer")
                + " for the customer to answer" + (more ? "; there are more than were looked at (--limit)" : "") + ".");
        for (String who : List.of("desk", "person", "customer")) {
            if (count(who) > 0) {
                text.heading("Waiting for the " + who);
                cases.stream().filter(line -> line.who().equals(who)).forEach(line -> text.item(words(line)));
            }
        }
        return text.toString();
    }

    private long count(String who) {
        return cases.stream().filter(line -> line.who().equals(who)).count();
    }

    private static String words(Line line) {
        return "**" + line.caseId() + "** " + (line.priority() + " " + line.category()).strip()
                + (line.isLate() ? " LATE since " + line.firstAnswerDue() : "")
                + (line.subject().isBlank() ? "" : " “" + line.subject() + "”") + ": "
                + (line.next().equals("wait")
                        ? ""
                        : line.next() + (line.when().isEmpty() ? "" : " at " + line.when()) + ", ")
                + line.why();
    }
}
