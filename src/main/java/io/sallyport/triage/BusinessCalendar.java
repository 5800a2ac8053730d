package io.sallyport.triage;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Office hours, in the company's zone. On the day that the clocks change, office time is what really passes.
 *
 * @param days of the week on which somebody works
 * @param closes on the same day
 * @param holidays on which nobody does, whatever the day of the week
 */
public record BusinessCalendar(
        ZoneId zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Set<LocalDate> holidays) {

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    public BusinessCalendar {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        if (days.isEmpty()) {
            throw new IllegalArgumentException(
                    "sallyport.triage.office-days is empty; it has to hold at least one day of"
                            + " the week, such as MONDAY");
        }
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("sallyport.triage.office-closes is " + closes
                    + "; it has to be later on the same day than sallyport.triage.office-opens, which is " + opens);
        }
    }

    /** Monday to Friday, nine to five, without holidays. */
    public BusinessCalendar(ZoneId zone) {
        this(zone, MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of());
    }

    /** How long an office day is by the clock. */
    Duration day() {
        return Duration.between(opens, closes);
    }

    /** The instant by which so much office time has passed. */
    public Instant after(Instant start, Duration officeTime) {
        Duration left = officeTime;
        for (LocalDate date = dateOf(start); ; date = date.plusDays(1)) {
            Optional<Span> open = hours(date).flatMap(hours -> hours.from(start));
            Duration today = open.map(Span::length).orElse(Duration.ZERO);
            if (open.isPresent() && left.compareTo(today) <= 0) {
                return open.get().opening().plus(left);
            }
            left = left.minus(today);
        }
    }

    /** How much office time passes between the two. */
    public Duration between(Instant start, Instant end) {
        return dateOf(start)
                .datesUntil(dateOf(end.isBefore(start) ? start : end).plusDays(1))
                .flatMap(date -> hours(date).stream())
                .flatMap(hours -> hours.from(start).stream())
                .flatMap(hours -> hours.until(end).stream())
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Empty where the office is closed all day. */
    private Optional<Span> hours(LocalDate date) {
        if (!days.contains(date.getDayOfWeek()) || holidays.contains(date)) {
            return Optional.empty();
        }
        // An hour that comes twice counts twice.
        ZonedDateTime closing = ZonedDateTime.of(date, closes, zone).withLaterOffsetAtOverlap();
        return Span.of(ZonedDateTime.of(date, opens, zone).toInstant(), closing.toInstant());
    }

    private record Span(Instant opening, Instant closing) {

        /** Empty unless time passes in it. */
        static Optional<Span> of(Instant opening, Instant closing) {
            return opening.isBefore(closing) ? Optional.of(new Span(opening, closing)) : Optional.empty();
        }

        Optional<Span> from(Instant start) {
            return of(opening.isAfter(start) ? opening : start, closing);
        }

        Optional<Span> until(Instant end) {
            return of(opening, closing.isBefore(end) ? closing : end);
        }

        Duration length() {
            return Duration.between(opening, closing);
        }
    }
}
