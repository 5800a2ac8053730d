package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Note;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.ActionKit.Call;
import io.sallyport.testkit.Crash;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account change that the vendor refused, or of which it cannot tell. Each story also with the process killed at every step. */
@Tag("database")
class NotCarriedOutStoriesTest {

    private static final String DONE = "sandbox/order-cancellation HL-100200";
    private static final String CANCELLED = "We have cancelled order HL-100200.";

    private final ActingDesk story = new ActingDesk();
    private final ActionKit world = story.world();

    @AfterEach
    void close() {
        story.close();
    }

    private DeskKit desk(boolean crashing) {
        return crashing ? story.crashing().desk() : story.desk();
    }

    private static CaseId wish(DeskKit desk) {
        return desk.ticket("Please cancel order HL-100200.");
    }

    private static void pass(DeskKit desk, Duration time) {
        for (int i = 0; i < time.toSeconds() / 10; i++) {
            desk.tick(Duration.ofSeconds(10));
            desk.runUntilQuiet();
        }
    }

    /** Longer than all pauses between tries together. */
    private static void passAllTries(DeskKit desk) {
        desk.runUntilQuiet();
        pass(desk, Duration.ofMinutes(5));
    }

    private static void giveBack(DeskKit desk, CaseId id) {
        desk.decide(id, new Fact.CaseReturned("the cause is cleared"));
        desk.runUntilQuiet();
    }

    private static String why(DeskKit desk, CaseId id) {
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        return ((Standing.WithPeople) desk.load(id).standing()).why();
    }

    private static Effect change(CaseRecord record) {
        return record.effects().stream()
                .filter(effect -> effect.plan().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** @return why nobody knows; empty when it is known now */
    private static String lookUp(DeskKit desk, CaseId id, String effect) {
        try {
            return desk.lookingUp()
                    .lookUp(desk.load(id), effect, "Ines")
                    .whyNot()
                    .orElse("");
        } catch (Crash crash) {
            desk.restart();
            return lookUp(desk, id, effect);
        }
    }

    private CaseId uncertain(DeskKit desk, Call call) {
        world.calls(call).meanwhile(() -> world.silent(true));
        CaseId id = wish(desk);
        passAllTries(desk);
        assertThat(desk.load(id).findUncertain()).isPresent();
        return id;
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, the other side refused the order-cancellation: not this one, false",
        "REFUSED, the other side refused the order-cancellation: not this one, true",
        "UNANSWERED, nobody can tell whether the order-cancellation was carried out: nobody answers, false",
        "UNANSWERED, nobody can tell whether the order-cancellation was carried out: nobody answers, true"
    })
    void peopleHearOfItThoughTheCustomerWroteWhileTheVendorWasCalled(Call call, String why, boolean crashing) {
        DeskKit desk = desk(crashing);
        world.calls(call);
        CaseId id = wish(desk);
        world.meanwhile(() -> {
            world.silent(call == Call.UNANSWERED);
            desk.write(id, "Thank you very much.");
        });
        passAllTries(desk);
        assertThat(why(desk, id)).isEqualTo(why);
        assertThat(desk.load(id).findOpenEffect()).isEmpty();
        assertThat(desk.channel().posted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasRefusedIsTriedAgainOnceAPersonGivesTheCaseBack(boolean crashing) {
        DeskKit desk = desk(crashing);
        world.calls(Call.REFUSED);
        CaseId id = wish(desk);
        passAllTries(desk);
        assertThat(why(desk, id)).contains("refused the order-cancellation");
        giveBack(desk, id);
        assertThat(why(desk, id)).contains("refused the order-cancellation");

        world.calls(Call.DONE);
        giveBack(desk, id);

        assertThat(world.carriedOut()).containsExactly(DONE);
        assertThat(world.reserved()).hasSize(1);
        assertThat(desk.channel().posted()).singleElement().asString().contains(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNobodyCanTellIsNeitherRepeatedNorPlannedAnew(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = uncertain(desk, Call.UNANSWERED);
        world.calls(Call.DONE);
        giveBack(desk, id);
        assertThat(why(desk, id)).contains("nobody can tell whether the order-cancellation", "look it up first");
        assertThat(world.carriedOut()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void norDoesTheDoorOpenForItOrSayThatItWasDone(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = uncertain(desk, Call.UNANSWERED);
        ActionPlan plan = change(desk.load(id)).plan().orElseThrow();
        world.calls(Call.DONE);
        desk.decide(id, new Fact.CaseReturned("the cause is cleared"));
        desk.decide(id, new Fact.ActionPlanned(plan));
        desk.runUntilQuiet();
        assertThat(why(desk, id)).contains("nobody can tell whether this very action was carried out before");
        assertThat(world.carriedOut()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"UNANSWERED, false", "UNANSWERED, true", "BREAKS_AFTER, false", "BREAKS_AFTER, true"})
    void aVendorThatCannotTellForHalfAMinuteIsAskedUntilItCan(Call call, boolean crashing) {
        DeskKit desk = desk(crashing);
        world.calls(call).meanwhile(() -> world.silent(true));
        CaseId id = wish(desk);
        desk.runUntilQuiet();
        pass(desk, Duration.ofSeconds(30));
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AtWork.class);
        assertThat(desk.load(id).findOpenEffect()).isPresent();
        world.silent(false);
        pass(desk, Duration.ofMinutes(5));
        assertThat(world.carriedOut()).containsExactly(DONE);
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Done.class);
        assertThat(desk.channel().posted()).singleElement().asString().contains(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPersonHasItLookedUpAndTheCustomerHearsThatItWasDone(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = uncertain(desk, Call.UNANSWERED);
        String effect = change(desk.load(id)).id();
        long version = desk.load(id).version();
        assertThat(lookUp(desk, id, effect))
                .isEqualTo("Nobody can tell yet whether it was carried out: nobody answers");
        assertThat(desk.load(id).version()).as("nothing is written").isEqualTo(version);

        world.silent(false).calls(Call.DONE);
        assertThat(lookUp(desk, id, effect)).isEmpty();
        desk.runUntilQuiet();

        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Done.class);
        assertThat(desk.load(id).receipts()).hasSize(1);
        assertThat(desk.load(id).handOver().notes())
                .extracting(Note::text)
                .singleElement()
                .asString()
                .contains("Ines", "order-cancellation", effect, "it was carried out");
        assertThat(lookUp(desk, id, effect)).isEqualTo("It was carried out: there is nothing to look up.");
        giveBack(desk, id);
        assertThat(world.carriedOut()).containsExactly(DONE);
        assertThat(desk.channel().posted()).singleElement().asString().contains(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsFoundNeverToHaveArrivedIsTriedAgainOnceAPersonGivesTheCaseBack(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = uncertain(desk, Call.LOST);
        String effect = change(desk.load(id)).id();
        world.silent(false).calls(Call.DONE);
        assertThat(lookUp(desk, id, effect)).isEmpty();
        assertThat(desk.load(id).findEffect(effect)).isEmpty();
        assertThat(desk.load(id).action())
                .isInstanceOfSatisfying(
                        ActionWork.Unacted.class,
                        unacted -> assertThat(unacted.why()).contains("never arrived"));
        assertThat(world.carriedOut()).isEmpty();
        giveBack(desk, id);
        assertThat(world.carriedOut()).containsExactly(DONE);
        assertThat(desk.channel().posted()).singleElement().asString().contains(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyWhatNobodyKnowsIsLookedUp(boolean crashing) {
        DeskKit desk = desk(crashing);
        world.calls(Call.REFUSED);
        CaseId id = wish(desk);
        passAllTries(desk);
        String effect = change(desk.load(id)).id();
        assertThat(lookUp(desk, id, effect))
                .isEqualTo("The other side refused it, and nothing was changed: not this one");
        assertThat(lookUp(desk, id, "fx-none")).isEqualTo("There is no account change fx-none on " + id + ".");
    }
}
