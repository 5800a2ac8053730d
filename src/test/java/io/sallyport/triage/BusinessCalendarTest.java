package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Priority;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static BusinessCalendar berlin(Set<DayOfWeek> days, String opens, String closes, String... holidays) {
        return new BusinessCalendar(
                BERLIN,
                days,
                LocalTime.parse(opens),
                LocalTime.parse(closes),
                Set.of(holidays).stream().map(LocalDate::parse).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 3, 2026-03-02T13:00",
        "2026-03-02T10:00, 7, 2026-03-02T17:00",
        "2026-03-02T10:00, 8, 2026-03-03T10:00",
        "2026-03-02T06:00, 1, 2026-03-02T10:00",
        "2026-03-06T16:00, 2, 2026-03-09T10:00",
        "2026-03-07T12:00, 0, 2026-03-09T09:00",
        "2026-03-06T17:00, 40, 2026-03-13T17:00",
    })
    void withoutSettingsTheOfficeIsOpenMondayToFridayNineToFive(String from, int hours, String due) {
        assertThat(new BusinessCalendar(BERLIN).after(berlin(from), Duration.ofHours(hours)))
                .isEqualTo(berlin(due));
    }

    @Test
    void onHolidaysNobodyWorks() {
        var calendar = berlin(new BusinessCalendar(BERLIN).days(), "09:00", "17:00", "2026-12-25", "2026-12-28");
        Instant eve = berlin("2026-12-24T16:00");
        assertThat(calendar.after(eve, Duration.ofHours(2))).isEqualTo(berlin("2026-12-29T10:00"));
        assertThat(calendar.between(eve, berlin("2026-12-29T10:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(calendar.between(berlin("2026-12-25T09:00"), berlin("2026-12-28T20:00")))
                .isZero();
        assertThat(new DueTimes(calendar).of(Priority.P3, eve).firstAnswerDue()).isEqualTo(berlin("2026-12-29T16:00"));
    }

    @Test
    void aDayIsAsLongAsTheOfficeIsOpen() {
        var calendar = berlin(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "07:30", "11:45");
        Instant friday = berlin("2026-03-06T12:00");
        var due = new DueTimes(calendar).of(Priority.P4, friday);
        assertThat(calendar.day()).isEqualTo(Duration.ofMinutes(255));
        assertThat(due.firstAnswerDue()).isEqualTo(berlin("2026-03-08T11:45"));
        assertThat(due.solutionDue()).isEqualTo(berlin("2026-04-05T11:45"));
    }

    /** Clocks went forward in Berlin on Sunday 29 March 2026, and back on 25 October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27T16:00, 2026-03-30T10:00",
        "2026-10-23T16:00, 2026-10-26T10:00",
    })
    void nineInTheMorningIsNineBeforeAndAfterTheClocksChange(String friday, String monday) {
        var calendar = new BusinessCalendar(BERLIN);
        assertThat(calendar.after(berlin(friday), Duration.ofHours(2))).isEqualTo(berlin(monday));
        assertThat(calendar.between(berlin(friday), berlin(monday))).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, PT6H",
        "2026-03-29, PT5H",
        "2026-10-25, PT7H",
    })
    void whileTheClocksChangeWhatReallyPassesIsCounted(String date, Duration passed) {
        var calendar = berlin(EnumSet.allOf(DayOfWeek.class), "00:00", "06:00");
        Instant midnight = berlin(date + "T00:00");
        assertThat(calendar.between(midnight, berlin(date + "T23:00"))).isEqualTo(passed);
        assertThat(calendar.after(midnight, passed)).isEqualTo(berlin(date + "T06:00"));
    }

    @Test
    void hoursThatTheClocksLeaveOutAreNotWorked() {
        var calendar = berlin(EnumSet.of(DayOfWeek.SUNDAY), "02:30", "03:15");
        Instant skipped = berlin("2026-03-29T00:00");
        assertThat(calendar.between(skipped, berlin("2026-03-30T00:00"))).isZero();
        assertThat(calendar.after(skipped, Duration.ofMinutes(45))).isEqualTo(berlin("2026-04-05T03:15"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asMuchOfficeTimePassesAsWasAskedFor(long seed) {
        var random = new Random(seed);
        for (int tries = 0; tries < 2_000; tries++) {
            int opens = random.nextInt(23 * 60);
            int length = 1 + random.nextInt(24 * 60 - 1 - opens);
            var calendar = new BusinessCalendar(
                    random.nextBoolean() ? BERLIN : ZoneOffset.UTC,
                    EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7))),
                    LocalTime.ofSecondOfDay(opens * 60L),
                    LocalTime.ofSecondOfDay((opens + length) * 60L),
                    Set.of(LocalDate.of(2026, 3, 29).plusDays(random.nextInt(10))));
            Instant start = berlin("2026-03-20T00:00").plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
            Duration asked = Duration.ofMinutes(random.nextInt(60 * 60));
            Instant due = calendar.after(start, asked);
            assertThat(calendar.between(start, due))
                    .as("seed %s, %s after %s by %s", seed, asked, start, calendar)
                    .isEqualTo(asked);
        }
    }

    @Test
    void whatEndsBeforeItBeginsTakesNoTime() {
        assertThat(new BusinessCalendar(BERLIN).between(berlin("2026-03-03T12:00"), berlin("2026-03-02T12:00")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"09:00, 09:00", "17:00, 09:00", "22:00, 00:00"})
    void anOfficeThatClosesBeforeItOpensIsRefused(String opens, String closes) {
        assertThatThrownBy(() -> berlin(EnumSet.of(DayOfWeek.MONDAY), opens, closes))
                .hasMessageContaining("sallyport.triage.office-closes is " + closes)
                .hasMessageContaining("sallyport.triage.office-opens, which is " + opens);
    }

    @Test
    void anOfficeThatNeverOpensIsRefused() {
        assertThatThrownBy(() -> berlin(EnumSet.noneOf(DayOfWeek.class), "09:00", "17:00"))
                .hasMessageContaining("sallyport.triage.office-days is empty");
    }
}
