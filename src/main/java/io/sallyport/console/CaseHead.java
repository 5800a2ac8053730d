package io.sallyport.console;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.HeldWords;
import java.time.Instant;
import java.util.Optional;

/**
 * The top of a case's page: what it is and what it waits for.
 *
 * @param waitsFor one plain sentence
 * @param tone the colour of the standing's tag, as the style sheet names it
 */
record CaseHead(
        String id,
        long version,
        String subject,
        String customer,
        String source,
        String link,
        String standing,
        String priority,
        String category,
        String waitsFor,
        String tone,
        Moment openedAt,
        Optional<String> fault) {

    static CaseHead of(CaseRecord record, Instant now) {
        var triage = record.findings().triage();
        String subject = record.ticket().subject().isBlank()
                ? "(no subject)"
                : record.ticket().subject();
        return new CaseHead(
                record.id().value(),
                record.version(),
                subject,
                record.ticket().customer().isBlank()
                        ? "unknown sender"
                        : record.ticket().customer(),
                record.ticket().source(),
                record.ticket().link(),
                isHeld(record) || record.isNewsHeld()
                        ? "waiting for a decision"
                        : record.standing().label(),
                triage.map(found -> found.priority().name()).orElse(""),
                triage.map(found -> found.category().label()).orElse(""),
                waitsFor(record),
                tone(record),
                Moment.of(record.openedAt(), now),
                record.failure()
                        .map(failed -> failed.step() + " failed (" + failed.fault() + "), tried again "
                                + Moment.of(failed.retryAt(), now).near()));
    }

    private static boolean isHeld(CaseRecord record) {
        return record.answer() instanceof Held && record.standing() instanceof Standing.AtWork;
    }

    private static String tone(CaseRecord record) {
        if (record.isNewsHeld()) {
            return "accent";
        }
        return switch (record.standing()) {
            case Standing.AtWork() -> heldTone(record);
            case Standing.WithPeople _ -> "warn";
            case Standing.AwaitingCustomer _, Standing.Resolved _ -> "good";
            case Standing.Junk _ -> "";
        };
    }

    private static String heldTone(CaseRecord record) {
        if (!isHeld(record)) {
            return "";
        }
        return record.answer().verdicts().stream().allMatch(Verdict::isPass) ? "accent" : "bad";
    }

    private static String waitsFor(CaseRecord record) {
        if (record.isNewsHeld()) {
            return "What engineering said waits for your word before the customer hears it.";
        }
        return switch (record.standing()) {
            case Standing.AtWork() -> atWork(record.answer()) + overdue(record);
            case Standing.WithPeople people ->
                people.owner().map(owner -> "With " + owner + ": ").orElse("In the queue “" + people.queue() + "”: ")
                        + ended(people.why());
            case Standing.AwaitingCustomer _ -> "Answered; the customer may write again." + undecided(record);
            case Standing.Resolved resolved ->
                "Resolved by " + resolved.by() + ": " + ended(resolved.how()) + undecided(record);
            case Standing.Junk(String why) -> "Not answered: " + ended(why);
        };
    }

    private static String overdue(CaseRecord record) {
        int reminders = record.handOver().reminders();
        return isHeld(record) && reminders > 0
                ? " It is overdue: " + reminders + (reminders == 1 ? " reminder." : " reminders.")
                : "";
    }

    /** What is left to a person though the case waits for its customer. */
    private static String undecided(CaseRecord record) {
        return record.handOver()
                .remindAt()
                .flatMap(_ -> HeldWords.of(record))
                .map(held -> " Still, " + held + ".")
                .orElse("");
    }

    private static String ended(String words) {
        return words.matches("(?s).*[.!?…]\\s*") ? words : words + ".";
    }

    private static String atWork(AnswerWork answer) {
        return switch (answer) {
            case Held held
            when held.verdicts().stream().allMatch(Verdict::isPass) ->
                "A draft has passed every gate and waits for your word.";
            case Held _ -> "A gate stopped the edited draft; it waits for you to mend it.";
            case AnswerWork.Approved approved -> "Approved by " + approved.by() + "; on its way.";
            case AnswerWork.Sending _ -> "On its way to the customer.";
            case AnswerWork _ -> "The desk is at work on it.";
        };
    }
}
