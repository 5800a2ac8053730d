package io.sallyport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
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
        // Whoever computes goes on only beside another: half of the places never suffice.
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> places.work(1, () -> {
                    compute(working, most, both);
                    boolean isAllAway = Places.<Boolean, RuntimeException>away(() -> meet(away));
                    compute(working, most, both);
                    return isAllAway;
                }));
            }
        }
        assertThat(away.getCount()).isZero();
        assertThat(most.get()).isEqualTo(2);
    }

    private static void compute(AtomicInteger working, AtomicInteger most, CyclicBarrier both) {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            both.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
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

    @Test
    void theMostUrgentIsNextThenWhoHasWaitedLongest() {
        var places = new Places(1);
        assertThat(places.ask(1)).isEmpty();
        var waiting = new LinkedHashMap<String, CountDownLatch>();
        for (var who : List.of("20 first", "20 second", "40 third", "10 fourth")) {
            int urgency = Integer.parseInt(who.substring(0, 2));
            waiting.put(who, places.ask(urgency).orElseThrow());
        }
        var order = new LinkedHashSet<String>();
        for (int left = 0; left < waiting.size(); left++) {
            places.leave();
            waiting.forEach((who, called) -> {
                if (called.getCount() == 0) {
                    order.add(who);
                }
            });
            assertThat(order).hasSize(left + 1);
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
