package io.sallyport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PlacesTest {

    @Test
    void noMoreWorkAtOnceThanThereArePlacesHoweverManyAreAway() throws Exception {
        var places = new Places(2);
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var away = new CountDownLatch(50);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> places.work(1, () -> {
                    compute(working, most);
                    boolean isAllAway = Places.<Boolean, RuntimeException>away(() -> meet(away));
                    compute(working, most);
                    return isAllAway;
                }));
            }
        }
        assertThat(away.getCount()).isZero();
        assertThat(most.get()).isEqualTo(2);
    }

    private static void compute(AtomicInteger working, AtomicInteger most) {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        sleep();
        working.decrementAndGet();
    }

    private static boolean meet(CountDownLatch all) {
        all.countDown();
        return await(all);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(1));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void theMostUrgentIsNextThenWhoHasWaitedLongest() throws Exception {
        var places = new Places(1);
        var order = new CopyOnWriteArrayList<String>();
        var isTaken = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        threads.add(Thread.startVirtualThread(() -> places.work(1, () -> {
            isTaken.countDown();
            return await(go);
        })));
        isTaken.await();
        for (var who : List.of("20 first", "20 second", "40 third", "10 fourth")) {
            var thread = Thread.startVirtualThread(
                    () -> places.work(Integer.parseInt(who.substring(0, 2)), () -> order.add(who)));
            threads.add(thread);
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(Duration.ofMillis(5));
            }
        }
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(order).containsExactly("40 third", "20 first", "20 second", "10 fourth");
    }

    @Test
    void aPlaceIsFreeAgainWhateverBecomesOfTheWork() {
        var places = new Places(1);
        assertThatThrownBy(() -> places.work(1, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThatThrownBy(() -> places.work(
                        1,
                        () -> Places.<String, IllegalStateException>away(() -> {
                            throw new IllegalStateException("broken away");
                        })))
                .hasMessage("broken away");
        assertThat(places.work(1, () -> "done")).isEqualTo("done");
    }

    @Test
    void withoutAPlaceOneJustWaits() {
        assertThat(Places.<String, RuntimeException>away(() -> "back")).isEqualTo("back");
    }
}
