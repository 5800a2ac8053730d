package io.sallyport.action;

import io.sallyport.action.Definition.Details;
import java.math.BigDecimal;
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
        return isMoney
                ? value.flatMap(minor -> Optional.ofNullable(
                                confirmed.get(details.money().orElseThrow().currency()))
                        .flatMap(currency -> money(minor, currency)))
                : value.filter(text -> PLAIN.matcher(text).matches());
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
