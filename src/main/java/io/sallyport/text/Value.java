package io.sallyport.text;

/**
 * A number, amount, date, address or id in a form that compares: two values are the same when kind and normal form are.
 *
 * @param normal such as {@code 24 usd}, {@code 900 s}, {@code 2026-11-20}, {@code 14:30}
 */
public record Value(Kind kind, String normal, TextSpan span) {

    public enum Kind {
        NUMBER,
        ORDINAL,
        MONEY,
        PERCENT,
        DATE,
        TIME,
        /** A length of time: exact ones in seconds, months and years in months. */
        DURATION,
        /** A number with any other unit. */
        QUANTITY,
        VERSION,
        ID,
        EMAIL,
        ADDRESS
    }

    public boolean sameAs(Value other) {
        return kind == other.kind && normal.equals(other.normal);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + normal;
    }
}
