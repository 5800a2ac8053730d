package io.sallyport.model.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of US dollars in settings: {@code 1.50}, or {@code unlimited} where it is a ceiling. */
public record Money(long micros) {

    public static final Money UNLIMITED = new Money(Long.MAX_VALUE);

    private static final int MICRO_DIGITS = 6;

    public Money {
        if (micros < 0) {
            throw new IllegalArgumentException("money cannot be negative: " + micros + " millionths of a dollar");
        }
    }

    /** Found by Spring's binding through its name. */
    public static Money valueOf(String written) {
        if (written.strip().equals("unlimited")) {
            return UNLIMITED;
        }
        try {
            return new Money(new BigDecimal(written.strip())
                    .movePointRight(MICRO_DIGITS)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + written + "' is no amount of US dollars such as 1.50, nor 'unlimited'", e);
        }
    }

    /** {@code $1.50}; fractions of a cent only where there are some. */
    @Override
    public String toString() {
        if (equals(UNLIMITED)) {
            return "unlimited";
        }
        var dollars = BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros();
        return "$" + dollars.setScale(Math.max(2, dollars.scale())).toPlainString();
    }
}
