package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's yes to a plan is carried through and told, whatever else has been said while it waited. Each also killed at every step. */
@Tag("database")
class ApprovedPlanStoriesTest {

    private static final String CANCELLED = "We have cancelled order HL-100200.";

    private final ActingDesk story = new ActingDesk();
    private final ActionKit world = story.world();

    @AfterEach
    void close() {
        story.close();
    }

    private CaseId held(DeskKit desk) {
        world.policy((record, _) -> record.action().approvals().isEmpty()
                ? Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL)
                : Verdict.pass("authorization"));
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        return id;
    }

    private static void approve(DeskKit desk, CaseId id) {
        CaseRecord record = desk.load(id);
        String hash = record.action().findPlan().map(ActionPlan::hash).orElseThrow();
        var yes = new Approval(hash, "Ines", "lead", desk.clock().instant());
        assertThat(new Decisions(desk.cases()).approvePlan(Seen.of(record), yes))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    private DeskKit desk(boolean crashing) {
        return crashing ? story.crashing().desk() : story.desk();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thoughTheCustomerAskedForAPersonMeanwhile(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = held(desk);
        desk.write(id, "This takes long. Let me talk to a person please.");
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);

        approve(desk, id);

        assertThat(world.carriedOut()).containsExactly("sandbox/order-cancellation HL-100200");
        assertThat(desk.load(id).receipts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thoughAColleagueHasAnsweredMeanwhile(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = held(desk);
        assertThat(new Decisions(desk.cases()).reply(Seen.of(desk.load(id)), "We are looking at your order.", "Olu"))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted().getLast()).contains("We are looking at your order.");

        approve(desk, id);

        assertThat(world.carriedOut()).hasSize(1);
        assertThat(desk.channel().posted().getLast()).contains(CANCELLED);
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unlessTheCustomerTakesItBackWithTheCodeWhichSomebodyReads(boolean crashing) {
        world.needingProof();
        DeskKit desk = desk(crashing);
        CaseId id = held(desk);
        approve(desk, id);
        desk.clock().tick(Duration.ofMinutes(1));
        desk.write(id, "It is " + ActionKit.CODE);
        desk.write(id, "Stop, please do not cancel it.");
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).isEmpty();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);

        desk.clock().tick(Duration.ofMinutes(1));
        approve(desk, id);
        assertThat(world.carriedOut()).as("a person has read it").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thoughTheCustomerAsksForAnotherCode(boolean crashing) {
        world.needingProof();
        DeskKit desk = desk(crashing);
        CaseId id = held(desk);
        approve(desk, id);
        desk.write(id, "No code came.");
        desk.runUntilQuiet();
        assertThat(world.mailed()).hasSize(2);
        desk.write(id, "It is " + ActionKit.CODE);
        desk.runUntilQuiet();

        assertThat(world.carriedOut()).hasSize(1);
        assertThat(desk.channel().posted().getLast()).contains(CANCELLED);
        assertThat(desk.load(id).failure()).isEmpty();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }
}
