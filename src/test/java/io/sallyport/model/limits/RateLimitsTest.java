package io.sallyport.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.RateLimits;
import io.sallyport.model.language.RateLimits.Booked;
import io.sallyport.model.language.RateLimits.TooLate;
import io.sallyport.model.language.RateLimits.Turn;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StubModels;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes against one database, and a clock that stands still. */
@Tag("database")
class RateLimitsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String VENDOR = "anthropic";

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T09:00:00Z"));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutALimitNobodyWaits() {
        var node = node(Map.of());
        assertThat(delays(node, 500, false)).allMatch(Duration::isZero);
    }

    /** 60 a minute, three quarters of them for all: one every 14/9 s, and five at once that were not used before; 45 in the first minute. */
    @Test
    void requestsAreSpreadOverTheMinuteInTheOrderOfAskingOnBothNodes() {
        var settings = Map.of("limits.anthropic.requests-per-minute", "60");
        var one = node(settings);
        var other = node(settings);
        var delays = IntStream.range(0, 53)
                .mapToObj(i -> delay((i % 2 == 0 ? one : other).book(VENDOR, false, 10, LONG)))
                .toList();
        assertThat(delays).isSorted();
        assertThat(delays.subList(0, 5)).allMatch(Duration::isZero);
        assertThat(delays.get(5)).isPositive();
        assertThat(delays).filteredOn(delay -> delay.toSeconds() < 60).hasSizeLessThanOrEqualTo(45);
        assertThat(delays.getLast()).isBetween(Duration.ofSeconds(73), Duration.ofSeconds(76));
    }

    @Test
    void urgentWorkIsAheadOfALongQueue() {
        var node = node(Map.of("limits.anthropic.requests-per-minute", "60"));
        assertThat(delays(node, 100, false).getLast()).isGreaterThan(Duration.ofMinutes(1));
        assertThat(delays(node, 1, true)).allMatch(Duration::isZero);
        var urgent = delays(node, 5, true);
        assertThat(urgent).isSorted();
        assertThat(urgent.getLast()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void urgentWorkUsesTheCommonShareWhileThatIsFree() {
        var node = node(Map.of("limits.anthropic.requests-per-minute", "60"));
        assertThat(delays(node, 6, true)).allMatch(Duration::isZero);
    }

    @Test
    void tokensCountAsTheyWereAndNotAsTheyWereGuessed() {
        var node = node(Map.of("limits.anthropic.tokens-per-minute", "8000"));
        var guessed = (Booked) node.book(VENDOR, false, 6000, LONG);
        assertThat(guessed.delay()).isZero();
        // 6,000 tokens are 70 s of the common share's 6,000 a minute, less the 8 s that were not used before.
        assertThat(peek(node)).isEqualTo(Duration.ofSeconds(62));
        node.correct(guessed, 3000);
        assertThat(peek(node)).isEqualTo(Duration.ofSeconds(27));
        clock.tick(Duration.ofSeconds(27));
        assertThat(peek(node)).isZero();
    }

    @Test
    void aTurnThatComesTooLateIsNotTaken() {
        var node = node(Map.of("limits.anthropic.requests-per-minute", "60"));
        delays(node, 30, false);
        var before = peek(node);
        assertThat(node.book(VENDOR, false, 10, Duration.ofSeconds(5))).isInstanceOf(TooLate.class);
        assertThat(peek(node)).isEqualTo(before);
    }

    @Test
    void aNodeThatIsToldToWaitTellsTheOthers() {
        var one = node(Map.of());
        var other = node(Map.of());
        delays(other, 1, false);
        one.leaveAlone(VENDOR, Duration.ofSeconds(20));
        one.leaveAlone(VENDOR, Duration.ofSeconds(5));
        clock.tick(Duration.ofSeconds(1));
        assertThat(delays(other, 1, true).getFirst()).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20));
        assertThat(other.book(VENDOR, false, 10, Duration.ofSeconds(5))).isInstanceOf(TooLate.class);
        assertThat(delay(other.book("openai", false, 10, LONG))).isZero();
        clock.tick(Duration.ofSeconds(20));
        assertThat(delays(other, 1, false).getFirst()).isZero();
    }

    @Test
    void nodesThatBookAtTheSameTimeShareNoTurn() throws Exception {
        var settings = Map.of("limits.anthropic.requests-per-minute", "60");
        var nodes = List.of(node(settings), node(settings));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bookings = IntStream.range(0, 60)
                    .<Callable<Duration>>mapToObj(
                            i -> () -> delay(nodes.get(i % 2).book(VENDOR, false, 10, LONG)))
                    .toList();
            var delays = new TreeSet<Duration>();
            for (var booked : threads.invokeAll(bookings)) {
                delays.add(booked.get());
            }
            // Five at once, and each of the others at a time of its own.
            assertThat(delays).hasSize(60 - 4);
        }
    }

    private static Duration peek(RateLimits node) {
        return switch (node.book(VENDOR, false, 10, Duration.ofNanos(-1))) {
            case TooLate(var delay) -> delay;
            case Booked booked -> booked.delay();
        };
    }

    private static List<Duration> delays(RateLimits node, int calls, boolean isUrgent) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> delay(node.book(VENDOR, isUrgent, 10, LONG)))
                .toList();
    }

    private static Duration delay(Turn turn) {
        return ((Booked) turn).delay();
    }

    private RateLimits node(Map<String, String> settings) {
        var jdbc = database.jdbc();
        return new PostgresRateLimits(
                settings(settings),
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                clock,
                new Pauses(jdbc, clock, new Random(1)));
    }

    private static ModelSettings settings(Map<String, String> more) {
        try (var stub = StubModels.start(new Script.Refuses())) {
            return ModelKit.settings(stub, stub, more);
        }
    }
}
