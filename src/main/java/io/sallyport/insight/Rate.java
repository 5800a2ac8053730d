package io.sallyport.insight;

/**
 * A share with its 95 % interval after Wilson (1927), which stays within 0 and 1 and is of use for small samples.
 *
 * @param hits of {@code of}
 */
public record Rate(long hits, long of) {

    /** The normal distribution's 97.5 % quantile. */
    private static final double Z = 1.959964;

    public Rate {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
    }

    /** 0 where nothing was counted. */
    public double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    public double low() {
        return hits == 0 ? 0 : centre() - margin();
    }

    public double high() {
        return hits == of ? 1 : centre() + margin();
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double margin() {
        double spread = share() * (1 - share()) / of + Z * Z / (4.0 * of * of);
        return Z / (1 + Z * Z / of) * Math.sqrt(spread);
    }
}
