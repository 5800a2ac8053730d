package io.sallyport.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much one network address may send: so many messages in ten minutes, counted on this node. Enough against a script
 * on one machine; an attack from many is the network's business. May be shared between threads.
 */
final class WriteLimit {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** The least recently counted is forgotten first, so that memory stays bounded whoever calls. */
    private static final int MOST_ADDRESSES = 20_000;

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private final int most;
    private final InstantSource clock;

    WriteLimit(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    private record Count(Instant since, int writes) {}

    /** Counts a message; false when it is one too many. */
    synchronized boolean isAllowed(String address) {
        Instant now = clock.instant();
        Count count = counts.merge(
                address,
                new Count(now, 1),
                (before, one) -> before.since().plus(WINDOW).isBefore(now)
                        ? one
                        : new Count(before.since(), before.writes() + 1));
        return count.writes() <= most;
    }
}
