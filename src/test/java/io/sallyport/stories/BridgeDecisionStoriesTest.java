package io.sallyport.stories;

import static io.sallyport.stories.BridgingDesk.handOver;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people decide of the words that customers hear while they have the case. Each also killed at every step. */
@Tag("database")
class BridgeDecisionStoriesTest {

    private final BridgingDesk bridging = new BridgingDesk();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inDraftItWaitsForAPersonsYes(boolean crashing) {
        bridging.story(crashing, desk -> {
            desk.mode(Lane.ESCALATION, LaneMode.DRAFT);
            CaseId id = handOver(desk);
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Held.class);
            desk.decide(id, new Fact.BridgeApproved(hash(desk, id)));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onePersonTellsTheCustomerAndTakesTheCase(boolean crashing) {
        bridging.story(crashing, desk -> {
            desk.mode(Lane.ESCALATION, LaneMode.DRAFT);
            CaseId id = handOver(desk);
            String hash = hash(desk, id);
            var decisions = new Decisions(desk.cases());
            assertThat(decisions.tell(Seen.of(desk.load(id)), "0".repeat(64), true, "Ines"))
                    .isInstanceOf(Decision.Refused.class);
            assertThat(decisions.tell(Seen.of(desk.load(id)), hash, true, "Ines"))
                    .isInstanceOf(Decision.Taken.class);
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(desk.load(id).isTakenOver()).isTrue();
            assertThat(decisions.tell(Seen.of(desk.load(id)), hash, false, "Ines"))
                    .isInstanceOf(Decision.Refused.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasApprovedTooLateIsWrittenAnew(boolean crashing) {
        bridging.story(crashing, desk -> {
            desk.mode(Lane.ESCALATION, LaneMode.DRAFT);
            CaseId id = handOver(desk);
            desk.tick(Duration.ofHours(3));
            desk.decide(id, new Fact.BridgeApproved(hash(desk, id)));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).bridge())
                    .isInstanceOfSatisfying(
                            BridgeWork.Held.class,
                            held -> assertThat(held.bridge().expectation().by())
                                    .isAfter(bridging.clock().instant()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFF", "SHADOW"})
    void nothingLeavesWhileTheLaneIsShut(LaneMode mode) {
        bridging.story(false, desk -> {
            desk.mode(Lane.ESCALATION, mode);
            CaseId id = handOver(desk);
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        });
    }

    /** While a person has it, nothing; then nobody has it in hand any more, and they hear so when people are reminded of it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoseCaseWasGivenBackToTheQueueHearsAgainButNotBefore(boolean crashing) {
        bridging.story(crashing, desk -> {
            CaseId id = desk.ticket("person please");
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            desk.decide(id, new Fact.CaseReleased());
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            desk.tick(Duration.ofDays(2));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
        });
    }

    private static String hash(DeskKit desk, CaseId id) {
        return desk.load(id).bridge().findBridge().orElseThrow().contentHash();
    }
}
