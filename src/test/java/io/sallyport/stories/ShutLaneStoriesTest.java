package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person answers while nothing may leave; what brought it to them still holds. Each also killed at every step. */
@Tag("database")
class ShutLaneStoriesTest {

    private static final String A_LAWYER = "Nobody answers. My solicitor will file the claim on Monday.";
    private static final String FAREWELL =
            "I won't need it next week, I have decided that it is better for everyone without me.";

    private static void story(boolean crashing, Consumer<DeskKit> story) {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        try (var desk = TrackedDesk.open(clock, crashing, ShippedReading.in("en"), StoryGates.of(clock))) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static CaseId claimed(DeskKit desk, String words) {
        CaseId id = desk.ticket(words);
        desk.runUntilQuiet();
        desk.decide(id, new Fact.CaseClaimed());
        desk.runUntilQuiet();
        return id;
    }

    /** They answer, and it waits before them. */
    private static void answerInVain(DeskKit desk, CaseId id, LaneMode mode) {
        desk.tick(Duration.ofHours(1));
        desk.mode(mode);
        PeopleDecideStoriesTest.write(desk, id, "Please send it back to us.");
        assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
    }

    private static Standing.WithPeople people(DeskKit desk, CaseId id) {
        return (Standing.WithPeople) desk.load(id).standing();
    }

    private static long pages(DeskKit desk, CaseId id) {
        return desk.load(id).handOver().errands().stream()
                .filter(work -> work.errand().kind() == Errand.Kind.PAGE && work.stage() instanceof ErrandWork.Done)
                .count();
    }

    @ParameterizedTest
    @EnumSource(
            value = LaneMode.class,
            names = {"OFF", "SHADOW"})
    void theyAreToldWhyAndKeepWhatBroughtItToThemAndSinceWhen(LaneMode mode) {
        for (boolean crashing : new boolean[] {false, true}) {
            story(crashing, desk -> {
                CaseId id = claimed(desk, A_LAWYER);
                Standing.WithPeople before = people(desk, id);
                assertThat(before.triggers()).extracting(Trigger::kind).contains(Trigger.Kind.LEGAL);
                answerInVain(desk, id, mode);
                assertThat(people(desk, id).why()).contains(mode.label());
                assertThat(people(desk, id))
                        .isEqualTo(new Standing.WithPeople(
                                before.queue(),
                                before.since(),
                                before.triggers(),
                                people(desk, id).why(),
                                before.flags(),
                                before.owner()));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWordThatWasCalledForBeforeCallsNobodyAgain(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = claimed(desk, A_LAWYER);
            assertThat(pages(desk, id)).isOne();
            answerInVain(desk, id, LaneMode.OFF);
            desk.write(id, "As I said, my solicitor will file it.");
            desk.runUntilQuiet();
            assertThat(pages(desk, id)).isOne();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoMayBeInDangerHearsNoOrdinaryUpdateAfterwards(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = claimed(desk, FAREWELL);
            answerInVain(desk, id, LaneMode.OFF);
            desk.write(id, "ok?");
            desk.runUntilQuiet();
            desk.decide(id, new Fact.CaseReleased());
            desk.runUntilQuiet();
            TrackedDesk.passTime(desk, Duration.ofHours(8), 9);
            assertThat(people(desk, id).triggers()).extracting(Trigger::kind).contains(Trigger.Kind.SAFETY);
            assertThat(desk.load(id).handOver().reminders()).isPositive();
            assertThat(desk.channel().posted()).noneMatch(text -> text.contains("Nobody has an answer for you yet."));
        });
    }
}
