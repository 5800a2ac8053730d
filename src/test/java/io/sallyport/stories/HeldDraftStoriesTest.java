package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.connector.builtin.TeamNotice;
import io.sallyport.connector.builtin.Tool;
import io.sallyport.connector.builtin.ToolFault;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.flow.Agents;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft that waits for a person longer than its customer should. Each story also with the process killed at every step. */
@Tag("database")
class HeldDraftStoriesTest {

    private static final String HOURS = "When do you open?";
    private static final String MENDED = "We open at nine.";

    /** As scripted: an hour after the customer's words. */
    private static final Duration DUE = Duration.ofHours(1);

    /** Of a P4: two office days. */
    private static final Duration CADENCE = Duration.ofDays(2);

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final List<ScriptedGate> gates = ScriptedGate.required();

    private void story(boolean crashing, Consumer<DeskKit> story) {
        try (var desk = TrackedDesk.open(clock, crashing, new ScriptedAgents(), gates)) {
            story.accept(desk.mode(LaneMode.DRAFT));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static CaseId held(DeskKit desk) {
        CaseId id = desk.ticket(HOURS);
        desk.runUntilQuiet();
        assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
        return id;
    }

    private static void pass(DeskKit desk, Duration time) {
        desk.tick(time);
        desk.runUntilQuiet();
    }

    private static List<TeamNotice> reminders(DeskKit desk) {
        return desk.tools().posts(50).stream()
                .filter(post -> post.title().contains("reminder"))
                .toList();
    }

    private static void edit(DeskKit desk, CaseId id, String words) {
        assertThat(new Decisions(desk.cases()).edit(Seen.of(desk.load(id)), words, "Ines"))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thoseWhoMayDecideAreRemindedOnceItIsDueAndAgainAtThePaceOfItsPriority(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = held(desk);
            pass(desk, DUE.minusMinutes(1));
            assertThat(reminders(desk)).isEmpty();
            pass(desk, Duration.ofMinutes(1));
            assertThat(reminders(desk)).singleElement().satisfies(post -> {
                assertThat(post.title()).isEqualTo("P4 " + id + " waits for a decision, reminder 1");
                assertThat(post.text())
                        .isEqualTo(id + ", queue technical: a draft waits for a decision."
                                + " It has waited for 1 h 0 min, since 2 Mar 2026 09:00 UTC.");
            });
            pass(desk, CADENCE.minusMinutes(1));
            assertThat(reminders(desk)).hasSize(1);
            pass(desk, Duration.ofMinutes(1));
            pass(desk, Duration.ofMinutes(1));
            assertThat(reminders(desk))
                    .extracting(TeamNotice::title)
                    .containsExactlyInAnyOrder(
                            "P4 " + id + " waits for a decision, reminder 1",
                            "P4 " + id + " waits for a decision, reminder 2");
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            assertThat(desk.channel().posted()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onceItIsApprovedNobodyIsRemindedAndTheCustomerHearsTheAnswerAlone(boolean crashing) {
        story(crashing, desk -> {
            CaseId early = held(desk);
            CaseId late = held(desk);
            desk.approve(early);
            desk.runUntilQuiet();
            pass(desk, DUE);
            desk.approve(late);
            desk.runUntilQuiet();
            pass(desk, CADENCE.multipliedBy(2));
            assertThat(reminders(desk))
                    .singleElement()
                    .satisfies(post -> assertThat(post.caseId()).isEqualTo(late));
            assertThat(desk.channel().posted()).hasSize(2).containsOnly(ScriptedAgents.QUOTE);
            pass(desk, Duration.ofDays(7));
            assertThat(desk.load(late).standing()).isInstanceOf(Standing.Resolved.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheCustomerHasOvertakenHasTheTimeOfTheNewWords(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = held(desk);
            pass(desk, Duration.ofMinutes(30));
            desk.write(id, "And on Sundays?");
            desk.runUntilQuiet();
            pass(desk, Duration.ofMinutes(59));
            assertThat(reminders(desk)).isEmpty();
            pass(desk, Duration.ofMinutes(1));
            assertThat(reminders(desk))
                    .singleElement()
                    .satisfies(post -> assertThat(post.text()).contains("since 2 Mar 2026 09:30 UTC"));
            desk.write(id, "A person please");
            desk.runUntilQuiet();
            assertThat(desk.load(id).handOver().reminders()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverTakesTheCaseOverIsRemindedOfTheCaseAndNobodyOfTheDraft(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = held(desk);
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            pass(desk, DUE);
            pass(desk, CADENCE);
            assertThat(reminders(desk))
                    .isNotEmpty()
                    .allSatisfy(post -> assertThat(post.text())
                            .containsPattern("Ines (has it|had it, and it is free again)[.] It has waited")
                            .doesNotContain("draft"));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wordsThatAGateGivesBackToAPersonStartNoNewClock(boolean crashing) {
        gates.getFirst().stopOn("blame");
        story(crashing, desk -> {
            CaseId id = held(desk);
            pass(desk, DUE);
            edit(desk, id, "You are to blame.");
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            assertThat(reminders(desk)).hasSize(1);
            pass(desk, CADENCE);
            assertThat(reminders(desk))
                    .filteredOn(post -> post.text().contains("a gate stopped the words of Ines"))
                    .hasSize(1);
            edit(desk, id, MENDED);
            pass(desk, CADENCE);
            assertThat(reminders(desk)).hasSize(2);
            assertThat(desk.channel().posted()).containsExactly(MENDED);
        });
    }

    @Test
    void whatWasDecidedWhileTheChatWasDownIsNotSaidLate() {
        story(false, desk -> {
            CaseId id = held(desk);
            desk.tools().fail(Tool.CHAT, ToolFault.DOWN, 1);
            pass(desk, DUE);
            assertThat(desk.load(id).handOver().reminders()).isOne();
            desk.approve(id);
            desk.runUntilQuiet();
            desk.tools().heal();
            TrackedDesk.passTime(desk, Duration.ofHours(1), 4);
            assertThat(desk.tools().posts(50)).isEmpty();
        });
    }

    @Test
    void twoNodesRemindOnce() {
        var others = new AtomicReference<Runnable>(() -> {});
        try (var desk = DeskKit.on(clock, new Raced(new ScriptedAgents(), others), gates, false)) {
            CaseId id = held(desk.mode(LaneMode.DRAFT));
            others.set(() -> wake(desk, id));
            pass(desk, DUE);
            wake(desk, id);
            assertThat(reminded(desk, id)).hasSize(1);
        }
    }

    /** As a node does that picked the same case. */
    private static void wake(DeskKit desk, CaseId id) {
        var task = desk.desk().task();
        task.execute(new TaskInstance<>(task.getName(), id.value() + "/node"), null);
    }

    private static List<Fact> reminded(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .map(event -> event.fact())
                .filter(Fact.Reminded.class::isInstance)
                .toList();
    }

    /** While one node reminds, another does the same. */
    private record Raced(Agents others, AtomicReference<Runnable> meanwhile) implements AgentsOver {

        @Override
        public Fact.Reminded remind(CaseRecord record, Instant now) {
            meanwhile.getAndSet(() -> {}).run();
            return others.remind(record, now);
        }
    }
}
