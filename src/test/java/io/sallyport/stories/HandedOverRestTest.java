package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Undo;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done is told, and what was not goes to a person, when one message holds both. */
@Tag("database")
class HandedOverRestTest {

    private static final String CANCEL = "Please cancel order HL-100200.";
    private static final String UNANSWERABLE = " What is the unknown colour of your boats this year?";
    private static final String DONE = "We have cancelled order HL-100200.";
    private static final String WITH_PEOPLE = "You will hear from a person by Monday, 2 March 2026";

    private final ActingDesk story = new ActingDesk();

    @AfterEach
    void close() {
        story.close();
    }

    private DeskKit desk() {
        return story.desk().mode(Lane.ESCALATION, LaneMode.AUTO);
    }

    private void assertToldAndHandedOver(CaseId id) {
        assertThat(story.world().carriedOut()).hasSize(1);
        assertThat(desk().load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(desk().channel().posted()).last().asString().contains(DONE, WITH_PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theHandOverTellsWhatWasDoneThoughTheQuestionHasNoAnswer(boolean isCrashing) {
        if (isCrashing) {
            story.crashing();
        }
        CaseId id = desk().ticket(CANCEL + UNANSWERABLE);
        desk().runUntilQuiet();
        assertToldAndHandedOver(id);
        assertThat(desk().channel().posted()).hasSize(1);
    }

    @Test
    void itIsToldOnce() {
        CaseId id = desk().ticket(CANCEL + UNANSWERABLE);
        desk().runUntilQuiet();
        desk().decide(id, new Fact.CaseResolved("by phone"));
        desk().write(id, "What is the unknown length of your boats this year?");
        desk().runUntilQuiet();
        assertThat(desk().channel().posted()).hasSize(2);
        assertThat(desk().channel().posted().getLast()).contains(WITH_PEOPLE).doesNotContain(DONE);
    }

    @Test
    void whatWasTakenBackMeanwhileIsNotTold() {
        desk().mode(Lane.ESCALATION, LaneMode.DRAFT);
        CaseId id = desk().ticket(CANCEL + UNANSWERABLE);
        desk().runUntilQuiet();
        var done = desk().load(id).receipts().getFirst();
        var plan = desk().load(id).action().findPlan().orElseThrow();
        var slip = new Effect.PermitSlip(
                "0",
                1,
                List.of("authorization"),
                List.of(),
                story.desk().clock().instant());
        desk().decide(
                        id,
                        new Fact.EffectIntended(new Effect(
                                "fx-undo",
                                new Undo(done.effectId(), plan, "Ines"),
                                slip,
                                desk().clock().instant(),
                                Optional.empty())));
        desk().decide(id, new Fact.EffectSettled("fx-undo", new Delivery.Accepted("v-2")));
        desk().decide(
                        id,
                        new Fact.BridgeApproved(desk().load(id)
                                .bridge()
                                .findBridge()
                                .orElseThrow()
                                .contentHash()));
        desk().mode(Lane.ESCALATION, LaneMode.AUTO).runUntilQuiet();
        assertThat(desk().channel().posted())
                .last()
                .asString()
                .contains(WITH_PEOPLE)
                .doesNotContain(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CANCEL + " Could you also transfer the subscription to my brother?",
                "Please cancel order HL-100200 and transfer the subscription to my brother.",
                "Please cancel order HL-100200, then remove my card.",
                "Please transfer the subscription to my brother. And please cancel order HL-100200.",
            })
    void ofTwoWishesTheOneThatIsOfferedIsDoneAndAPersonGetsTheOther(String text) {
        CaseId id = desk().ticket(text);
        desk().runUntilQuiet();
        assertToldAndHandedOver(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please cancel order HL-100200 and send me a confirmation.",
                "Please cancel order HL-100200, and let me know when it is done.",
                "Hello, I have changed my mind, so please cancel order HL-100200, thanks and bye.",
            })
    void whatTheReplyItselfDoesIsNothingLeftOver(String text) {
        CaseId id = desk().ticket(text);
        desk().runUntilQuiet();
        assertThat(desk().load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        assertThat(desk().channel().posted()).last().asString().contains(DONE).doesNotContain(WITH_PEOPLE);
    }

    @Test
    void whoeverIsAskedForACodeIsToldThatTheRestGoesToAPersonAndItDoes() {
        story.world().needingProof();
        CaseId id = desk().ticket(CANCEL + " Could you also transfer the subscription to my brother?");
        desk().runUntilQuiet();
        assertThat(desk().channel().posted()).last().asString().contains("one-time code", ActionWork.REST);
        desk().write(id, "Here: " + ActionKit.CODE);
        desk().runUntilQuiet();
        assertToldAndHandedOver(id);
    }
}
