package io.sallyport.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Priority;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.Backoff;
import io.sallyport.model.language.Breakers;
import io.sallyport.model.language.Budget;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Role;
import io.sallyport.model.language.Safeguards;
import io.sallyport.model.language.Shape;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.StubModels;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two nodes with more work than a vendor allows, over real HTTP, against a stub that counts every sliding minute and answers
 * 429 beyond it. Time runs four times as fast as the clock on the wall.
 */
@Tag("database")
@Tag("slow")
class RateLimitsOverHttpTest {

    private static final int A_MINUTE = 120;
    private static final int PACE = 4;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(80);
    private static final int ORDINARY_ASKERS = 12;

    private final TestDatabase database = TestDatabase.fresh();
    private final FastClock clock = new FastClock();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Deque<Instant> latest = new ArrayDeque<>();
    private final StubModels stub = StubModels.start(new Script.Decides(this::vendor));
    private final List<Duration> urgentWaits = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> ordinaryWaits = Collections.synchronizedList(new ArrayList<>());

    private static final class FastClock implements InstantSource {
        private final Instant start = Instant.parse("2026-01-05T09:00:00Z");
        private final long begun = System.nanoTime();

        @Override
        public Instant instant() {
            return start.plusNanos((System.nanoTime() - begun) * PACE);
        }
    }

    @AfterEach
    void close() {
        stub.close();
        database.close();
    }

    private synchronized Script vendor() {
        var now = clock.instant();
        while (!latest.isEmpty() && latest.peek().isBefore(now.minusSeconds(60))) {
            latest.poll();
        }
        if (latest.size() >= A_MINUTE) {
            refused.incrementAndGet();
            return new Script.Answers(429, Duration.ofSeconds(5));
        }
        latest.add(now);
        answered.incrementAndGet();
        return new Script.Writes("Noted.");
    }

    @Test
    void theVendorNeverSeesMoreThanItsLimitOfBothNodesTogetherAndUrgentWorkIsAhead() {
        var nodes = List.of(node(Integer.toString(A_MINUTE)), node(Integer.toString(A_MINUTE)));
        // The first call of a vendor loads its library, which would make it late.
        nodes.forEach(node -> ask(node, Priority.P1));
        var until = clock.instant().plus(LONG_ENOUGH);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : nodes) {
                for (int i = 0; i < ORDINARY_ASKERS; i++) {
                    threads.execute(() -> askUntil(until, node, Priority.P3, ordinaryWaits));
                }
                threads.execute(() -> askUntil(until, node, Priority.P1, urgentWaits));
            }
        }
        assertThat(refused.get()).isZero();
        // Nine tenths of the limit are used, so it is kept by waiting and not by asking little.
        assertThat(answered.get()).isGreaterThan((int) (0.8 * A_MINUTE * LONG_ENOUGH.toSeconds() / 60));
        assertThat(median(urgentWaits)).isLessThan(median(ordinaryWaits).dividedBy(2));
    }

    @Test
    void withoutOurLimitTheVendorRefuses() {
        var nodes = List.of(node("0"), node("0"));
        // The first call of a vendor loads its library, which may take most of a minute on a busy machine.
        nodes.forEach(node -> ask(node, Priority.P3));
        var until = clock.instant().plus(LONG_ENOUGH);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2 * ORDINARY_ASKERS; i++) {
                var node = nodes.get(i % 2);
                threads.execute(() -> {
                    while (refused.get() == 0 && clock.instant().isBefore(until)) {
                        ask(node, Priority.P3);
                    }
                });
            }
        }
        assertThat(refused.get()).isPositive();
    }

    private void askUntil(Instant until, LanguageModel node, Priority priority, List<Duration> waits) {
        while (clock.instant().isBefore(until)) {
            var begun = clock.instant();
            if (ask(node, priority) instanceof Answer.Said<?>) {
                waits.add(Duration.between(begun, clock.instant()));
            }
        }
    }

    private static Answer<String> ask(LanguageModel node, Priority priority) {
        return node.ask(new Request<>(
                ModelKit.purpose(priority),
                "Be brief.",
                "Where is my invoice?",
                Shape.words(),
                20,
                Duration.ofHours(1)));
    }

    private static Duration median(List<Duration> waits) {
        return waits.stream().sorted().skip(waits.size() / 2).findFirst().orElseThrow();
    }

    private LanguageModel node(String aMinute) {
        var settings = ModelKit.settings(
                stub, stub, Map.of("triage", "anthropic:stub", "limits.anthropic.requests-per-minute", aMinute));
        var jdbc = database.jdbc();
        var limits = new PostgresRateLimits(
                settings,
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                clock,
                new Pauses(jdbc, clock, new Random(1)));
        var guards = new Safeguards(
                Budget.none(),
                limits,
                new Breakers(clock),
                new Backoff(4, new Random(1), wait -> Thread.sleep(wait.dividedBy(PACE))),
                _ -> {},
                settings.timeout(),
                clock);
        return new Models(settings, ModelKit.vendors(settings), guards)
                .find(Role.TRIAGE)
                .orElseThrow();
    }
}
