package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage;
import io.sallyport.triage.DueTimes;
import java.time.Instant;

/**
 * How long people may leave a case alone before they are reminded and the customer hears again: an hour for P1, four for P2,
 * one office day for P3, two for P4. The same as for a first answer, so that nobody learns two sets of times.
 */
public record Cadence(DueTimes dueTimes) {

    public Instant next(Priority priority, Instant from) {
        return dueTimes.of(priority, from).firstAnswerDue();
    }

    /** What nobody has read for its priority is taken for a P3. */
    public Instant next(CaseRecord record, Instant from) {
        return next(record.findings().triage().map(Triage::priority).orElse(Priority.P3), from);
    }
}
