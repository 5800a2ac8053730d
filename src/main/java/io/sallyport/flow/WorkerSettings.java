package io.sallyport.flow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code sallyport.worker.*}
 *
 * @param enabled whether this process works on cases; commands that only read or decide do not
 * @param threads cases worked on at once by this node
 */
@ConfigurationProperties("sallyport.worker")
record WorkerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8") int threads) {
    WorkerSettings {
        if (threads < 1 || threads > 1000) {
            throw new IllegalArgumentException("sallyport.worker.threads must be 1 to 1000, not " + threads);
        }
    }
}
