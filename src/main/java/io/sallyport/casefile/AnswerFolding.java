package io.sallyport.casefile;

import io.sallyport.casefile.AnswerWork.Approved;
import io.sallyport.casefile.AnswerWork.Declined;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.AnswerWork.Drafted;
import io.sallyport.casefile.AnswerWork.Judged;
import io.sallyport.casefile.AnswerWork.NotBegun;
import io.sallyport.casefile.AnswerWork.Researched;
import io.sallyport.casefile.AnswerWork.Sending;
import io.sallyport.casefile.AnswerWork.Sent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What facts change in the draft of an answer and on its way out. */
final class AnswerFolding {

    private AnswerFolding() {}

    static Draft next(CaseRecord before, Fact.ReplyComposed composed) {
        Optional<Judged> last = before.answer().findStopped();
        int attempt = last.map(judged -> judged.draft().attempt()).orElse(0) + 1;
        List<Verdict.Flag> stopped = last.stream()
                .flatMap(judged -> judged.verdicts().stream())
                .flatMap(verdict -> verdict instanceof Verdict.Stop stop ? stop.flagged().stream() : Stream.empty())
                .toList();
        return new Draft(
                evidence(before),
                composed.reply(),
                composed.confidence(),
                attempt,
                Optional.empty(),
                stopped,
                List.of());
    }

    static Draft written(CaseEvent event, Reply reply) {
        return new Draft(
                new Evidence("", List.of(), List.of()),
                reply,
                1,
                1,
                Optional.of(event.actor().name()),
                List.of(),
                List.of());
    }

    static Draft edited(CaseRecord before, CaseEvent event, Reply reply) {
        Draft draft = draft(before, event);
        return new Draft(
                draft.evidence(),
                reply,
                draft.confidence(),
                draft.attempt(),
                Optional.of(event.actor().name()),
                draft.stopped(),
                List.of());
    }

    static void held(Changes now, CaseEvent event, LaneMode mode) {
        now.answer = new AnswerWork.Held(
                draft(now.before, event), now.before.answer().verdicts(), mode);
        HeldFolding.held(now, event, mode);
    }

    static Draft draft(CaseRecord before, CaseEvent event) {
        return before.answer().findDraft().orElseThrow(() -> Folding.misfit(before, event));
    }

    static Evidence evidence(CaseRecord before) {
        return switch (before.answer()) {
            case Researched(Evidence evidence, var _) -> evidence;
            case Declined(Evidence evidence, Trigger _) -> evidence;
            case NotBegun _ -> new Evidence("", List.of(), List.of());
            case AnswerWork later ->
                later.findDraft().map(Draft::evidence).orElse(new Evidence("", List.of(), List.of()));
        };
    }

    /** Whoever was answered in a person's own words writes back to that person. */
    static Optional<String> correspondent(AnswerWork answer) {
        return answer instanceof Sent(Draft draft, String _) && draft.reply().kind() == Reply.Kind.PERSONAL
                ? draft.editedBy()
                : Optional.empty();
    }

    /** The customer has a person's answer: what was in the works is void, but for what leaves or is a person's. */
    static AnswerWork answeredElsewhere(AnswerWork now) {
        return now.isPersons() || now instanceof Sending || now instanceof Sent ? now : new NotBegun();
    }

    /** What the machine wrote before something was done does not tell it. */
    static AnswerWork withoutMachines(AnswerWork now) {
        return isUnsent(now) && !now.isPersons() ? new NotBegun() : now;
    }

    static boolean isPersonsUnsent(AnswerWork now) {
        return isUnsent(now) && now.isPersons();
    }

    private static boolean isUnsent(AnswerWork now) {
        return switch (now) {
            case Drafted _, Judged _, AnswerWork.Held _, Approved _ -> true;
            case NotBegun _, Researched _, Declined _, Sending _, Sent _, AnswerWork.Undelivered _ -> false;
        };
    }

    static void sending(Changes now, CaseEvent event, Effect effect) {
        Optional<String> approvedBy =
                now.before.answer() instanceof Approved approved ? Optional.of(approved.by()) : Optional.empty();
        now.answer = new Sending(draft(now.before, event), effect.id(), approvedBy);
    }

    static void foundAbsent(Changes now, String effectId) {
        if (now.answer instanceof Sending sending && sending.effectId().equals(effectId)) {
            now.answer = sending.approvedBy()
                    .<AnswerWork>map(by -> new Approved(sending.draft(), by))
                    .orElseGet(() -> new Drafted(sending.draft()));
        }
    }
}
