package io.sallyport.action;

import io.sallyport.action.Definition.Details;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a catalogue entry's receipt sentences. A sentence that needs what was not confirmed is not said. */
final class ReceiptText {

    /** Ids, plans, addresses: nothing that reads as a sentence of its own. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@._+-]+(?: [\\p{L}\\p{N}@._+-]+){0,3}");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.]+Z)?");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");

    private ReceiptText() {}

    static List<String> sentences(Details details, Map<String, String> confirmed) {
        return details.receipt().stream()
                .flatMap(template -> filled(template, details, confirmed).stream())
                .toList();
    }

    private static Optional<String> filled(String template, Details details, Map<String, String> confirmed) {
        var sentence = new StringBuilder();
        Matcher field = CatalogueFile.FIELD.matcher(template);
        while (field.find()) {
            Optional<String> value = value(field.group(1), details, confirmed);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            field.appendReplacement(sentence, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(field.appendTail(sentence).toString());
    }

    private static Optional<String> value(String field, Details details, Map<String, String> confirmed) {
        Optional<String> value = Optional.ofNullable(confirmed.get(field));
        boolean isMoney =
                details.money().filter(money -> money.amount().equals(field)).isPresent();
        if (value.filter(text -> TIME.matcher(text).matches()).isPresent()) {
            return value.flatMap(ReceiptText::day);
        }
        return isMoney
                ? value.or(() -> Optional.ofNullable(confirmed.get(field + "_minor")))
                        .flatMap(minor -> Optional.ofNullable(confirmed.get(
                                        details.money().orElseThrow().currency()))
                                .flatMap(currency -> money(minor, currency)))
                : value.filter(text -> PLAIN.matcher(text).matches());
    }

    /** {@code 1 December 2026}, of a day or a time in UTC. */
    private static Optional<String> day(String written) {
        try {
            return Optional.of(DAY.format(LocalDate.parse(written.substring(0, 10))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** {@code $49.00} for dollars, {@code 49.00 EUR} for the rest; by the currency's own number of decimals. */
    private static Optional<String> money(String minor, String code) {
        if (!WHOLE.matcher(minor).matches()) {
            return Optional.empty();
        }
        try {
            int decimals = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
            String amount = new BigDecimal(minor).movePointLeft(decimals).toPlainString();
            return Optional.of(code.equals("USD") ? "$" + amount : String.format(Locale.ROOT, "%s %s", amount, code));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
