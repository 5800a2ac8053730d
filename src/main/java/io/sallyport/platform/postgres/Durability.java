package io.sallyport.platform.postgres;

import java.util.List;

/** What the server promises about a committed transaction. */
public enum Durability {
    /** What was committed survives kill -9 and a power cut. */
    DURABLE(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")),
    /** For tests, whose data is thrown away: nothing is forced to disk, so that a fresh database takes milliseconds. */
    FORGETFUL(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));

    private final List<String> settings;

    Durability(List<String> settings) {
        this.settings = settings;
    }

    List<String> settings() {
        return settings;
    }
}
