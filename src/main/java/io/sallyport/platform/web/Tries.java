package io.sallyport.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something was tried within a while, counted on this node. Enough against a script on one machine; an attack from many is the
 * network's business. May be shared between threads.
 */
public final class Tries {

    /** The least recently counted is forgotten first, so that memory stays bounded whoever calls. */
    private static final int MOST_KEPT = 20_000;

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private final int most;
    private final Duration window;
    private final InstantSource clock;

    /** @param window begins with the first try, and anew with the first one after it */
    public Tries(int most, Duration window, InstantSource clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    private record Count(Instant since, int tries) {}

    /** Counts one; false when it is one too many. */
    public synchronized boolean isAllowed(String who) {
        Instant now = clock.instant();
        Count count = counts.merge(
                who,
                new Count(now, 1),
                (before, one) -> before.since().plus(window).isBefore(now)
                        ? one
                        : new Count(before.since(), before.tries() + 1));
        return count.tries() <= most;
    }
}
