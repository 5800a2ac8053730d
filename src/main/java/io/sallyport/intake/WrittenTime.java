package io.sallyport.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Points in time as exports of help desks write them; without a zone they are taken for UTC. */
final class WrittenTime {

    /** Seconds since 1970 have ten digits until the year 2286, milliseconds thirteen. */
    private static final int DIGITS_OF_SECONDS = 10;

    private static final List<Function<String, Instant>> WAYS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
            text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());

    private WrittenTime() {}

    static Optional<Instant> read(String written) {
        String text = written.strip();
        if (text.matches("\\d{9,13}(\\.\\d+)?")) {
            String whole = text.replaceAll("\\..*", "");
            long number = Long.parseLong(whole);
            return Optional.of(
                    whole.length() <= DIGITS_OF_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        String iso = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T")
                .replaceFirst(" ?UTC$", "Z")
                .replaceFirst(" (?=[+-]\\d\\d:?\\d\\d$)", "")
                .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return WAYS.stream()
                .flatMap(way -> attempt(way, iso).or(() -> attempt(way, text)).stream())
                .findFirst();
    }

    private static Optional<Instant> attempt(Function<String, Instant> way, String text) {
        try {
            return Optional.of(way.apply(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
