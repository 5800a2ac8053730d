package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case as the list of a human queue shows it.
 *
 * @param priority empty when nobody has read it
 * @param owner empty when nobody has claimed it
 * @param since when people got it
 * @param triggers why, each with the words or facts that set it off
 * @param reminders since anybody decided something
 * @param clock until the first answer is due, or once it has been given the solution; empty when nobody knows
 */
public record QueueLine(
        CaseId id,
        String customer,
        String subject,
        String category,
        String priority,
        String queue,
        String owner,
        Instant since,
        Duration waited,
        String why,
        List<String> triggers,
        int reminders,
        Optional<Instant> remindAt,
        List<String> mentions,
        String cluster,
        Optional<Clock> clock) {

    public QueueLine {
        triggers = List.copyOf(triggers);
        mentions = List.copyOf(mentions);
    }

    /**
     * @param left negative once it is overdue
     * @param isOfficeTime whether only office hours count
     * @param isForSolution whether the first answer has been given
     */
    public record Clock(Instant due, Duration left, boolean isOfficeTime, boolean isForSolution) {

        public boolean isOverdue() {
            return left.isNegative();
        }

        /** {@code 3 h 20 min of office time left}, {@code overdue by 12 min}, {@code solution: 2 days left}. */
        public String words() {
            String length = length(left.abs());
            String kind = isOfficeTime ? " of office time" : "";
            return (isForSolution ? "solution: " : "")
                    + (isOverdue() ? "overdue by " + length + kind : length + kind + " left");
        }
    }

    public boolean isStale() {
        return reminders > 0;
    }

    public String waitedWords() {
        return length(waited);
    }

    static String length(Duration time) {
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 2 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toDays() + " days";
    }
}
