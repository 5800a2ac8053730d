package io.sallyport.triage;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Models learn one after another while the desk starts: side by side they would take twice the memory. */
public final class Lessons {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("triage-learning").daemon().factory());

    private Lessons() {}

    static void take(FutureTask<?> lesson) {
        THREAD.execute(lesson);
    }

    /** Waits until all that have begun to learn are done; the desk takes tickets meanwhile, but triages none. */
    public static void await() throws InterruptedException {
        try {
            THREAD.submit(() -> {}).get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the learning thread broke", broken.getCause());
        }
    }
}
