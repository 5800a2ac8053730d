package io.sallyport.connector.sandbox;

import java.util.Map;

/** What the sandbox answers to a wanted change. That it did not answer is an exception. */
sealed interface Answer {

    record Changed(String remoteId, Map<String, String> confirmed) implements Answer {
        public Changed {
            confirmed = Map.copyOf(confirmed);
        }
    }

    record No(String why) implements Answer {}
}
