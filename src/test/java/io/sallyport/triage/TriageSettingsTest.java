package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ByteArrayResource;

/** The office's days and hours as an application.yaml gives them. */
class TriageSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TriageSettings.class)
    static class Bound {}

    private static ApplicationContextRunner desk(String... lines) {
        String yaml = "sallyport.triage:\n  " + String.join("\n  ", lines);
        return new ApplicationContextRunner().withUserConfiguration(Bound.class).withInitializer(context -> {
            try {
                new YamlPropertySourceLoader()
                        .load("yaml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                        .forEach(context.getEnvironment().getPropertySources()::addLast);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void withoutSettingsTheOfficeIsOpenMondayToFridayNineToFive() {
        desk("office-zone: UTC")
                .run(context -> assertThat(context.getBean(TriageSettings.class).calendar())
                        .isEqualTo(new BusinessCalendar(ZoneId.of("UTC"))));
    }

    @Test
    void theOfficesDaysHoursAndHolidaysAreTheCompanys() {
        desk(
                        "office-zone: Asia/Dubai",
                        "office-days: [sunday, monday]",
                        "office-opens: '07:30'",
                        "office-closes: '19:00'",
                        "office-holidays:",
                        "  - 2026-12-25",
                        "  - 2027-01-01")
                .run(context -> assertThat(context.getBean(TriageSettings.class).calendar())
                        .isEqualTo(new BusinessCalendar(
                                ZoneId.of("Asia/Dubai"),
                                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                                LocalTime.of(7, 30),
                                LocalTime.of(19, 0),
                                Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    office-closes: '08:00'             | sallyport.triage.office-closes is 08:00
                    office-opens: '17:00'              | sallyport.triage.office-opens, which is 17:00
                    office-closes: 17:00               | sallyport.triage.office-closes is "1020"
                    office-closes: 17:00               | it has to be a time of day such as "08:30", in quotes
                    office-opens: nine                 | sallyport.triage.office-opens is "nine"
                    office-days: []                    | sallyport.triage.office-days is empty
                    office-days: [FUNDAY]              | FUNDAY
                    office-holidays: [12/25/26]        | sallyport.triage.office-holidays holds "12/25/26"
                    office-holidays: [2026-02-30]      | sallyport.triage.office-holidays holds "2026-02-30"
                    """)
    void whatMakesNoSenseStopsStartUpAndIsNamed(String line, String message) {
        desk(line)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(
                                        Objects.requireNonNull(context.getStartupFailure()))
                                .toString())
                        .contains(message));
    }
}
