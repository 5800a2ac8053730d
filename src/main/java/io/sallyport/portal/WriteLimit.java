package io.sallyport.portal;

import io.sallyport.platform.web.ClientNetwork;
import io.sallyport.platform.web.Tries;
import java.time.Duration;
import java.time.InstantSource;

/** How much one network may send: so many messages in ten minutes. May be shared between threads. */
final class WriteLimit {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Tries writes;

    WriteLimit(int most, InstantSource clock) {
        this.writes = new Tries(most, WINDOW, clock);
    }

    /** Counts a message; false when it is one too many. */
    boolean isAllowed(String address) {
        return writes.isAllowed(ClientNetwork.of(address));
    }
}
