package io.sallyport.connector;

import java.util.Map;

/** A vendor's word on an effect whose outcome was not recorded. */
public sealed interface LookUp {

    /** @param confirmed what the other side says it did, by field; empty for messages */
    record Found(String remoteId, Map<String, String> confirmed) implements LookUp {
        public Found {
            confirmed = Map.copyOf(confirmed);
        }

        public Found(String remoteId) {
            this(remoteId, Map.of());
        }
    }

    /** It certainly never arrived, so it is safe to try again. */
    record Absent() implements LookUp {}

    record CannotTell(String why) implements LookUp {}
}
