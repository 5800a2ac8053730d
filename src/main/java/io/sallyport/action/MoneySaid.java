package io.sallyport.action;

import io.sallyport.text.Value;
import io.sallyport.text.Values;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sums of money that a message names. They are only compared with what records hold; no plan takes one from here.
 */
final class MoneySaid {

    private static final Pattern ASCII_SUM = Pattern.compile("(?<amount>[0-9]+(?:\\.[0-9]+)?) (?<currency>[a-z]{3})");
    private static final Pattern SCALED = Pattern.compile(
            "(?:[$€£]\\s*-|(?<![\\p{L}\\p{N}])-\\s*[$€£]?\\s*[0-9]|[0-9]\\s*(?:k|m|mio|bn|thousand|million|billion|hundred|grand)\\b)"
                    + "|\\b(?:hundred|thousand|million|billion|grand)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Right before a sum: {@code -$96}, {@code minus $96}; a dash between words has a blank behind it. */
    private static final Pattern LESS = Pattern.compile(
            "(?:(?<![\\p{L}\\p{N}])[-\\u2212\\u2010-\\u2014\\uFF0D]|\\b(?:minus|negative)\\s+)$",
            Pattern.CASE_INSENSITIVE);

    private MoneySaid() {}

    /**
     * Why the sums named cannot all stand in the record; empty when they can, or when none is named.
     *
     * @param known minor units that the record holds
     * @param amount the one that would move
     */
    static Optional<String> whyNot(String text, long amount, Set<Long> known, String currency) {
        if (text.codePoints().anyMatch(MoneySaid::isForeignDigit)) {
            return Optional.of("a number in the message is written in unusual digits");
        }
        List<Value> sums = Values.in(text).stream()
                .filter(value -> value.kind() == Value.Kind.MONEY)
                .toList();
        if (sums.isEmpty() && !SCALED.matcher(text).find()) {
            return Optional.empty();
        }
        boolean isTheOne = false;
        for (Value sum : sums) {
            if (LESS.matcher(text.substring(0, sum.span().start())).find()) {
                return Optional.of(
                        "the message names less than nothing: " + sum.span().in(text));
            }
            Optional<Long> minor = minor(sum, currency);
            if (minor.filter(known::contains).isEmpty()) {
                return Optional.of("the message names a sum that the record does not hold: "
                        + sum.span().in(text));
            }
            isTheOne |= minor.get() == amount;
        }
        return isTheOne ? Optional.empty() : Optional.of("the sum that the message names is not the one on record");
    }

    private static boolean isForeignDigit(int sign) {
        int type = Character.getType(sign);
        boolean isNumber = type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
        return sign > 127 && isNumber;
    }

    private static Optional<Long> minor(Value sum, String currency) {
        var read = ASCII_SUM.matcher(sum.normal());
        if (!read.matches() || !read.group("currency").equals(currency.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            return Optional.of(new BigDecimal(read.group("amount"))
                    .movePointRight(decimals)
                    .longValueExact());
        } catch (ArithmeticException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
