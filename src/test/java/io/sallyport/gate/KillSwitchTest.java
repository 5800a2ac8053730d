package io.sallyport.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.testkit.TestDatabase;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Promise 8: after the flip returns, nothing of that lane leaves any node. */
@Tag("database")
class KillSwitchTest {

    private final TestDatabase database = TestDatabase.fresh();

    /** Lane modes as two nodes see them: two objects over one database. */
    private LaneModes node() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        return new PostgresLaneModes(database.dataSource(), transaction, InstantSource.system(), 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyLaneStartsInDraft() {
        assertThat(node().all().values()).containsOnly(LaneMode.DRAFT).hasSize(Lane.values().length);
    }

    /** The budget saw the lane open; the person who closes it meanwhile has the last word. */
    @Test
    void aMachineDoesNotUndoWhatAPersonSwitchedMeanwhile() throws Exception {
        LaneModes sender = node();
        LaneModes console = node();
        sender.set(Lane.ANSWER, LaneMode.AUTO, "tester");
        var inside = new CountDownLatch(1);
        var mayLeave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> sender.atTheDoor(Lane.ANSWER, CaseId.random(), mode -> {
                inside.countDown();
                awaitQuietly(mayLeave);
                return mode;
            }));
            inside.await();
            threads.execute(() -> console.set(Lane.ANSWER, LaneMode.OFF, "tester"));
            awaitBlockedSession();
            var moved = CompletableFuture.supplyAsync(
                    () -> node().move(Lane.ANSWER, LaneMode.AUTO, LaneMode.DRAFT, "budget"), threads);
            mayLeave.countDown();
            assertThat(moved.get(20, TimeUnit.SECONDS)).isFalse();
        }
        assertThat(console.mode(Lane.ANSWER)).isEqualTo(LaneMode.OFF);
    }

    @Test
    void theFlipWaitsForWhoeverIsAtTheDoor() throws Exception {
        LaneModes sender = node();
        LaneModes console = node();
        sender.set(Lane.ANSWER, LaneMode.AUTO, "tester");
        var inside = new CountDownLatch(1);
        var mayLeave = new CountDownLatch(1);
        var hasLeft = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> sender.atTheDoor(Lane.ANSWER, CaseId.random(), mode -> {
                inside.countDown();
                awaitQuietly(mayLeave);
                hasLeft.set(true);
                return mode;
            }));
            inside.await();
            var flip = CompletableFuture.supplyAsync(
                    () -> {
                        console.set(Lane.ANSWER, LaneMode.OFF, "tester");
                        return hasLeft.get();
                    },
                    threads);
            awaitBlockedSession();
            assertThat(flip).isNotDone();
            mayLeave.countDown();
            assertThat(flip.get(20, TimeUnit.SECONDS)).isTrue();
        }
        LaneMode seen = sender.atTheDoor(Lane.ANSWER, CaseId.random(), mode -> mode);
        assertThat(seen).isEqualTo(LaneMode.OFF);
    }

    @Test
    void nothingLeavesAfterTheFlipHoweverManyAreOnTheirWay() throws Exception {
        LaneModes sender = node();
        LaneModes console = node();
        sender.set(Lane.ANSWER, LaneMode.AUTO, "tester");
        var flipped = new AtomicBoolean();
        var leaksAfterFlip = new AtomicInteger();
        var sent = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                threads.execute(() -> sender.atTheDoor(Lane.ANSWER, CaseId.random(), mode -> {
                    if (mode == LaneMode.AUTO) {
                        sent.incrementAndGet();
                        if (flipped.get()) {
                            leaksAfterFlip.incrementAndGet();
                        }
                    }
                    return mode;
                }));
            }
            while (sent.get() < 20) {
                Thread.onSpinWait();
            }
            console.set(Lane.ANSWER, LaneMode.OFF, "tester");
            flipped.set(true);
        }
        assertThat(leaksAfterFlip).hasValue(0);
    }

    @Test
    void twoNodesAreNeverAtTheDoorWithOneCase() throws Exception {
        var id = CaseId.random();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        LaneModes one = node();
        LaneModes other = node();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                LaneModes node = i % 2 == 0 ? one : other;
                threads.execute(() -> node.atTheDoor(Lane.ANSWER, id, mode -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    atOnce.decrementAndGet();
                    return mode;
                }));
            }
        }
        assertThat(most).hasValue(1);
    }

    private void awaitBlockedSession() {
        while (database.jdbc()
                        .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
