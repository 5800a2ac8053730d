package io.sallyport.casefile;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount of money.
 *
 * @param minor in the currency's smallest unit, such as cents; never negative
 * @param currency ISO 4217 code in capitals
 */
public record Amount(long minor, String currency) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    public Amount {
        if (minor < 0) {
            throw new IllegalArgumentException("an amount cannot be negative: " + minor);
        }
        if (!CODE.matcher(currency).matches()) {
            throw new IllegalArgumentException("not an ISO 4217 code: '" + currency + "'");
        }
    }

    /** For people, by the currency's own number of decimals: {@code 49.00 EUR}, {@code 50000 JPY}. A code that nobody gave out has none. */
    public String told() {
        int decimals = Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(0);
        return BigDecimal.valueOf(minor, Math.max(0, decimals)).toPlainString() + " " + currency;
    }

    @Override
    public String toString() {
        return minor + " " + currency;
    }
}
