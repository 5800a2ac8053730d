package io.sallyport.triage;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * {@code sallyport.triage.*}
 *
 * @param examples labelled messages to learn from, a file ({@code file:…}) or one that ships with the program
 * @param officeZone the time zone of the office hours
 * @param officeDays days of the week on which somebody works
 * @param officeOpens a time of day, {@code 09:00}
 * @param officeCloses later on the same day
 * @param officeHolidays dates on which nobody works, {@code 2026-12-25}
 */
@ConfigurationProperties("sallyport.triage")
record TriageSettings(
        @DefaultValue("classpath:harbourlight/messages/train.jsonl")
        Resource examples,

        @DefaultValue("UTC") ZoneId officeZone,

        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> officeDays,

        // Read here: Spring would read times and dates by the machine's language first.
        @DefaultValue("09:00") String officeOpens,
        @DefaultValue("17:00") String officeCloses,
        @DefaultValue Set<String> officeHolidays) {

    TriageSettings {
        officeDays = Set.copyOf(officeDays);
        officeHolidays = Set.copyOf(officeHolidays);
        calendar(officeZone, officeDays, officeOpens, officeCloses, officeHolidays);
    }

    BusinessCalendar calendar() {
        return calendar(officeZone, officeDays, officeOpens, officeCloses, officeHolidays);
    }

    private static BusinessCalendar calendar(
            ZoneId zone, Set<DayOfWeek> days, String opens, String closes, Set<String> holidays) {
        return new BusinessCalendar(
                zone,
                days,
                time("office-opens", opens),
                time("office-closes", closes),
                holidays.stream().map(TriageSettings::date).collect(Collectors.toUnmodifiableSet()));
    }

    /** Without its cause: what stops start-up is told by its innermost message alone. */
    private static LocalTime time(String setting, String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("sallyport.triage." + setting + " is \"" + text
                    + "\"; it has to be a time of day such as \"08:30\", in"
                    + " quotes, as YAML takes 17:00 without them for a number");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("sallyport.triage.office-holidays holds \"" + text
                    + "\"; each has to be a date such as 2026-12-25");
        }
    }
}
