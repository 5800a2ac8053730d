package io.sallyport.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as pages show it.
 *
 * @param exact in UTC, for the tooltip
 * @param day the same without the time of day
 * @param near relative to now: {@code 3 min ago}, {@code in 2 h}
 */
public record Moment(String iso, String exact, String day, String near) {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Moment of(Instant at, Instant now) {
        return new Moment(at.toString(), EXACT.format(at), DAY.format(at), near(at, now));
    }

    private static String near(Instant at, Instant now) {
        boolean isPast = !at.isAfter(now);
        Duration apart = Duration.between(at, now).abs();
        if (apart.toMinutes() < 1) {
            return isPast ? "just now" : "in a moment";
        }
        String length = length(apart);
        return isPast ? length + " ago" : "in " + length;
    }

    private static String length(Duration apart) {
        if (apart.toHours() < 1) {
            return apart.toMinutes() + " min";
        }
        return apart.toDays() < 2 ? apart.toHours() + " h" : apart.toDays() + " days";
    }
}
