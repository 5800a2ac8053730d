package io.sallyport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Effect.PermitSlip;
import io.sallyport.casefile.Fact;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.HeldRefunds;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is counted when a case is read changes no event: its hash would change, and older nodes could not read it. */
@Tag("database")
class CountedAnewTest {

    private static final Instant AT = DeskKit.MONDAY_MORNING;
    private static final String HASH = "0".repeat(64);

    @Test
    void aYesIsWrittenAsItAlwaysWas() {
        var yes = new Approval(HASH, "Ines", "lead", AT, List.of("large"), OptionalInt.of(3));

        String body = CaseJson.body(new Fact.ActionApproved(yes));

        assertThat(body).isEqualTo("""
                {"approval":{"planHash":"%s","by":"Ines","role":"lead","at":"%s","shown":["large"]}}""".formatted(HASH, AT));
        assertThat(CaseJson.fact("action-approved", body))
                .isEqualTo(new Fact.ActionApproved(new Approval(HASH, "Ines", "lead", AT, List.of("large"))));
    }

    @Test
    void soIsAnIntent() {
        try (var desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            ActionPlan plan = HeldRefunds.plan(HeldRefunds.in(desk).id());
            var slip = new PermitSlip(HASH, 1, List.of("identity"), List.of(), AT);
            var plain = new Fact.EffectIntended(new Effect("fx-1", plan, slip, AT, Optional.empty()));
            var counted = new Fact.EffectIntended(
                    new Effect("fx-1", plan, slip, AT, Optional.empty(), OptionalInt.of(1), OptionalInt.of(2)));

            assertThat(CaseJson.body(counted)).isEqualTo(CaseJson.body(plain)).doesNotContain("heard", "begun");
            assertThat(CaseJson.fact("effect-intended", CaseJson.body(counted))).isEqualTo(plain);
        }
    }

    @Test
    void norDoesAnExportHoldIt() {
        try (var desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            CaseRecord held = HeldRefunds.in(desk);
            assertThat(export(desk, held)).contains("\"held\"");

            String hash = HeldRefunds.plan(held.id()).hash();
            desk.decide(held.id(), new Fact.ActionApproved(new Approval(hash, "Ines", "lead", AT)));
            CaseRecord approved = desk.load(held.id());

            assertThat(approved.action()).isInstanceOf(ActionWork.Planned.class);
            assertThat(export(desk, approved)).contains("approvals");
        }
    }

    private static String export(DeskKit desk, CaseRecord record) {
        String export = CaseJson.export(record, desk.cases().events(record.id()));
        assertThat(export).doesNotContain("heard");
        return CaseSchema.checked(export);
    }
}
