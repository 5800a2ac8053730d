package io.sallyport.triage;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Models learn one after another while the desk starts: side by side they would take its cores and twice the memory. */
final class LearningThread {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("triage-learning").daemon().factory());

    private LearningThread() {}

    static void take(FutureTask<?> lesson) {
        THREAD.execute(lesson);
    }
}
