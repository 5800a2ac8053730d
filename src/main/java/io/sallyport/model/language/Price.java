package io.sallyport.model.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs in US dollars per million tokens; one token so costs as many millionths of a dollar.
 *
 * @param cacheRead input served from the vendor's cache; the price of input where nothing is said
 * @param cacheWrite input put into the vendor's cache; the price of input where nothing is said
 */
public record Price(
        BigDecimal input,
        BigDecimal output,
        @Nullable BigDecimal cacheRead,
        @Nullable BigDecimal cacheWrite) {

    @SuppressWarnings("NullAway") // the binding hands over null for what is not set
    public Price {
        if (input == null || output == null) {
            throw new IllegalArgumentException(
                    "a model's price under sallyport.models.prices needs input and output, in US dollars per million tokens");
        }
        for (var part : new BigDecimal[] {input, output, read(cacheRead, input), read(cacheWrite, input)}) {
            if (part.signum() < 0) {
                throw new IllegalArgumentException("a price under sallyport.models.prices is negative: " + part);
            }
        }
    }

    /** In millionths of a dollar, rounded up. */
    public long micros(Usage usage) {
        return rounded(times(input, usage.input())
                .add(times(read(cacheRead, input), usage.cacheRead()))
                .add(times(read(cacheWrite, input), usage.cacheWritten()))
                .add(times(output, usage.output())));
    }

    /** The most that a call can cost: nothing served from a cache, everything put into one. */
    public long mostMicros(long inputTokens, long outputTokens) {
        var dearest = input.max(read(cacheWrite, input)).max(read(cacheRead, input));
        return rounded(times(dearest, inputTokens).add(times(output, outputTokens)));
    }

    private static BigDecimal read(@Nullable BigDecimal price, BigDecimal otherwise) {
        return price == null ? otherwise : price;
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }

    private static long rounded(BigDecimal micros) {
        return micros.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
