package io.sallyport.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.ScriptedAgents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a reply in the works when a change is done. */
class ReceiptFoldingTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final CaseId ID = new CaseId("SP-0000000001");
    private static final ActionPlan FIRST = cancellation("HL-1");
    private static final ActionPlan SECOND = cancellation("HL-2");
    private static final Ticket TICKET =
            new Ticket("test", "t-1", Channel.WEB, "jo@fjordmail.example", "A wish", "link-1");
    private static final ScriptedAgents AGENTS = new ScriptedAgents();
    private static final Actor INES = Actor.person("Ines");

    private CaseRecord record = read(CaseRecord.fresh(ID, 1, TICKET, AT, List.of(message("m-1")), Findings.NONE));

    private static ActionPlan cancellation(String order) {
        var slot = new ActionPlan.Slot("order", order, new ActionPlan.RecordField("order:" + order, "id"));
        return new ActionPlan(ID, "cancel", "0".repeat(64), "acc-1", List.of(slot), "unneeded", Optional.empty());
    }

    private static Message message(String id) {
        return new Message(
                id,
                Message.Author.CUSTOMER,
                TICKET.customer(),
                AT,
                TICKET.subject(),
                "Cancel it.",
                "",
                List.of(),
                Map.of());
    }

    private static CaseRecord then(CaseRecord record, Actor actor, Fact fact) {
        return record.after(new CaseEvent(ID, record.version() + 1, AT, actor, fact, "", ""));
    }

    private static CaseRecord read(CaseRecord record) {
        CaseRecord screened = then(record, Actor.DESK, new Fact.Screened(AGENTS.screen(record)));
        CaseRecord triaged = then(screened, Actor.DESK, new Fact.Triaged(AGENTS.triage(record)));
        return then(triaged, Actor.DESK, new Fact.Routed(AGENTS.route(record)));
    }

    private void then(Fact... facts) {
        for (Fact fact : facts) {
            record = then(record, Actor.DESK, fact);
        }
    }

    private void planned(ActionPlan plan) {
        then(new Fact.ActionPlanned(plan), new Fact.ActionJudged(plan.hash(), List.of()));
    }

    private void carriedOut(ActionPlan plan) {
        var slip = new Effect.PermitSlip("0".repeat(64), 1, List.of(), List.of(), AT);
        var receipt = new Receipt(plan.effectId(), plan.action(), List.of("It is cancelled."), Map.of(), AT);
        then(
                new Fact.EffectIntended(new Effect(plan.effectId(), plan, slip, AT, Optional.empty())),
                new Fact.EffectSettled(plan.effectId(), new Delivery.Accepted("r-1")),
                new Fact.ReceiptIssued(receipt));
    }

    private void composed() {
        Reply reply = ScriptedAgents.reply(record, ScriptedAgents.QUOTE);
        then(
                new Fact.EvidenceGathered(AGENTS.research(record)),
                new Fact.ReplyComposed(reply, 0.9, "scripted"),
                new Fact.ReplyJudged("", List.of(Verdict.pass("grounding"))),
                new Fact.ReplyHeld(LaneMode.DRAFT));
    }

    /** The customer writes more while the plan waits. */
    @BeforeEach
    void hold() {
        planned(FIRST);
        then(
                new Fact.ActionHeld("above the limit"),
                new Fact.Escalated(
                        "billing", List.of(new Trigger(Trigger.Kind.GATE_STOPPED, "limit")), "limit", List.of()),
                new Fact.MessageReceived(message("m-2")));
        record = read(record);
    }

    private void approve() {
        then(new Fact.ActionApproved(new Approval(FIRST.hash(), "Ines", "lead", AT)));
    }

    /** As cases were worked on before what was written meanwhile was planned, too. */
    @Test
    void aDraftOfTheMachinesThatDoesNotTellASecondChangeIsWrittenAnew() {
        approve();
        carriedOut(FIRST);
        composed();
        assertThat(record.answer()).isInstanceOf(AnswerWork.Held.class);

        then(new Fact.Routed(AGENTS.route(record)));
        planned(SECOND);
        carriedOut(SECOND);

        assertThat(record.action()).isInstanceOf(ActionWork.Done.class);
        assertThat(record.answer()).isEqualTo(new AnswerWork.NotBegun());
        assertThat(record.receipts()).hasSize(2);
    }

    @Test
    void aPersonsOwnWordsThatAGateHasStoppedStayWithThem() {
        record = then(record, INES, new Fact.ReplyWritten(ScriptedAgents.reply(record, "We open at ten.")));
        then(
                new Fact.ReplyJudged("", List.of(Verdict.stop("grounding", "no article says it"))),
                new Fact.ReplyHeld(LaneMode.AUTO));
        approve();
        carriedOut(FIRST);

        assertThat(record.action()).as("what was written meanwhile is planned").isEqualTo(new ActionWork.NotBegun());
        assertThat(record.answer())
                .isInstanceOfSatisfying(
                        AnswerWork.Held.class,
                        held -> assertThat(held.draft().reply().text()).isEqualTo("We open at ten."));

        planned(SECOND);
        carriedOut(SECOND);
        assertThat(record.answer()).isInstanceOf(AnswerWork.Held.class);
    }
}
