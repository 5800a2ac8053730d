package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.connector.builtin.TeamNotice;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for a customer that wait for a person's yes. Each story also with the process killed at every step. */
@Tag("database")
class HeldNewsStoriesTest {

    private static final String FIXED = "The export writes all rows since version 2.1.";

    private static List<TeamNotice> reminders(DeskKit desk) {
        return desk.tools().posts(50).stream()
                .filter(post -> post.title().contains("reminder"))
                .toList();
    }

    private static void untilReminded(DeskKit desk, CaseId id) {
        Instant due = desk.load(id).handOver().remindAt().orElseThrow();
        passTime(desk, Duration.between(desk.clock().instant(), due), 1);
    }

    /** Answered by a person, who has closed the case; then engineering says that it is mended. */
    private static CaseId closedAndFixed(DeskKit desk, LaneMode mode) {
        CaseId id = report(desk);
        passTime(desk, Duration.ofMinutes(1), 3);
        desk.decide(id, new Fact.CaseResolved("shown another way"));
        desk.runUntilQuiet();
        desk.mode(Lane.ESCALATION, mode);
        fix(desk, FIXED);
        hear(desk);
        assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Held.class);
        return id;
    }

    private static boolean isListedToDecide(DeskKit desk, CaseId id) {
        return desk.cases().list(new CaseStore.Query("", "", true, 50)).stream()
                .anyMatch(line -> line.id().equals(id));
    }

    private static void tell(DeskKit desk, CaseId id) {
        String hash = desk.load(id).bridge().findBridge().orElseThrow().contentHash();
        desk.decide(id, new Fact.BridgeApproved(hash));
        desk.runUntilQuiet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void newsOfAClosedCaseAreRemindedOfUntilSomebodyDecides(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = closedAndFixed(desk, LaneMode.DRAFT);
            assertThat(reminders(desk)).isEmpty();
            assertThat(isListedToDecide(desk, id)).isTrue();
            untilReminded(desk, id);
            passTime(desk, Duration.ofMinutes(1), 2);
            assertThat(reminders(desk))
                    .singleElement()
                    .satisfies(
                            post -> assertThat(post.text()).contains("news for the customer wait for a person's yes"));
            untilReminded(desk, id);
            assertThat(reminders(desk)).hasSize(2);

            desk.mode(Lane.ESCALATION, LaneMode.AUTO);
            tell(desk, id);
            passTime(desk, Duration.ofDays(2), 2);
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("2.1"))
                    .hasSize(1);
            assertThat(reminders(desk)).hasSize(2);
            assertThat(isListedToDecide(desk, id)).isFalse();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            passTime(desk, Duration.ofDays(7), 1);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void newsThatTheCustomerOvertookAreNoLongerRemindedOf(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = closedAndFixed(desk, LaneMode.DRAFT);
            desk.mode(LaneMode.DRAFT).write(id, "Is there anything new, a person please. person please");
            desk.runUntilQuiet();
            untilReminded(desk, id);
            assertThat(reminders(desk))
                    .allSatisfy(post -> assertThat(post.text()).contains("in the queue technical"));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNobodyMayLetOutIsForPeople(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = closedAndFixed(desk, LaneMode.SHADOW);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.load(id).handOver().heldSince()).isEmpty();
        });
    }

    /** They have the case, and its clock; the reminder says what waits. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoHasTheCaseIsRemindedOfTheWordsForTheCustomerWithIt(boolean crashing) {
        story(crashing, desk -> {
            desk.mode(Lane.ESCALATION, LaneMode.DRAFT);
            CaseId id = report(desk);
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Held.class);
            untilReminded(desk, id);
            assertThat(reminders(desk))
                    .singleElement()
                    .satisfies(post -> assertThat(post.text())
                            .contains("nobody has claimed it, and a message to the customer waits for a person's yes"));
        });
    }
}
