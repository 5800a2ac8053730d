package io.sallyport.platform.postgres;

import java.util.List;

/** What the server promises about a committed transaction. */
public enum Durability {
    /** What was committed survives kill -9 and a power cut. */
    DURABLE,
    /** For tests, whose data is thrown away: nothing is forced to disk, so that a fresh database takes milliseconds. */
    FORGETFUL;

    List<String> settings() {
        var force = this == DURABLE ? "on" : "off";
        return List.of("fsync=" + force, "synchronous_commit=" + force, "full_page_writes=" + force);
    }
}
