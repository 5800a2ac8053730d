package io.sallyport.model.limits;

import io.sallyport.model.language.VendorLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Parts of a vendor's limit, each a queue of its own. Urgent work takes its turn in the shorter of the two. */
enum Share {
    COMMON(0.75),
    URGENT(0.25);

    /** What was not used in this time may be used at once. */
    static final Duration BURST = Duration.ofSeconds(10);

    private final double part;

    Share(double part) {
        this.part = part;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration ofTokens(VendorLimit limit, long tokens) {
        return limit.ofTokens(tokens, part);
    }

    /**
     * When a share is free, by each of its two measures (the generic cell rate algorithm): a call waits for what those
     * before it have used, and leaves its own use to those after it.
     */
    record Free(Share share, Instant requests, Instant tokens) {

        Instant turn(Instant now) {
            var later = requests.isAfter(tokens) ? requests : tokens;
            return later.isAfter(now) ? later : now;
        }

        Free after(VendorLimit limit, long callTokens, Instant now) {
            var earliest = now.minus(BURST);
            return new Free(
                    share,
                    latest(requests, earliest).plus(limit.ofRequests(1, share.part)),
                    latest(tokens, earliest).plus(limit.ofTokens(callTokens, share.part)));
        }

        private static Instant latest(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
