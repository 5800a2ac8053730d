package io.sallyport.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Units of time, money and measure. */
final class Units {

    private static final Map<String, Integer> SECONDS = Map.ofEntries(
            Map.entry("s", 1),
            Map.entry("sec", 1),
            Map.entry("secs", 1),
            Map.entry("second", 1),
            Map.entry("seconds", 1),
            Map.entry("min", 60),
            Map.entry("mins", 60),
            Map.entry("minute", 60),
            Map.entry("minutes", 60),
            Map.entry("h", 3600),
            Map.entry("hr", 3600),
            Map.entry("hrs", 3600),
            Map.entry("hour", 3600),
            Map.entry("hours", 3600),
            Map.entry("day", 86_400),
            Map.entry("days", 86_400),
            Map.entry("d", 86_400),
            Map.entry("week", 604_800),
            Map.entry("weeks", 604_800));

    private static final Map<String, Integer> MONTHS =
            Map.of("month", 1, "months", 1, "quarter", 3, "quarters", 3, "year", 12, "years", 12);

    private static final Map<String, String> MONEY =
            Map.of("dollar", "usd", "dollars", "usd", "euro", "eur", "euros", "eur", "pound", "gbp", "pounds", "gbp");

    /** Case matters: mm is not MM, and GB is not gb's business. */
    private static final Map<String, String> MEASURES = Map.ofEntries(
            Map.entry("ms", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("kB", "kb"),
            Map.entry("KB", "kb"),
            Map.entry("MB", "mb"),
            Map.entry("GB", "gb"),
            Map.entry("TB", "tb"),
            Map.entry("kHz", "khz"),
            Map.entry("MHz", "mhz"),
            Map.entry("GHz", "ghz"),
            Map.entry("dB", "db"),
            Map.entry("mm", "mm"),
            Map.entry("cm", "cm"),
            Map.entry("m", "m"),
            Map.entry("km", "km"),
            Map.entry("metres", "m"),
            Map.entry("meters", "m"),
            Map.entry("kg", "kg"),
            Map.entry("g", "g"),
            Map.entry("V", "v"),
            Map.entry("A", "a"),
            Map.entry("W", "w"),
            Map.entry("mAh", "mah"),
            Map.entry("px", "px"),
            Map.entry("pixels", "px"));

    private Units() {}

    static Optional<String> duration(BigDecimal amount, String unit) {
        if (SECONDS.containsKey(unit)) {
            return Optional.of(plain(amount.multiply(BigDecimal.valueOf(SECONDS.get(unit)))) + " s");
        }
        return MONTHS.containsKey(unit)
                ? Optional.of(plain(amount.multiply(BigDecimal.valueOf(MONTHS.get(unit)))) + " months")
                : Optional.empty();
    }

    /** Days on which offices are open; not so many seconds. */
    static boolean isDayKind(String word) {
        return "business".equals(word) || "working".equals(word);
    }

    static Optional<String> currencyName(String unit) {
        return Optional.ofNullable(MONEY.get(unit));
    }

    static Optional<String> quantity(String unit) {
        return Optional.ofNullable(MEASURES.get(unit));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
