package io.sallyport.platform;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A few places for those who compute, so that thousands of cases can be begun: whoever waits for a model leaves its place to
 * another. Without them every answer that came would queue for a processor behind the computing of all other cases, with
 * whatever it holds meanwhile, connections among it. The most urgent takes the next free place, then who has waited longest.
 * Safe to share between threads.
 */
public final class Places {

    private static final ScopedValue<Place> MINE = ScopedValue.newInstance();

    private record Place(Places all, int urgency) {}

    private record Waiting(int urgency, long number, CountDownLatch called) {}

    private final Queue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparingInt(Waiting::urgency).reversed().thenComparingLong(Waiting::number));
    private int free;
    private long numbers;

    public Places(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("nobody could work at " + count + " places");
        }
        this.free = count;
    }

    /**
     * Runs the task at a place, waiting for one first.
     *
     * @param urgency the greater, the sooner
     */
    public <T> T work(int urgency, Supplier<T> task) {
        take(urgency);
        try {
            return ScopedValue.where(MINE, new Place(this, urgency)).call(task::get);
        } finally {
            leave();
        }
    }

    /** Something to wait for, and how that can go wrong. */
    @FunctionalInterface
    public interface Wait<T, X extends Exception> {
        T call() throws X;
    }

    /** Leaves this thread's place, if it has one, to others while it waits for something outside. */
    public static <T, X extends Exception> T away(Wait<T, X> wait) throws X {
        if (!MINE.isBound()) {
            return wait.call();
        }
        var place = MINE.get();
        place.all().leave();
        try {
            return wait.call();
        } finally {
            place.all().take(place.urgency());
        }
    }

    private void take(int urgency) {
        ask(urgency).ifPresent(Places::waitFor);
    }

    /** @return what is counted down when the place is free; empty where it is already */
    synchronized Optional<CountDownLatch> ask(int urgency) {
        if (free > 0) {
            free--;
            return Optional.empty();
        }
        var called = new CountDownLatch(1);
        waiting.add(new Waiting(urgency, numbers++, called));
        return Optional.of(called);
    }

    /** Whoever leaves hands the place on, so nobody who comes by can take it meanwhile. */
    synchronized void leave() {
        var next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.called().countDown();
        }
    }

    /** An interruption is for the task to notice; a place that was asked for must be taken. */
    private static void waitFor(CountDownLatch called) {
        boolean isInterrupted = false;
        while (true) {
            try {
                called.await();
                break;
            } catch (InterruptedException _) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
