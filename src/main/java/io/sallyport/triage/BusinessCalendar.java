package io.sallyport.triage;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Office hours: Monday to Friday, nine to five, in the company's zone. */
public record BusinessCalendar(ZoneId zone) {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    static final Duration DAY = Duration.between(OPENS, CLOSES);

    /** The instant by which so much office time has passed. */
    public Instant after(Instant start, Duration officeTime) {
        ZonedDateTime at = nextOpen(start.atZone(zone));
        Duration left = officeTime;
        while (true) {
            Duration today = Duration.between(at, at.with(CLOSES));
            if (left.compareTo(today) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = nextOpen(at.with(CLOSES));
        }
    }

    /** How much office time passes between the two. */
    public Duration between(Instant start, Instant end) {
        Duration passed = Duration.ZERO;
        ZonedDateTime at = nextOpen(start.atZone(zone));
        ZonedDateTime last = end.atZone(zone);
        while (at.isBefore(last)) {
            ZonedDateTime closing = at.with(CLOSES);
            passed = passed.plus(Duration.between(at, closing.isBefore(last) ? closing : last));
            at = nextOpen(closing);
        }
        return passed;
    }

    /** The same instant while open, else the next opening. */
    private static ZonedDateTime nextOpen(ZonedDateTime at) {
        ZonedDateTime open = at.toLocalTime().isBefore(OPENS) ? at.with(OPENS) : at;
        if (!open.toLocalTime().isBefore(CLOSES)) {
            open = open.plusDays(1).with(OPENS);
        }
        while (open.getDayOfWeek() == DayOfWeek.SATURDAY || open.getDayOfWeek() == DayOfWeek.SUNDAY) {
            open = open.plusDays(1).with(OPENS);
        }
        return open;
    }
}
