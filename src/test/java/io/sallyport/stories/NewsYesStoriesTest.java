package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore.Query;
import io.sallyport.casefile.CaseStore.Summary;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What engineering said where every word waits for a person's yes, as shipped. Each also killed at every step. */
@Tag("database")
class NewsYesStoriesTest {

    private static final String INES = "Ines";

    private static void story(boolean crashing, Consumer<DeskKit> story) {
        TrackedDesk.story(crashing, desk -> story.accept(desk.mode(Lane.ESCALATION, LaneMode.DRAFT)));
    }

    /** A person has answered, and nobody has the case. */
    private static CaseId answered(DeskKit desk) {
        CaseId id = report(desk);
        PeopleDecideStoriesTest.write(desk, id, "Please send it back to us.");
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        return id;
    }

    private static void mend(DeskKit desk, CaseId id) {
        fix(desk, "The export writes all rows since version 2.1.");
        hear(desk);
        assertThat(told(desk)).isEmpty();
        assertThat(desk.load(id).bridge())
                .isInstanceOfSatisfying(
                        BridgeWork.Held.class,
                        held -> assertThat(held.bridge().round().occasion()).isEqualTo(BridgeWork.Occasion.NEWS));
        assertThat(desk.load(id).standing()).isNotInstanceOf(Standing.WithPeople.class);
    }

    private static List<String> told(DeskKit desk) {
        return desk.channel().posted().stream()
                .filter(text -> text.contains("2.1"))
                .toList();
    }

    private static List<CaseId> toDecide(DeskKit desk) {
        return desk.cases().list(new Query("", "", true, 10)).stream()
                .map(Summary::id)
                .toList();
    }

    private static void sayYes(DeskKit desk, CaseId id) {
        String hash = desk.load(id).bridge().findBridge().orElseThrow().contentHash();
        assertThat(new Decisions(desk.cases()).tell(Seen.of(desk.load(id)), hash, false, INES))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverLooksForWhatWaitsFindsItThoughThePersonHasAnswered(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = answered(desk);
            assertThat(toDecide(desk)).isEmpty();
            mend(desk, id);
            assertThat(toDecide(desk)).containsExactly(id);
            sayYes(desk, id);
            assertThat(told(desk)).hasSize(1);
            assertThat(toDecide(desk)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void andThoughTheCaseWasClosedAfterAWeek(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = answered(desk);
            passTime(desk, Duration.ofDays(1), 9);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
            mend(desk, id);
            assertThat(toDecide(desk)).containsExactly(id);
            sayYes(desk, id);
            assertThat(told(desk)).hasSize(1);
            assertThat(toDecide(desk)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverResolvesTheCaseCallsItOff(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = answered(desk);
            mend(desk, id);
            assertThat(toDecide(desk)).containsExactly(id);
            assertThat(new Decisions(desk.cases()).resolve(Seen.of(desk.load(id)), "told by phone", INES))
                    .isInstanceOf(Decision.Taken.class);
            desk.runUntilQuiet();
            assertThat(toDecide(desk)).isEmpty();
            assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Omitted.class);
            assertThat(told(desk)).isEmpty();
        });
    }

    @Test
    void whatPeopleHaveStandsInTheirQueueAlone() {
        story(false, desk -> {
            CaseId id = report(desk);
            assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Held.class);
            assertThat(toDecide(desk)).isEmpty();
            desk.decide(id, new Fact.CaseResolved("told by phone"));
            assertThat(toDecide(desk)).isEmpty();
        });
    }

    @Test
    void nothingIsToBeDecidedWhereNoYesCouldSendIt() {
        story(false, desk -> {
            CaseId id = answered(desk);
            desk.mode(Lane.ESCALATION, LaneMode.SHADOW);
            fix(desk, "The export writes all rows since version 2.1.");
            hear(desk);
            assertThat(told(desk)).isEmpty();
            assertThat(toDecide(desk)).isEmpty();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        });
    }
}
