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
    static final Duration BURST = Duration.ofSeconds(8);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A call leaves after its turn, and arrives later than that. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    /**
     * The minute that a vendor counts may hold a burst, and calls of the minute before that were late. So a limit is spread over all
     * of it: a steady queue has six sevenths of it, and no minute has more than the whole.
     */
    private static final double SPREAD =
            (double) MINUTE.plus(BURST).plus(LATENESS).toMillis() / MINUTE.toMillis();

    private final double part;

    Share(double part) {
        this.part = part;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration ofTokens(VendorLimit limit, long tokens) {
        return limit.ofTokens(tokens, part / SPREAD);
    }

    private Duration ofOneRequest(VendorLimit limit) {
        return limit.ofRequests(1, part / SPREAD);
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
            var oneRequest = share.ofOneRequest(limit);
            return new Free(
                    share,
                    latest(requests, earlier(now, earliest.plus(oneRequest))).plus(oneRequest),
                    latest(tokens, earliest).plus(share.ofTokens(limit, callTokens)));
        }

        /** A burst has one call less than would fit: the first one of a minute and the last one are both in it. */
        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant latest(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
