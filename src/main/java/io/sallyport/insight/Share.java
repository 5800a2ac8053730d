package io.sallyport.insight;

/**
 * How many of how many, and between which shares the true one lies with 95 % confidence (Wilson score interval, which holds for few
 * and for none, too).
 */
public record Share(long part, long whole) {

    /** The normal distribution's quantile for 95 %, two-sided. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /** 0 where there is nothing to share. */
    public double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    public double least() {
        return whole == 0 ? 0 : Math.max(0, middle() - half());
    }

    public double most() {
        return whole == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (value() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double half() {
        double spread = value() * (1 - value()) / whole + Z * Z / (4.0 * whole * whole);
        return Z * Math.sqrt(spread) / (1 + Z * Z / whole);
    }
}
