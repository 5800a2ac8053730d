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
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        Optional<String> dated = details.datedBy();
        Set<Month> months = dated.isEmpty() ? Set.of() : monthsIn(text);
        return months.isEmpty()
                ? meant
                : meant.stream()
                        .filter(record -> day(record, dated.orElseThrow())
                                .filter(day -> months.contains(day.getMonth()))
                                .isPresent())
                        .toList();
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

    /** By their English names; "may" and "march" are also other words, so those need a capital. */
    private static Set<Month> monthsIn(String text) {
        return Arrays.stream(Month.values())
                .filter(month -> Pattern.compile("\\b" + month.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "\\b")
                        .matcher(text)
                        .find())
                .collect(Collectors.toSet());
    }
}
