package io.sallyport.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.Answer.Tried;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StubModels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, what goes to the next model, and what is left alone; no test waits. */
class ChainTest {

    private static final String FIRST = "anthropic:first";
    private static final String SECOND = "openai:second";

    private final StubModels first = StubModels.start(new Script.Writes("Under Billing."));
    private final StubModels second = StubModels.start(new Script.Writes("In the menu."));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T09:00:00Z"));
    private final List<Duration> slept = new ArrayList<>();
    private final List<Meter.Call> calls = new ArrayList<>();
    private final Models models = models(FIRST + ", " + SECOND);

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 529})
    void laterIsAskedAgainAndEveryCallIsMetered(int status) {
        first.play(new Script.Answers(status), new Script.Answers(status), new Script.Writes("Under Billing."));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Said.class, said -> assertThat(said.model()).isEqualTo(FIRST));
        assertThat(first.asked()).hasSize(3);
        assertThat(second.asked()).isEmpty();
        assertThat(calls).hasSize(3).extracting(Meter.Call::outcome).last().isEqualTo("written");
    }

    @Test
    void theVendorsWishIsWaitedForAndABitMore() {
        first.play(new Script.Answers(429, Duration.ofSeconds(7)), new Script.Writes("Under Billing."));
        assertThat(ask()).isInstanceOf(Said.class);
        assertThat(slept.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
    }

    @Test
    void aWishLongerThanIsWorthWaitingForGoesToTheSecondModelAtOnce() {
        first.play(new Script.Answers(429, Duration.ofMinutes(5)));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Said.class, said -> assertThat(said.model()).isEqualTo(SECOND));
        assertThat(first.asked()).hasSize(1);
        assertThat(slept).allMatch(Duration::isZero);
    }

    @Test
    void fourCallsAreEnoughAndTheSecondModelStandsIn() {
        first.play(new Script.Answers(529));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Said.class, said -> assertThat(said.model()).isEqualTo(SECOND));
        assertThat(first.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500})
    void whatWouldGoWrongAgainGoesToTheSecondModelAfterOneCall(int status) {
        first.play(new Script.Answers(status));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Said.class, said -> assertThat(said.model()).isEqualTo(SECOND));
        assertThat(first.asked()).hasSize(1);
    }

    @Test
    void anUnusableAnswerIsFinal() {
        for (var script : List.of(new Script.Refuses(), new Script.IsCutOff("Under"), new Script.Garbles("<html>"))) {
            first.play(script);
            assertThat(ask()).isInstanceOf(Failed.class);
        }
        assertThat(first.asked()).hasSize(3);
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void whereAllFailEveryFaultIsTold() {
        first.play(new Script.Answers(500));
        second.play(new Script.Answers(529));
        var failed = failed(ask());
        assertThat(failed.fault()).isEqualTo(Fault.OVERLOADED);
        assertThat(failed.tried())
                .containsExactly(
                        new Tried(FIRST, Fault.SERVER_ERROR, "HTTP 500", 1),
                        new Tried(SECOND, Fault.OVERLOADED, "HTTP 529", 4));
        assertThat(failed.why()).contains(FIRST, SECOND, "server error", "HTTP 529");
    }

    @Test
    void nobodyWaitsLongerThanTheCallersPatience() {
        first.play(new Script.Answers(429, Duration.ofSeconds(20)));
        second.play(new Script.Answers(429, Duration.ofSeconds(20)));
        var started = clock.instant();
        var question = ModelKit.question();
        var hurried = new Request<>(
                question.purpose(), "", question.question(), question.shape(), 200, Duration.ofSeconds(50));
        assertThat(models.find(Role.TRIAGE).orElseThrow().ask(hurried)).isInstanceOf(Failed.class);
        assertThat(Duration.between(started, clock.instant())).isLessThanOrEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void aModelThatIsDownIsLeftAloneAndTriedAgainAfterHalfAMinute() {
        first.play(new Script.Answers(500));
        IntStream.range(0, 8).forEach(_ -> ask());
        assertThat(first.asked()).hasSize(5);
        assertThat(second.asked()).hasSize(8);
        first.play(new Script.Writes("Back."));
        clock.tick(Duration.ofSeconds(31));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Said.class, said -> assertThat(said.model()).isEqualTo(FIRST));
    }

    @Test
    void aSuspendedModelWithoutASecondIsAFaultOfItsOwn() {
        var alone = models(FIRST);
        first.play(new Script.Answers(500));
        IntStream.range(0, 5).forEach(_ -> alone.find(Role.TRIAGE).orElseThrow().ask(ModelKit.question()));
        var failed = failed(alone.find(Role.TRIAGE).orElseThrow().ask(ModelKit.question()));
        assertThat(failed.tried()).containsExactly(new Tried(FIRST, Fault.SUSPENDED, failed.why(), 0));
    }

    @Test
    void wrongKeysAndRefusalsSuspendNobody() {
        first.play(new Script.Answers(401));
        IntStream.range(0, 12).forEach(_ -> ask());
        assertThat(first.asked()).hasSize(12);
    }

    @Test
    void anInterruptedWaitEndsInAFault() {
        first.play(new Script.Answers(429));
        Thread.currentThread().interrupt();
        var backoff = new Backoff(4, new Random(1), Thread::sleep);
        var interrupted = models(FIRST, backoff).find(Role.TRIAGE).orElseThrow();
        assertThat(interrupted.ask(ModelKit.question())).isInstanceOf(Failed.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theWaitsAreJitteredBetweenNothingAndTwiceAsMuchEachTime() {
        var backoff = new Backoff(9, new Random(7), _ -> {});
        for (var calls = 1; calls < 9; calls++) {
            var most = Math.min(30_000, 1000 << (calls - 1));
            var some = calls;
            assertThat(IntStream.range(0, 400)
                            .mapToLong(_ -> backoff.after(some).toMillis())
                            .summaryStatistics())
                    .satisfies(spread -> {
                        assertThat(spread.getMax()).isBetween(most * 9L / 10, (long) most);
                        assertThat(spread.getMin()).isLessThan(most / 10);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic:a, anthropic:a", "embedded, anthropic:a", "anthropic:a,", "anthropic:a, openai"})
    void aChainThatMakesNoSenseStopsTheStart(String chain) {
        assertThatThrownBy(() -> models(chain)).hasMessageContaining("sallyport.models.triage is '");
    }

    @Test
    void embeddedMayBeSaidLast() {
        assertThat(models(FIRST + ",embedded").listEach(Role.TRIAGE)).hasSize(1);
        assertThat(models("embedded").find(Role.TRIAGE)).isEmpty();
    }

    private Answer<String> ask() {
        return models.find(Role.TRIAGE).orElseThrow().ask(ModelKit.question());
    }

    private static Failed<String> failed(Answer<String> answer) {
        return switch (answer) {
            case Failed<String> failed -> failed;
            case Said<String> said -> throw new AssertionError("it was said: " + said.value());
        };
    }

    private Models models(String chain) {
        return models(chain, new Backoff(4, new Random(1), this::sleep));
    }

    private Models models(String chain, Backoff backoff) {
        var settings = ModelKit.settings(first, second, Map.of("triage", chain));
        var guards = new Safeguards(
                Budget.none(), RateLimits.none(), new Breakers(clock), backoff, calls::add, settings.timeout(), clock);
        return new Models(settings, ModelKit.vendors(settings), guards);
    }

    private void sleep(Duration duration) {
        slept.add(duration);
        clock.tick(duration);
    }
}
