package io.sallyport.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Fact.CodeTried;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.testkit.HeldRefunds;
import io.sallyport.testkit.ScriptedAgents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tried code leaves of what had been found out before it: a stored case has to come out as it always did. */
class CodeFoldingTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final CaseId ID = new CaseId("SP-0000000001");
    private static final ActionPlan PLAN = HeldRefunds.plan(ID);
    private static final Ticket TICKET =
            new Ticket("test", "t-1", Channel.WEB, "jo@fjordmail.example", "A refund", "link-1");
    private static final ScriptedAgents AGENTS = new ScriptedAgents();

    private static Message message(String id, String words) {
        return new Message(
                id, Message.Author.CUSTOMER, TICKET.customer(), AT, TICKET.subject(), words, "", List.of(), Map.of());
    }

    private static CaseRecord then(CaseRecord record, Fact fact) {
        return record.after(new CaseEvent(ID, record.version() + 1, AT, Actor.DESK, fact, "", ""));
    }

    private static CaseRecord read(CaseRecord record) {
        return then(record, new Fact.Screened(AGENTS.screen(record)));
    }

    private static CaseRecord challenged() {
        List<Message> first = List.of(message("m-1", "There is a flood, refund order HL-1."));
        CaseRecord record = read(CaseRecord.fresh(ID, 1, TICKET, AT, first, Findings.NONE));
        record = then(record, new Fact.Triaged(AGENTS.triage(record)));
        record = then(record, new Fact.Routed(AGENTS.route(record)));
        record = then(record, new Fact.ActionPlanned(PLAN));
        record = then(record, new Fact.ActionJudged(PLAN.hash(), List.of()));
        var slip = new Effect.PermitSlip("0".repeat(64), 1, List.of(), List.of(), AT);
        var code = new CodeMail(ID, "ch-1", "acc-1", TICKET.customer(), AT.plusSeconds(600));
        record = then(record, new Fact.EffectIntended(new Effect("fx-1", code, slip, AT, Optional.empty())));
        return then(record, new Fact.EffectSettled("fx-1", new Delivery.Accepted("mail-1")));
    }

    private static CaseRecord tried(Outcome... outcomes) {
        CaseRecord record =
                read(then(challenged(), new Fact.MessageReceived(message("m-2", "111111. And when do you open?"))));
        for (Outcome outcome : outcomes) {
            record = then(record, new CodeTried("ch-1", outcome, Optional.empty()));
        }
        return record;
    }

    private static void isAsBefore(CaseRecord record) {
        assertThat(record.findings().triage())
                .isPresent()
                .isEqualTo(challenged().findings().triage());
        assertThat(record.findings().route())
                .isPresent()
                .isEqualTo(challenged().findings().route());
    }

    @Test
    void aWrongOneAloneLeavesWhatWasFoundOut() {
        CaseRecord wrong = tried(Outcome.WRONG);
        isAsBefore(wrong);
        assertThat(wrong.action())
                .isInstanceOfSatisfying(
                        ActionWork.Challenged.class,
                        challenged -> assertThat(challenged.wrongTries()).isOne());
    }

    @Test
    void oneThatNoLongerCountsLeavesItWithThePlan() {
        CaseRecord lapsed = tried(Outcome.VOID);
        isAsBefore(lapsed);
        assertThat(lapsed.action()).isEqualTo(new ActionWork.Planned(PLAN, List.of()));
    }

    @Test
    void aMessageWithoutOneIsToBeReadAndKeepsThePlan() {
        CaseRecord interrupted = tried(Outcome.NONE_GIVEN);
        assertThat(interrupted.findings())
                .isEqualTo(read(challenged()).findings().unread());
        assertThat(interrupted.action())
                .isInstanceOfSatisfying(
                        ActionWork.Interrupted.class,
                        work -> assertThat(work.challenged().read()).isOne());
    }

    @Test
    void wordsBesideAWrongOneAreToBeReadAndTheTryCounts() {
        CaseRecord both = tried(Outcome.WRONG, Outcome.NONE_GIVEN);
        assertThat(both.findings().screening()).isPresent();
        assertThat(both.findings().triage()).isEmpty();
        assertThat(both.findings().route()).isEmpty();
        assertThat(both.action()).isInstanceOfSatisfying(ActionWork.Interrupted.class, work -> {
            assertThat(work.challenged().wrongTries()).isOne();
            assertThat(work.challenged().unread(both.messages())).isEmpty();
        });
    }

    @Test
    void whatComesToTheSameAwaitsTheCodeWithTheCountOfTries() {
        CaseRecord again = then(tried(Outcome.WRONG, Outcome.NONE_GIVEN), new Fact.CodeAwaited());
        assertThat(again.action())
                .isInstanceOfSatisfying(
                        ActionWork.Challenged.class,
                        challenged -> assertThat(challenged.wrongTries()).isOne());
    }
}
