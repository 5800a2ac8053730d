package io.sallyport.platform.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do, for which there is nothing to subscribe to. */
record Deadline(long nanos) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Whether the condition came true in time. */
    boolean await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (isOver()) {
                return false;
            }
            betweenLooks();
        }
        return true;
    }

    /** An interrupt ends every wait. */
    boolean isOver() {
        return System.nanoTime() - nanos > 0 || Thread.currentThread().isInterrupted();
    }

    static void betweenLooks() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
}
