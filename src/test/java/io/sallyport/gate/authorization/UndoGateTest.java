package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Effect.PermitSlip;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Actions are taken back by people of the right role, and only what was done. */
@Tag("database")
class UndoGateTest {

    private static final CedarEngine ENGINE = ShippedPolicies.load();

    private final TestDatabase database = TestDatabase.fresh();
    private final DeskRoles roles = new DeskRoles(database.dataSource(), new SettableClock(Plans.NOW));
    private final UndoGate gate = new UndoGate(ENGINE, roles, "USD");

    @BeforeEach
    void giveRoles() {
        roles.give("Ines", DeskRoles.LEAD, "operator");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAgentTakesASmallRefundBackAndALeadALargeOne() {
        assertThat(undo(Plans.refund("HL-1", 4900), "Olu").isPass()).isTrue();
        assertThat(undo(Plans.refund("HL-1", 25_000), "Olu"))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.reason()).contains("needs a lead"));
        assertThat(undo(Plans.refund("HL-1", 25_000), "Ines").isPass()).isTrue();
    }

    @Test
    void whatWasNotDoneCannotBeTakenBack() {
        ActionPlan done = Plans.refund("HL-1", 4900);
        CaseRecord record = carriedOut(done);

        assertThat(gate.judge(Plans.RECORD, new Undo("fx-1", done, "Ines")).isPass())
                .isFalse();
        assertThat(gate.judge(record, new Undo("fx-2", done, "Ines")).isPass()).isFalse();
        assertThat(gate.judge(record, new Undo("fx-1", Plans.refund("HL-1", 4800), "Ines"))
                        .isPass())
                .isFalse();
        assertThat(gate.judge(record, new Undo("fx-1", done, " ")).isPass()).isFalse();
    }

    @Test
    void rolesAreKnownOnesAndTheFirstOperatorIsALead() {
        assertThat(roles.of("operator")).isEqualTo(DeskRoles.LEAD);
        assertThat(roles.of("somebody")).isEqualTo(DeskRoles.AGENT);
        assertThatThrownBy(() -> roles.give("Olu", "king", "operator")).isInstanceOf(IllegalArgumentException.class);
    }

    private Verdict undo(ActionPlan plan, String by) {
        return gate.judge(carriedOut(plan), new Undo("fx-1", plan, by));
    }

    private static CaseRecord carriedOut(ActionPlan plan) {
        var slip = new PermitSlip("0".repeat(64), 1, List.of("identity"), List.of(), Plans.NOW);
        CaseRecord record = after(Plans.RECORD, new Fact.ActionPlanned(plan));
        record = after(record, new Fact.EffectIntended(new Effect("fx-1", plan, slip, Plans.NOW, Optional.empty())));
        return after(record, new Fact.EffectSettled("fx-1", new Delivery.Accepted("rf-1")));
    }

    private static CaseRecord after(CaseRecord record, Fact fact) {
        return record.after(
                new CaseEvent(record.id(), record.version() + 1, Plans.NOW, Actor.DESK, fact, ChainHash.GENESIS, "0"));
    }
}
