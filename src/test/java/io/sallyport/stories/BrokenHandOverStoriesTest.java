package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.connector.builtin.Tool;
import io.sallyport.connector.builtin.ToolFault;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.RecordingChannel;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People have a case, and something in the machine breaks at it whenever it is tried. */
@Tag("database")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenHandOverStoriesTest {

    private static final Fact BREAK_IN = new Fact.Escalated(
            "security", List.of(new Trigger(Trigger.Kind.SECURITY, "break-in")), "break-in", List.of());

    private static final Duration DAYS = Duration.ofDays(7);

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);

    private static CaseId brokenInto(DeskKit desk) {
        CaseId id = desk.ticket(TrackedDesk.FAULT);
        desk.decide(id, BREAK_IN);
        pass(desk, DAYS);
        return id;
    }

    private static void pass(DeskKit desk, Duration time) {
        desk.runUntilQuiet();
        TrackedDesk.passTime(desk, Duration.ofMinutes(30), (int) time.dividedBy(Duration.ofMinutes(30)));
    }

    private static List<String> facts(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .map(event -> event.fact().getClass().getSimpleName())
                .toList();
    }

    private static void assertHandedOver(DeskKit desk, CaseId id) {
        assertThat(facts(desk, id)).contains("Packaged", "ErrandsPlanned");
        assertThat(facts(desk, id).stream().filter("Reminded"::equals)).hasSizeGreaterThan(1);
        assertThat(desk.tools().posts(50)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "triage", "route", "page"})
    void itsPeopleHaveItWithPacketAndRemindersAllTheSame(String broken) {
        try (var desk = TrackedDesk.breakingAt(clock, Set.of(broken))) {
            CaseId id = brokenInto(desk);
            assertHandedOver(desk, id);
            assertThat(desk.tools().pages(5)).hasSize(broken.equals("page") ? 0 : 1);
            assertThat(desk.channel().posted()).isNotEmpty();
        }
    }

    @Test
    void soTheyHaveOneWhoseReplyNobodyCanLookUp() {
        try (var desk = TrackedDesk.open(clock, false, new ScriptedAgents(), ScriptedGate.required())) {
            desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO);
            desk.channel().answer(RecordingChannel.Answer.THROW_ALWAYS);
            CaseId id = desk.ticket("When do you open?");
            pass(desk, DAYS);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Sending.class);
            assertHandedOver(desk, id);
        }
    }

    /** Nothing of the page can be written down. */
    private static void breakPages(DeskKit desk) {
        desk.database().jdbc().sql("""
                CREATE FUNCTION no_page() RETURNS trigger LANGUAGE plpgsql AS
                $$BEGIN RAISE EXCEPTION 'no page can be written down'; END$$
                """).update();
        desk.database().jdbc().sql("""
                CREATE TRIGGER no_page BEFORE INSERT ON case_event FOR EACH ROW
                WHEN (NEW.kind = 'effect-intended' AND NEW.body::text LIKE '%"PAGE"%') EXECUTE FUNCTION no_page()
                """).update();
    }

    @Test
    void anErrandThatBreaksTakesNoReminderAndNoOtherErrandWithIt() {
        try (var desk = TrackedDesk.breakingAt(clock, Set.of())) {
            breakPages(desk);
            CaseId id = brokenInto(desk);
            assertThat(desk.tools().pages(5)).isEmpty();
            assertHandedOver(desk, id);
            assertThat(TrackedDesk.issues(desk)).isNotEmpty();
            assertThat(facts(desk, id)).hasSizeLessThan(1_000);
        }
    }

    @Test
    void anErrandThatBrokeIsDoneOnceWhatBrokeItIsMended() {
        try (var desk = TrackedDesk.breakingAt(clock, Set.of())) {
            breakPages(desk);
            CaseId id = desk.ticket(TrackedDesk.FAULT);
            desk.decide(id, BREAK_IN);
            pass(desk, Duration.ofHours(12));
            assertThat(desk.tools().pages(5)).isEmpty();
            desk.database().jdbc().sql("DROP TRIGGER no_page ON case_event").update();
            pass(desk, Duration.ofHours(2));
            assertThat(desk.tools().pages(5)).hasSize(1);
        }
    }

    @Test
    void aReminderThatBreaksTakesNoErrandWithIt() {
        try (var desk = TrackedDesk.breakingAt(clock, Set.of("remind"))) {
            desk.tools().fail(Tool.CHAT, ToolFault.DOWN, 40);
            CaseId id = brokenInto(desk);
            assertThat(facts(desk, id)).contains("StepFailed").doesNotContain("Reminded");
            assertThat(desk.tools().posts(5)).isNotEmpty();
        }
    }

    @Test
    void onceItIsMendedItIsReadWithTheNextReminder() {
        var broken = new HashSet<>(Set.of("triage"));
        try (var desk = TrackedDesk.breakingAt(clock, broken)) {
            CaseId id = brokenInto(desk);
            broken.clear();
            pass(desk, Duration.ofDays(1));
            assertThat(desk.load(id).findings().route()).isPresent();
            assertThat(desk.load(id).failure()).isEmpty();
        }
    }

    /** Each would be tried after the other, without a pause and without an end. */
    @ParameterizedTest
    @ValueSource(
            strings = {"page pack", "triage pack", "pack estimateWait", "bridge track", "track remind", "page remind"})
    void twoThatAreBrokenAreNotTriedInTurns(String broken) {
        try (var desk = TrackedDesk.breakingAt(clock, Set.of(broken.split(" ")))) {
            CaseId id = brokenInto(desk);
            assertThat(desk.load(id).failure()).isPresent();
            // One try of each in half an hour, and what led there.
            assertThat(facts(desk, id)).hasSizeLessThan(2 * 48 * 7 + 100);
        }
    }
}
