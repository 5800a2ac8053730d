package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.insight.PeoplesCorrections;
import io.sallyport.insight.Rate;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 10: when a person has taken over, the machine is silent. */
@Tag("database")
class TakeOverStoriesTest {

    private static final String INES = "Ines";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final List<ScriptedGate> gates = ScriptedGate.required();

    private void story(boolean crashing, Consumer<DeskKit> story) {
        var writer = BridgingAgents.writer(clock, ZoneId.of("Europe/Berlin"));
        try (var desk = DeskKit.on(clock, new BridgingAgents(new ScriptedAgents(), writer), gates, crashing)) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
        }
    }

    private static void claim(DeskKit desk, CaseId id) {
        assertThat(new Decisions(desk.cases()).claim(Seen.of(desk.load(id)), INES))
                .isInstanceOf(Decision.Taken.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverAsksForAPersonMidThreadGetsOne(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            desk.write(id, "That does not help, a person please");
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.channel().posted()).hasSize(2);
            assertThat(desk.channel().posted().getLast()).contains("a person");
        });
    }

    /** The gate has the draft in hand while the claim goes through; what it says then is dropped. */
    @Test
    void aDraftThatIsBeingJudgedWhileAPersonClaimsLoses() {
        story(false, desk -> {
            CaseId id = desk.ticket("When do you open?");
            var judging = new CountDownLatch(1);
            var claimed = new CountDownLatch(1);
            ScriptedGate gate = gates.getFirst();
            gate.judgeBy(_ -> {
                judging.countDown();
                await(claimed);
                return Verdict.pass(gate.name());
            });
            Thread worker = Thread.ofVirtual().start(desk::runUntilQuiet);
            await(judging);
            claim(desk, id);
            claimed.countDown();
            join(worker);
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).isTakenOver()).isTrue();
            assertThat(desk.cases().events(id)).noneMatch(event -> event.fact() instanceof Fact.EffectIntended);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join(30_000);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** The console signs in under small letters. */
    @Test
    void whoClaimedItIsOnePersonHoweverTheirNameIsWritten() {
        story(false, desk -> {
            CaseId id = desk.ticket("person please");
            desk.runUntilQuiet();
            claim(desk, id);
            var decisions = new Decisions(desk.cases());
            assertThat(decisions.resolve(Seen.of(desk.load(id)), "by phone", "omar"))
                    .isInstanceOf(Decision.Refused.class);
            assertThat(decisions.resolve(Seen.of(desk.load(id)), "by phone", "ines"))
                    .isInstanceOf(Decision.Taken.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCustomerWhoWritesDuringATakeOverWaitsForThatPerson(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("person please");
            desk.runUntilQuiet();
            claim(desk, id);
            int before = desk.channel().posted().size();
            desk.write(id, "When do you open?");
            desk.runUntilQuiet();
            desk.tick(Duration.ofDays(1));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(before);
            assertThat(desk.load(id).isTakenOver()).isTrue();
            assertThat(desk.load(id).findings().triage()).isPresent();
            assertThat(desk.load(id).handOver().isCurrent()).isTrue();
        });
    }

    @Test
    void aBridgeReplyThatIsLeavingWhenAPersonClaimsIsTheLastOne() {
        story(false, desk -> {
            CaseId id = desk.ticket("person please");
            desk.channel().during(() -> claim(desk, id));
            desk.runUntilQuiet();
            desk.tick(Duration.ofDays(4));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(desk.load(id).isTakenOver()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reopenedOnDaySixCountsAndOnDayEightDoesNot(boolean crashing) {
        story(crashing, desk -> {
            CaseId six = resolved(desk);
            CaseId eight = resolved(desk);
            desk.tick(Duration.ofDays(6));
            desk.write(six, "It is back, a person please");
            desk.runUntilQuiet();
            desk.tick(Duration.ofDays(2));
            desk.write(eight, "It is back, a person please");
            desk.runUntilQuiet();
            var corrections = new PeoplesCorrections(desk.database().jdbc());
            assertThat(corrections.reopened(Instant.EPOCH, clock.instant().plusSeconds(1)))
                    .isEqualTo(Map.of("people", new Rate(1, 2)));
        });
    }

    private static CaseId resolved(DeskKit desk) {
        CaseId id = desk.ticket("person please");
        desk.runUntilQuiet();
        desk.decide(id, new Fact.CaseResolved("by phone"));
        desk.runUntilQuiet();
        return id;
    }
}
