package io.sallyport.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Sla;
import java.time.Duration;
import java.time.Instant;

/** When a first answer and a solution are due. P1 and P2 run around the clock, the others in office time. */
public record DueTimes(BusinessCalendar calendar) {

    /** Whether it is worked on by night and at weekends, too. */
    public static boolean isAroundTheClock(Priority priority) {
        return switch (priority) {
            case P1, P2 -> true;
            case P3, P4 -> false;
        };
    }

    public Sla of(Priority priority, Instant received) {
        return switch (priority) {
            case P1 -> new Sla(received.plus(Duration.ofHours(1)), received.plus(Duration.ofHours(8)));
            case P2 -> new Sla(received.plus(Duration.ofHours(4)), received.plus(Duration.ofHours(24)));
            case P3 -> new Sla(officeDays(received, 1), officeDays(received, 5));
            case P4 -> new Sla(officeDays(received, 2), officeDays(received, 10));
        };
    }

    private Instant officeDays(Instant received, int days) {
        return calendar.after(received, calendar.day().multipliedBy(days));
    }
}
