package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decisions.Choice;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HeldRefunds;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person's yes is to the very plan they read, once, and puts it before the gates again. */
@Tag("database")
class PlanDecisionsTest {

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());
    private final Decisions decisions = new Decisions(desk.cases());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anApprovedPlanGoesThroughTheGatesAgainWithTheApprovalAsAFact() {
        CaseRecord held = HeldRefunds.in(desk);

        CaseRecord taken = taken(decisions.approvePlan(Seen.of(held), yes(held, "Ines", "lead")));

        assertThat(taken.action()).isInstanceOf(ActionWork.Planned.class);
        assertThat(taken.action().approvals())
                .extracting(Approval::by, Approval::role)
                .containsExactly(tuple("Ines", "lead"));
        assertThat(taken.standing()).isInstanceOf(Standing.AtWork.class);
    }

    @Test
    void theSamePersonCannotSayYesTwiceToThatPlan() {
        CaseRecord held = HeldRefunds.in(desk);
        taken(decisions.approvePlan(Seen.of(held), yes(held, "Ines", "lead")));
        desk.decide(held.id(), new Fact.ActionHeld("a second person has to say yes"));
        CaseRecord again = desk.load(held.id());

        assertThat(decisions.approvePlan(Seen.of(again), yes(again, " Ines ", "lead")))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).contains("somebody else"));
        CaseRecord second = taken(decisions.approvePlan(Seen.of(again), yes(again, "Olu", "agent")));
        assertThat(second.action().approvals()).extracting(Approval::by).containsExactly("Ines", "Olu");
    }

    @Test
    void anotherWayOfWritingTheSameNameIsNoSecondPerson() {
        CaseRecord held = HeldRefunds.in(desk);
        taken(decisions.approvePlan(Seen.of(held), yes(held, "Ines", "lead")));
        desk.decide(held.id(), new Fact.ActionHeld("a second person has to say yes"));
        CaseRecord again = desk.load(held.id());

        assertThat(decisions.approvePlan(Seen.of(again), yes(again, "ines", "lead")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void anApprovalKeepsWhichPoliciesHadSpokenAndWhatSpeaksLaterAsksTheSamePersonAgain() {
        CaseRecord held = HeldRefunds.in(desk);
        stopBy(held, "ceiling");
        CaseRecord first = desk.load(held.id());
        CaseRecord taken = taken(decisions.approvePlan(Seen.of(first), yes(first, "Ines", "lead")));
        assertThat(taken.action().approvals())
                .singleElement()
                .extracting(Approval::shown)
                .isEqualTo(List.of("ceiling"));

        stopBy(taken, "lane-day");
        CaseRecord again = desk.load(held.id());
        CaseRecord second = taken(decisions.approvePlan(Seen.of(again), yes(again, "Ines", "lead")));

        assertThat(second.action().approvals())
                .extracting(Approval::shown)
                .containsExactly(List.of("ceiling"), List.of("lane-day"));
        stopBy(second, "ceiling");
        CaseRecord third = desk.load(held.id());
        assertThat(decisions.approvePlan(Seen.of(third), yes(third, "Ines", "lead")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void whoseYesHasGoneStaleIsAskedAgain() {
        CaseRecord held = HeldRefunds.in(desk);
        stopBy(held, "ceiling");
        CaseRecord first = desk.load(held.id());
        taken(decisions.approvePlan(Seen.of(first), yes(first, "Ines", "lead")));
        stopBy(first, "ceiling");
        CaseRecord soon = desk.load(held.id());
        assertThat(decisions.approvePlan(Seen.of(soon), yes(soon, "Ines", "lead")))
                .isInstanceOf(Decision.Refused.class);
        taken(decisions.approvePlan(Seen.of(soon), yes(soon, "Olu", "agent")));

        desk.clock().tick(Approval.HOLDS.plusSeconds(1));
        stopBy(soon, "ceiling");
        CaseRecord late = desk.load(held.id());
        taken(decisions.approvePlan(Seen.of(late), yes(late, "Ines", "lead")));
    }

    @Test
    void aYesToAnotherPlanIsRefused() {
        CaseRecord held = HeldRefunds.in(desk);
        var replayed = new Approval("0".repeat(64), "Ines", "lead", DeskKit.MONDAY_MORNING);

        assertThat(decisions.approvePlan(Seen.of(held), replayed))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).contains("not the one you read"));
        assertThat(desk.load(held.id())).isEqualTo(held);
    }

    @Test
    void aDecisionOnWhatHasMovedOnIsOvertaken() {
        CaseRecord held = HeldRefunds.in(desk);
        desk.decide(held.id(), new Fact.CaseClaimed());

        assertThat(decisions.approvePlan(Seen.of(held), yes(held, "Ines", "lead")))
                .isInstanceOf(Decision.Overtaken.class);
    }

    @Test
    void aRejectedPlanLeavesTheCaseWithWhoeverSaidNo() {
        CaseRecord held = HeldRefunds.in(desk);

        CaseRecord taken = taken(decisions.rejectPlan(Seen.of(held), "not this customer's", "Ines"));
        assertThat(taken.handOver().since())
                .as("a hand-over, with a packet and reminders to come")
                .isEqualTo(taken.version());

        assertThat(taken.action()).isInstanceOf(ActionWork.NoPlan.class);
        assertThat(taken.isTakenOver()).isTrue();
        assertThat(decisions.approvePlan(Seen.of(taken), yes(held, "Olu", "lead")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void thePageOffersADecisionOnlyWhereAPlanWaits() {
        CaseRecord held = HeldRefunds.in(desk);
        assertThat(Decisions.choices(held, "Ines")).contains(Choice.APPROVE_PLAN, Choice.REJECT_PLAN);
        CaseRecord other = desk.load(desk.ticket("Where is my kayak?"));
        assertThat(Decisions.choices(other, "Ines")).doesNotContain(Choice.APPROVE_PLAN, Choice.REJECT_PLAN);
    }

    private void stopBy(CaseRecord record, String policy) {
        String hash = record.action().findPlan().map(ActionPlan::hash).orElseThrow();
        Verdict stop = new Verdict.Stop(
                "authorization", policy, List.of(), List.of(), Verdict.Remedy.APPROVAL, List.of(policy));
        desk.decide(record.id(), new Fact.ActionJudged(hash, List.of(stop)));
        desk.decide(record.id(), new Fact.ActionHeld(policy));
    }

    private static Approval yes(CaseRecord record, String by, String role) {
        String hash = record.action().findPlan().map(ActionPlan::hash).orElseThrow();
        return new Approval(hash, by, role, DeskKit.MONDAY_MORNING);
    }

    private static CaseRecord taken(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Taken.class);
        return decision.record();
    }
}
