package io.sallyport.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.Undo;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people took back counts against the lane that did it. */
@Tag("database")
class ReversedActionsTest {

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), List.of());
    private final ReversedActions reversed = new ReversedActions(desk.database().jdbc());
    private int effects;

    @AfterEach
    void close() {
        desk.close();
    }

    private void effect(CaseId id, String effect, Proposal content, Delivery outcome) {
        var now = desk.clock().instant();
        var slip = new Effect.PermitSlip("0", 1, List.of(), List.of(), now);
        desk.decide(id, new Fact.EffectIntended(new Effect(effect, content, slip, now, Optional.empty())));
        desk.decide(id, new Fact.EffectSettled(effect, outcome));
    }

    private void done(String action, Optional<Delivery> undone) {
        CaseId id = desk.ticket("Please cancel it.");
        String effect = "fx-" + ++effects;
        var plan = new ActionPlan(id, action, "0".repeat(64), "acc-1", List.of(), "not-said", Optional.empty());
        effect(id, effect, plan, new Delivery.Accepted("v"));
        desk.decide(
                id,
                new Fact.ReceiptIssued(new Receipt(
                        effect, action, List.of("Done."), Map.of(), desk.clock().instant())));
        undone.ifPresent(outcome -> effect(id, effect + "-undo", new Undo(effect, plan, "Ines"), outcome));
    }

    @Test
    void onlyWhatWasReallyTakenBackCounts() {
        done("refund", Optional.empty());
        done("refund", Optional.of(new Delivery.Accepted("v")));
        done("refund", Optional.of(new Delivery.Refused("too late")));
        done("order-cancellation", Optional.of(new Delivery.Unknown("the line is dead")));
        assertThat(reversed.byAction(Instant.EPOCH))
                .isEqualTo(Map.of("refund", new Rate(1, 3), "order-cancellation", new Rate(0, 1)));
        assertThat(reversed.byLane(Instant.EPOCH)).isEqualTo(Map.of(Lane.ACTION, new Rate(1, 4)));
        assertThat(reversed.byLane(desk.clock().instant().plus(Duration.ofDays(1))))
                .isEqualTo(Map.of(Lane.ACTION, new Rate(0, 0)));
    }

    /** Values of the score interval as tables print them. */
    @Test
    void theIntervalIsWilsons() {
        assertThat(new Rate(1, 10).low()).isCloseTo(0.0179, within(0.0001));
        assertThat(new Rate(1, 10).high()).isCloseTo(0.4042, within(0.0001));
        assertThat(new Rate(0, 10).low()).isZero();
        assertThat(new Rate(0, 10).high()).isCloseTo(0.2775, within(0.0001));
        assertThat(new Rate(0, 0).high()).isEqualTo(1);
    }
}
