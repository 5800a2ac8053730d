package io.sallyport.evaluation;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the desk made of one message, as one line of a replay's output says it.
 *
 * @param outcome {@code answer}, {@code ask}, {@code action}, {@code escalate}, {@code stop} or {@code junk}
 * @param because why, in a line, for people
 * @param millis from the message's commit to the case coming to rest
 */
public record ReplayedCase(
        String id,
        String outcome,
        String category,
        String priority,
        List<String> triggers,
        String lane,
        String reply,
        List<Quoted> citations,
        List<Judged> verdicts,
        String because,
        long millis) {

    private static final String ACTION = "action";

    public record Quoted(String article, int revision, String quote) {}

    public record Judged(String gate, boolean passed, String reason, List<Verdict.Flag> flagged) {}

    /** @return empty while the case is still at work */
    static Optional<ReplayedCase> of(String id, CaseRecord record, List<CaseEvent> events) {
        return outcome(record)
                .map(outcome -> new ReplayedCase(
                        id,
                        outcome,
                        record.findings()
                                .triage()
                                .map(triage -> triage.category().label())
                                .orElse(""),
                        record.findings()
                                .triage()
                                .map(Triage::priority)
                                .map(Enum::name)
                                .orElse(""),
                        triggers(record),
                        lane(outcome),
                        record.answer()
                                .findDraft()
                                .map(draft -> draft.reply().text())
                                .orElse(""),
                        citations(record),
                        verdicts(record),
                        because(record),
                        Duration.between(record.openedAt(), events.getLast().at())
                                .toMillis()));
    }

    private static Optional<String> outcome(CaseRecord record) {
        return switch (record.standing()) {
            case Standing.AtWork() when record.action() instanceof ActionWork.Held -> Optional.of(ACTION);
            case Standing.AtWork() ->
                record.answer() instanceof AnswerWork.Held held
                        ? Optional.of(kind(record, held.draft().reply()))
                        : Optional.empty();
            case Standing.Junk _ -> Optional.of("junk");
            case Standing.AwaitingCustomer _, Standing.Resolved _ ->
                record.answer().findDraft().map(draft -> kind(record, draft.reply()));
            case Standing.WithPeople people -> Optional.of(withPeople(record, people));
        };
    }

    private static String withPeople(CaseRecord record, Standing.WithPeople people) {
        if (record.action() instanceof ActionWork.Held) {
            return ACTION;
        }
        if (record.answer() instanceof AnswerWork.Held held) {
            return kind(record, held.draft().reply());
        }
        boolean isStopped = people.triggers().stream().anyMatch(t -> t.kind() == Trigger.Kind.GATE_STOPPED);
        return isStopped ? "stop" : "escalate";
    }

    /** A reply that tells of an action, or asks for what one needs, is the action lane's work. */
    private static String kind(CaseRecord record, Reply reply) {
        boolean isOfAction = switch (record.action()) {
            case ActionWork.Asking _, ActionWork.Challenged _, ActionWork.Done _, ActionWork.Denied _ -> true;
            case ActionWork.NotBegun _,
                    ActionWork.NoPlan _,
                    ActionWork.ForPerson _,
                    ActionWork.Planned _,
                    ActionWork.Judged _,
                    ActionWork.Interrupted _,
                    ActionWork.Held _,
                    ActionWork.Acting _,
                    ActionWork.Unacted _ -> false;
        };
        return isOfAction ? ACTION : kind(reply);
    }

    private static String kind(Reply reply) {
        return switch (reply.kind()) {
            case ANSWER, PERSONAL, BRIDGE -> "answer";
            case QUESTION -> "ask";
        };
    }

    private static String lane(String outcome) {
        return switch (outcome) {
            case "answer", "ask", "stop" -> "answer";
            case ACTION -> "action";
            case "escalate" -> "escalation";
            default -> "";
        };
    }

    private static List<String> triggers(CaseRecord record) {
        var routed = record.findings().route().map(route -> route.triggers()).orElse(List.of());
        var standing = record.standing() instanceof Standing.WithPeople people ? people.triggers() : List.<Trigger>of();
        return java.util.stream.Stream.concat(routed.stream(), standing.stream())
                .map(trigger -> trigger.kind().label())
                .distinct()
                .toList();
    }

    private static List<Quoted> citations(CaseRecord record) {
        return record.answer().findDraft().stream()
                .flatMap(draft -> draft.reply().citations().stream())
                .map(citation ->
                        new Quoted(citation.source().id(), citation.source().revision(), citation.quote()))
                .toList();
    }

    private static List<Judged> verdicts(CaseRecord record) {
        return record.answer().verdicts().stream()
                .map(verdict -> switch (verdict) {
                    case Verdict.Pass(String gate, var _, var _) -> new Judged(gate, true, "", List.of());
                    case Verdict.Stop(String gate, String reason, var flagged, var _, var _, var _) ->
                        new Judged(gate, false, reason, flagged);
                })
                .toList();
    }

    private static String because(CaseRecord record) {
        return switch (record.standing()) {
            case Standing.WithPeople people -> people.why();
            case Standing.Junk(String why) -> why;
            case Standing.AtWork _, Standing.AwaitingCustomer _, Standing.Resolved _ ->
                record.answer().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
