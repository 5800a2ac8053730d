package io.sallyport.action;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A month that a message names.
 *
 * @param year the one beside it; empty where none is
 */
record MonthSaid(Month month, Optional<Year> year) {

    /** What follows short forms of months and hardly ever names: "the Jan invoice", not "Yours, Jan". */
    private static final String SHORT_OF =
            "\\.?(?=\\s+(?:invoices?|bills?|receipts?|statements?|pdfs?|ones?|(?:20)?[0-9]{2})\\b)";

    private static final String BEFORE = "(?i:(?:\\b(20[0-9]{2})|\\b(last|this) year(?:['’]?s)?)\\s+)?";
    private static final String BEHIND = "(?i:(?:['’]?s)?(?:\\s+[0-9]{1,2}(?:st|nd|rd|th)?)?,?\\s+(?:of\\s+|in\\s+)?"
            + "(?:(20[0-9]{2})\\b|(last|this) year\\b))?";

    static List<MonthSaid> in(String text, LocalDate today) {
        return Arrays.stream(Month.values())
                .flatMap(month -> named(month)
                        .matcher(text)
                        .results()
                        .map(found -> new MonthSaid(month, year(found, Year.from(today)))))
                .distinct()
                .toList();
    }

    boolean holds(LocalDate day) {
        return day.getMonth() == month
                && year.filter(one -> one.getValue() != day.getYear()).isEmpty();
    }

    private static Pattern named(Month month) {
        return Pattern.compile(BEFORE + "(?:\\b" + name(month) + "(?=\\b|s\\b))" + BEHIND);
    }

    /** By their English names; "may" and "march" are also other words, so those need a capital. */
    private static String name(Month month) {
        String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (month) {
            case MARCH -> full;
            case MAY -> full + "(?!\\s+(?i:i|we|you)\\b)";
            case SEPTEMBER -> "(?i:" + full + "|sept?" + SHORT_OF + ")";
            default -> "(?i:" + full + "|" + full.substring(0, 3) + SHORT_OF + ")";
        };
    }

    private static Optional<Year> year(MatchResult found, Year now) {
        return IntStream.rangeClosed(1, found.groupCount())
                .boxed()
                .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
                .findFirst()
                .map(each -> switch (each.toLowerCase(Locale.ROOT)) {
                    case "this" -> now;
                    case "last" -> now.minusYears(1);
                    default -> Year.parse(each);
                });
    }
}
