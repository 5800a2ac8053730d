package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The action lane is switched while a plan that its gates pass is on its way to the door. Each story also killed at every step. */
@Tag("database")
class ActionDoorStoriesTest {

    private static final String WISH = "Please cancel order HL-100200.";

    private final ActingDesk story = new ActingDesk();
    private final ActionKit world = story.world();

    @AfterEach
    void close() {
        story.close();
    }

    /** Once the plan is before its gates, and so made, the lane is in that mode. */
    private DeskKit switched(LaneMode mode, boolean crashing) {
        DeskKit desk = crashing ? story.crashing().desk() : story.desk();
        var isDue = new AtomicBoolean(true);
        world.policy((_, _) -> {
            if (isDue.getAndSet(false)) {
                desk.mode(Lane.ACTION, mode);
            }
            return Verdict.pass("authorization");
        });
        return desk;
    }

    private static CaseId asked(DeskKit desk) {
        CaseId id = desk.ticket(WISH);
        desk.runUntilQuiet();
        return id;
    }

    private void assertNothingLeft() {
        assertThat(world.calls()).isZero();
        assertThat(world.mailed()).isEmpty();
        assertThat(world.reserved()).isEmpty();
    }

    private static String why(CaseRecord record) {
        assertThat(record.standing()).isInstanceOf(Standing.WithPeople.class);
        return ((Standing.WithPeople) record.standing()).why();
    }

    private static void approve(DeskKit desk, CaseId id) {
        CaseRecord record = desk.load(id);
        String hash = record.action().findPlan().map(ActionPlan::hash).orElseThrow();
        var yes = new Approval(hash, "Ines", "lead", desk.clock().instant());
        assertThat(new Decisions(desk.cases()).approvePlan(Seen.of(record), yes))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void offLeavesItToPeople(boolean needsProof, boolean crashing) {
        DeskKit desk = switched(LaneMode.OFF, crashing);
        if (needsProof) {
            world.needingProof();
        }
        CaseId id = asked(desk);
        assertNothingLeft();
        assertThat(why(desk.load(id))).isEqualTo("the action lane is off");
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void inShadowItIsShownToPeopleAndNothingLeaves(boolean needsProof, boolean crashing) {
        DeskKit desk = switched(LaneMode.SHADOW, crashing);
        if (needsProof) {
            world.needingProof();
        }
        CaseId id = asked(desk);
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        assertThat(why(desk.load(id))).isEqualTo("the action lane is in shadow");
        approve(desk, id);
        assertThat(desk.load(id).action()).as("nobody's yes changes that").isInstanceOf(ActionWork.Held.class);
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inDraftItWaitsForAYesAndThenIsDone(boolean crashing) {
        DeskKit desk = switched(LaneMode.DRAFT, crashing);
        CaseId id = asked(desk);
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        assertNothingLeft();
        approve(desk, id);
        assertThat(world.carriedOut()).hasSize(1);
        assertThat(desk.channel().posted()).singleElement().asString().contains("We have cancelled order HL-100200.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aYesToAnotherPlanIsNone(boolean crashing) {
        DeskKit desk = switched(LaneMode.DRAFT, crashing);
        CaseId id = asked(desk);
        var other = new Approval("0".repeat(64), "Ines", "lead", desk.clock().instant());
        desk.decide(id, new Fact.ActionApproved(other));
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inDraftNoCodeIsSentBeforeTheYes(boolean crashing) {
        DeskKit desk = switched(LaneMode.DRAFT, crashing);
        world.needingProof();
        CaseId id = asked(desk);
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        assertNothingLeft();
        approve(desk, id);
        assertThat(world.mailed()).hasSize(1);
        assertThat(world.calls()).as("the code is with the customer").isZero();
        desk.write(id, "It says " + ActionKit.CODE);
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).hasSize(1);
    }
}
