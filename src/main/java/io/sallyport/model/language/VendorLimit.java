package io.sallyport.model.language;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a vendor lets us ask: {@code sallyport.models.limits.VENDOR}.
 *
 * @param requestsPerMinute zero: as many as one likes
 * @param tokensPerMinute read and written; zero: as many as one likes
 */
public record VendorLimit(
        @DefaultValue("0") long requestsPerMinute,
        @DefaultValue("0") long tokensPerMinute) {

    public static final VendorLimit NONE = new VendorLimit(0, 0);

    private static final double MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    public VendorLimit {
        if (requestsPerMinute < 0 || tokensPerMinute < 0) {
            throw new IllegalArgumentException("a limit under sallyport.models.limits is negative: " + requestsPerMinute
                    + " requests, " + tokensPerMinute + " tokens; leave it out for none");
        }
    }

    public boolean isNone() {
        return requestsPerMinute == 0 && tokensPerMinute == 0;
    }

    /** How long it takes until so many requests may be made again, having this share of the limit. */
    public Duration ofRequests(long requests, double share) {
        return duration(requests, requestsPerMinute * share);
    }

    /** How long it takes until so many tokens may be used again, having this share of the limit; negative for tokens given back. */
    public Duration ofTokens(long tokens, double share) {
        return duration(tokens, tokensPerMinute * share);
    }

    private static Duration duration(long amount, double perMinute) {
        return perMinute == 0 ? Duration.ZERO : Duration.ofNanos(Math.round(amount * MINUTE_NANOS / perMinute));
    }
}
