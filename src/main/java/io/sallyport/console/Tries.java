package io.sallyport.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often something was tried within a minute, counted on this node. May be shared between threads. */
final class Tries {

    static final Duration WINDOW = Duration.ofMinutes(1);

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
    private final InstantSource clock;

    Tries(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    private record Count(Instant since, int tries) {}

    /** Counts one; false when it is one too many. */
    synchronized boolean isAllowed(String who) {
        Instant now = clock.instant();
        Count count = counts.merge(
                who,
                new Count(now, 1),
                (before, one) -> before.since().plus(WINDOW).isBefore(now)
                        ? one
                        : new Count(before.since(), before.tries() + 1));
        return count.tries() <= most;
    }

    /** As if the last one had not been. */
    synchronized void takeBack(String who) {
        counts.computeIfPresent(who, (_, count) -> new Count(count.since(), count.tries() - 1));
    }

    synchronized void forget(String who) {
        counts.remove(who);
    }
}
