package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sallyport.action.Catalogue;
import io.sallyport.casefile.CaseId;
import io.sallyport.stories.ActingDesk;
import io.sallyport.testkit.ActionKit.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page of a case says of a plan, and offers to undo. */
@Tag("database")
class PlanViewTest {

    private final ActingDesk story = new ActingDesk();

    @AfterEach
    void close() {
        story.close();
    }

    private CaseId done() {
        CaseId id = story.desk().ticket("Please cancel order HL-100200.");
        story.desk().runUntilQuiet();
        assertThat(PlanView.done(story.desk().load(id))).hasSize(1);
        return id;
    }

    private void undo(CaseId id) {
        var record = story.desk().load(id);
        story.desk().undoing().undo(record, record.receipts().getFirst().effectId(), "Ines");
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "LOST"})
    void whatCouldNotBeUndoneIsOfferedAgain(Call fault) {
        CaseId id = done();
        story.world().undoes(fault);
        undo(id);
        assertThat(PlanView.done(story.desk().load(id))).hasSize(1);
    }

    @Test
    void whoeverDecidesReadsTheRiskThatTheCatalogueNames() {
        var record = story.desk().load(done());
        assertThat(PlanView.of(record, story.world().catalogue()))
                .hasValueSatisfying(plan -> assertThat(plan.risk()).isEqualTo("medium"));
        assertThat(PlanView.of(record, Catalogue.EMPTY))
                .hasValueSatisfying(plan -> assertThat(plan.risk()).isEmpty());
    }

    @Test
    void whatIsUndoneIsNotOfferedAgain() {
        CaseId id = done();
        undo(id);
        assertThat(PlanView.done(story.desk().load(id))).isEmpty();
    }

    @Test
    void whatIsBeingUndoneIsNotOfferedUntilItsOutcomeIsKnown() {
        CaseId id = done();
        story.world().undoes(Call.BREAKS_BEFORE);
        assertThatIllegalStateException().isThrownBy(() -> undo(id));
        assertThat(PlanView.done(story.desk().load(id))).isEmpty();
        story.desk().runUntilQuiet();
        assertThat(PlanView.done(story.desk().load(id))).hasSize(1);
    }
}
