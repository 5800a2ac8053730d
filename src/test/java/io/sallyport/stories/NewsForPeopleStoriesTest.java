package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.fix;
import static io.sallyport.stories.TrackedDesk.hear;
import static io.sallyport.stories.TrackedDesk.over;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.RecordingChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** News that do not end a case, and news that do not arrive: both are for people. Each also killed at every step. */
@Tag("database")
class NewsForPeopleStoriesTest {

    private static final String MENDED = "The export is fixed in 2.1.";

    private static long told(DeskKit desk) {
        return desk.channel().posted().stream()
                .filter(text -> text.contains(MENDED))
                .count();
    }

    private static Standing.WithPeople people(DeskKit desk, CaseId id) {
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        return (Standing.WithPeople) desk.load(id).standing();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoAskedForAPersonIsToldAndStillGetsOne(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("The export stops half way, let a person please call me");
            desk.runUntilQuiet();
            fix(desk, MENDED);
            hear(desk);
            assertThat(told(desk)).isOne();
            assertThat(people(desk, id).isForPeopleAlone()).isTrue();
            desk.tick(Duration.ofHours(1));
            desk.write(id, "It works now, thank you!");
            desk.runUntilQuiet();
            assertThat(people(desk, id).owner()).isEmpty();
            passTime(desk, Duration.ofDays(2), 5);
            assertThat(people(desk, id).owner()).isEmpty();
            assertThat(desk.load(id).handOver().reminders()).isPositive();
            assertThat(told(desk)).isOne();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void newsThatTheCustomersServerRefusesBringTheCaseToPeople(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = over(desk);
            desk.channel().answer(RecordingChannel.Answer.REFUSE);
            fix(desk, MENDED);
            hear(desk);
            assertThat(people(desk, id).queue()).isEqualTo("technical");
            assertThat(people(desk, id).why()).contains("mailbox unknown");
            assertThat(desk.load(id).handOver().packet()).isPresent();
        });
    }

    @Test
    void soDoNewsOfWhichNobodyKnowsWhetherTheyArrived() {
        story(false, desk -> {
            CaseId id = over(desk);
            desk.channel().answer(RecordingChannel.Answer.TIME_OUT_BEFORE);
            fix(desk, MENDED);
            hear(desk);
            assertThat(people(desk, id).why()).contains("outcome unknown");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = LaneMode.class,
            names = {"OFF", "SHADOW"})
    void andNewsThatTheLaneKeepsInside(LaneMode mode) {
        story(false, desk -> {
            CaseId id = over(desk);
            desk.mode(Lane.ESCALATION, mode);
            fix(desk, MENDED);
            hear(desk);
            assertThat(people(desk, id).why()).contains("the escalation lane is " + mode.label());
            assertThat(told(desk)).isZero();
        });
    }

    @Test
    void whoeverResolvesSuchACaseHasToldThem() {
        story(false, desk -> {
            CaseId id = report(desk);
            desk.mode(Lane.ESCALATION, LaneMode.OFF);
            fix(desk, MENDED);
            hear(desk);
            people(desk, id);
            desk.decide(id, new Fact.CaseResolved("told by phone"));
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void newsThatWaitForAYesAreNotForgottenWhenTheCustomerAsksForAPerson(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = over(desk);
            desk.mode(Lane.ESCALATION, LaneMode.DRAFT);
            fix(desk, MENDED);
            hear(desk);
            assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Held.class);
            desk.write(id, "Is there any news? A person please. person please");
            desk.runUntilQuiet();
            people(desk, id);
            for (int yes = 0; yes < 3 && desk.load(id).bridge() instanceof BridgeWork.Held held; yes++) {
                desk.decide(id, new Fact.BridgeApproved(held.bridge().contentHash()));
                desk.runUntilQuiet();
            }
            assertThat(told(desk)).isOne();
            people(desk, id);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPersonTookOnIsTheirsToTell(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = over(desk);
            desk.mode(Lane.ESCALATION, LaneMode.DRAFT);
            fix(desk, MENDED);
            hear(desk);
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            PeopleDecideStoriesTest.write(desk, id, "We have mended it, I have tried it myself.");
            desk.runUntilQuiet();
            passTime(desk, Duration.ofHours(1), 3);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            assertThat(told(desk)).isZero();
            assertThat(List.of(
                            desk.load(id).handOver().telling(),
                            desk.load(id).handOver().untold()))
                    .allMatch(news -> news.isEmpty());
        });
    }
}
