package io.sallyport.skill;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets with a case: its packet, and what surrounds it.
 *
 * @param status {@code handed-over} for a case that is with people, {@code would-hand-over} for one that the desk would give
 *     them, {@code asked-for} for one that it would not
 * @param unsent the draft that was not sent; empty when there is none
 * @param brief null where no model plays the escalation role, or nothing it wrote could be kept
 */
public record EscalationReport(
        String format,
        About about,
        String status,
        Handed handed,
        @Nullable Matter matter,
        List<Said> thread,
        String unsent,
        List<Cited> citations,
        @Nullable Briefed brief,
        PacketFaces packet)
        implements Report {

    static final String WITH_PEOPLE = "handed-over";
    static final String WOULD = "would-hand-over";
    static final String ASKED_FOR = "asked-for";

    /** To whom and why. */
    public record Handed(
            String queue, String owner, String why, List<Reason> triggers, List<Judgement.Stopped> stopped) {
        static Handed of(Standing.WithPeople people) {
            return new Handed(
                    people.queue(),
                    people.owner().orElse(""),
                    people.why(),
                    Reason.of(people),
                    people.flags().stream().map(Judgement.Stopped::of).toList());
        }
    }

    /** What triage says of it and of the customer. */
    public record Matter(
            String category,
            String priority,
            String mood,
            String customer,
            String tier,
            boolean isVip,
            boolean isAtRisk,
            String firstAnswerDue,
            String solutionDue,
            String knownIssue,
            String fixedIssue,
            List<String> duplicates) {
        static Matter of(Triage triage) {
            var customer = triage.customer();
            return new Matter(
                    triage.category().label(),
                    triage.priority().name(),
                    triage.mood().name().toLowerCase(Locale.ROOT),
                    customer.name(),
                    customer.tier(),
                    customer.isVip(),
                    customer.isAtRisk(),
                    triage.sla().firstAnswerDue().toString(),
                    triage.sla().solutionDue().toString(),
                    triage.related().knownIssue().orElse(""),
                    triage.related().fixedIssue().map(Triage.FixedIssue::told).orElse(""),
                    triage.related().duplicates().stream().map(CaseId::value).toList());
        }
    }

    /** @param author {@code customer}, {@code desk}, {@code person} or {@code machine} */
    public record Said(String author, String at, String text) {
        static Said of(Message message) {
            return new Said(
                    message.author().name().toLowerCase(Locale.ROOT),
                    message.at().toString(),
                    message.written());
        }
    }

    /** What the Escalation Writer wrote. */
    public record Briefed(String by, String problem, List<String> tried, List<String> words, String nextStep) {
        static Briefed of(Brief brief) {
            return new Briefed(brief.by(), brief.problem(), brief.tried(), brief.words(), brief.nextStep());
        }
    }

    static EscalationReport of(
            CaseRecord record, Standing.WithPeople people, Optional<Brief> brief, Fact.Packaged packed, String status) {
        var draft = record.answer().findDraft().map(AnswerWork.Draft::reply);
        return new EscalationReport(
                "sallyport.skill.escalate/1",
                About.of(record),
                status,
                Handed.of(people),
                record.findings().triage().map(Matter::of).orElse(null),
                record.messages().stream().map(Said::of).toList(),
                draft.map(reply -> reply.text()).orElse(""),
                draft.stream()
                        .flatMap(reply -> reply.citations().stream())
                        .distinct()
                        .map((Citation citation) -> Cited.of(citation))
                        .toList(),
                brief.map(Briefed::of).orElse(null),
                new PacketFaces(record.id(), packed));
    }

    @Override
    public String markdown() {
        var text = Markdown.titled("Escalation of " + about.title());
        text.line(
                switch (status) {
                    case WITH_PEOPLE -> "**A person has this case, or will:** " + handed.why() + ".";
                    case WOULD -> "**The desk would hand this over:** " + handed.why() + ".";
                    default -> "**The desk by itself would not hand this over.** This is what a person would get.";
                });
        text.heading("Handed to")
                .item("queue", handed.queue())
                .item("owner", handed.owner())
                .items(handed.triggers().stream().map(Reason::words).toList(), "");
        handed.stopped().forEach(one -> text.item("stopped sentence", "“" + one.sentence() + "”: " + one.why()));
        Optional.ofNullable(matter).ifPresent(triaged -> write(triaged, text));
        packet.write(text);
        Optional.ofNullable(brief).ifPresent(written -> write(written, text));
        if (!citations.isEmpty()) {
            text.heading("What the draft quotes");
            citations.forEach(cited -> text.item(cited.place() + ": “" + cited.quote() + "”"));
        }
        return text.toString();
    }

    private static void write(Matter matter, Markdown text) {
        text.heading("Matter")
                .item("category", matter.category())
                .item("priority", matter.priority())
                .item("mood", matter.mood())
                .item("customer", matter.customer())
                .item("tier", matter.tier() + (matter.isVip() ? ", VIP" : "") + (matter.isAtRisk() ? ", at risk" : ""))
                .item("due", "first answer " + matter.firstAnswerDue() + ", solution " + matter.solutionDue())
                .item("known issue", matter.knownIssue())
                .item("known issue", matter.fixedIssue())
                .item("like", String.join(", ", matter.duplicates()));
    }

    private static void write(Briefed brief, Markdown text) {
        text.heading("Brief").line(brief.problem()).line("");
        brief.tried().forEach(one -> text.item("tried", one));
        brief.words().forEach(one -> text.item("in the customer's words", "“" + one + "”"));
        text.item("next step", brief.nextStep()).item("written by", brief.by());
    }
}
