package io.sallyport.model.language;

import io.sallyport.platform.Places;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a call is repeated and how long is waited before: anything up to twice as long each time ("full jitter"), so
 * that those who failed together do not come back together.
 *
 * @param mostCalls of one model for one question, the first included
 */
public record Backoff(int mostCalls, RandomGenerator random, Sleeper sleeper) {

    /** Waits, or moves a test's clock. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** Whoever has to wait longer is better served by the next model. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_CALLS = 4;

    /** As it is in service. */
    public static Backoff standard() {
        return new Backoff(MOST_CALLS, RandomGenerator.getDefault(), Backoff::sleepAway);
    }

    /** Asks once. */
    public static Backoff never() {
        return new Backoff(1, RandomGenerator.getDefault(), Thread::sleep);
    }

    /** Whoever sleeps needs no place to compute at. */
    private static void sleepAway(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Places.<Boolean, InterruptedException>away(() -> {
                Thread.sleep(duration);
                return true;
            });
        }
    }

    /** @param calls how many have failed */
    Duration after(int calls) {
        var most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(calls - 1, 20));
        return Duration.ofMillis(random.nextLong(most + 1));
    }
}
