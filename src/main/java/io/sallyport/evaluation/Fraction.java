package io.sallyport.evaluation;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** How much of a whole something is. Of nothing there is none: it must not read as perfect, nor as failed. */
public final class Fraction {

    private Fraction() {}

    /** @return empty where the whole is 0 */
    public static Optional<Double> of(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(part / (double) whole);
    }

    /** The share of them for which this is true. */
    public static <T> Optional<Double> of(Collection<T> all, Predicate<? super T> claim) {
        return of(all.stream().filter(claim).count(), all.size());
    }
}
