package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that nobody has decided on when a colleague has long answered. Each story also with the process killed at every step. */
@Tag("database")
class HeldPlanStoriesTest {

    private final ActingDesk story = new ActingDesk();
    private final ActionKit world = story.world();

    @BeforeEach
    void askForAYes() {
        world.policy((record, _) -> record.action().approvals().isEmpty()
                ? Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL)
                : Verdict.pass("authorization"));
    }

    @AfterEach
    void close() {
        story.close();
    }

    private DeskKit desk(boolean crashing) {
        return crashing ? story.crashing().desk() : story.desk();
    }

    private static CaseId answered(DeskKit desk) {
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        assertThat(new Decisions(desk.cases()).reply(Seen.of(desk.load(id)), "We are looking at your order.", "Olu"))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
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

    private static long reminders(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.Reminded)
                .count();
    }

    private static void pass(DeskKit desk, Duration time) {
        desk.tick(time);
        desk.runUntilQuiet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isStillRemindedOfAndKeepsItsCaseOpenUntilItIsDecided(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = answered(desk);
        pass(desk, Duration.ofMinutes(59));
        assertThat(reminders(desk, id)).isZero();
        pass(desk, Duration.ofMinutes(1));
        assertThat(reminders(desk, id)).isOne();
        for (int days = 0; days < 9; days++) {
            pass(desk, Duration.ofDays(1));
        }
        assertThat(reminders(desk, id)).isEqualTo(10);
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        assertThat(desk.channel().posted()).noneMatch(text -> text.contains("Nobody has an answer for you yet."));

        approve(desk, id);
        assertThat(world.carriedOut()).hasSize(1);
        pass(desk, Duration.ofDays(6));
        assertThat(reminders(desk, id)).isEqualTo(10);
        pass(desk, Duration.ofDays(1));
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isOvertakenByWhatTheCustomerWrites(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = answered(desk);
        desk.write(id, "When do you open?");
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isNotInstanceOf(ActionWork.Held.class);
        assertThat(desk.load(id).handOver().heldSince()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isLeftAloneOnceAPersonHasClosedTheCase(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = answered(desk);
        desk.decide(id, new Fact.CaseResolved("told by phone"));
        pass(desk, Duration.ofDays(9));
        assertThat(reminders(desk, id)).isZero();
    }
}
