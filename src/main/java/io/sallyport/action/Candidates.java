package io.sallyport.action;

import io.sallyport.action.Definition.Details;
import io.sallyport.action.Definition.Newer;
import io.sallyport.action.Definition.Plausible;
import io.sallyport.casefile.BusinessRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of a customer's records an action can be meant for, when the message names none by its number. */
final class Candidates {

    private final InstantSource clock;

    Candidates(InstantSource clock) {
        this.clock = clock;
    }

    List<BusinessRecord> of(Details details, String kind, List<BusinessRecord> records, String text) {
        Plausible plausible = details.plausible().getOrDefault(kind, Plausible.ANY);
        List<BusinessRecord> meant = records.stream()
                .filter(record -> hasOneOf(record, plausible.fields()))
                .filter(record -> plausible.newer().stream().allMatch(newer -> isNewer(record, newer)))
                .toList();
        return details.datedBy().map(field -> inMonthsOf(text, meant, field)).orElse(meant);
    }

    /** None, where one of the months named has none. */
    private List<BusinessRecord> inMonthsOf(String text, List<BusinessRecord> records, String dated) {
        List<MonthSaid> months = MonthSaid.in(text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        boolean isEachThere =
                months.stream().allMatch(month -> records.stream().anyMatch(record -> isOf(month, record, dated)));
        return !isEachThere
                ? List.of()
                : records.stream()
                        .filter(record ->
                                months.isEmpty() || months.stream().anyMatch(month -> isOf(month, record, dated)))
                        .toList();
    }

    private static boolean isOf(MonthSaid month, BusinessRecord record, String dated) {
        return day(record, dated).filter(month::holds).isPresent();
    }

    /** A field that is missing has none of the values. */
    static boolean hasOneOf(BusinessRecord record, Map<String, Set<String>> fields) {
        return fields.entrySet().stream()
                .allMatch(field -> Fields.text(record, field.getKey())
                        .filter(field.getValue()::contains)
                        .isPresent());
    }

    private boolean isNewer(BusinessRecord record, Newer newer) {
        Instant earliest = clock.instant().minus(Duration.ofDays(newer.days()));
        return day(record, newer.field())
                .filter(day -> !day.isBefore(LocalDate.ofInstant(earliest, ZoneOffset.UTC)))
                .isPresent();
    }

    private static Optional<LocalDate> day(BusinessRecord record, String field) {
        try {
            return Fields.text(record, field)
                    .filter(text -> text.length() >= 10)
                    .map(text -> LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
