package io.sallyport.flow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code sallyport.worker.*}
 *
 * @param enabled whether this process works on cases; commands that only read or decide do not
 * @param threads cases computed on at once by this node; those that wait for a model are not counted
 * @param cases cases begun at once by this node, waiting ones included; 0: {@value #WITH_MODELS} where a language model
 *     plays a role, else as many as threads
 */
@ConfigurationProperties("sallyport.worker")
record WorkerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8") int threads,
        @DefaultValue("0") int cases) {

    /** Measured with half a gigabyte of heap: docs/performance.md. */
    private static final int WITH_MODELS = 2_000;

    WorkerSettings {
        if (threads < 1 || threads > 1000) {
            throw new IllegalArgumentException("sallyport.worker.threads must be 1 to 1000, not " + threads);
        }
        if (cases != 0 && (cases < threads || cases > 20_000)) {
            throw new IllegalArgumentException(
                    "sallyport.worker.cases must be sallyport.worker.threads (" + threads + ") to 20000, not " + cases);
        }
    }

    int atOnce(boolean isAnyModelOutside) {
        if (cases > 0) {
            return cases;
        }
        // Nobody waits where nobody outside is asked: begun cases would only stand before more urgent ones.
        return isAnyModelOutside ? Math.max(threads, WITH_MODELS) : threads;
    }
}
