package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked for a code and writes something else need not ask again for what they wanted. Each also killed at every step. */
@Tag("database")
class CodeInterruptedStoriesTest {

    private static final String FIRST = "sandbox/order-cancellation HL-100200";
    private static final String ASKED = "Please reply to this message with the code";

    /** Asked for the code of a cancellation. */
    private static void story(boolean crashing, BiConsumer<ActingDesk, CaseId> story) {
        try (var open = new ActingDesk()) {
            open.world().needingProof();
            DeskKit desk = (crashing ? open.crashing() : open).desk();
            CaseId id = desk.ticket("Please cancel order HL-100200.");
            desk.runUntilQuiet();
            assertThat(open.world().mailed()).hasSize(1);
            story.accept(open, id);
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static CaseRecord write(ActingDesk open, CaseId id, String words) {
        open.desk().write(id, words);
        open.desk().runUntilQuiet();
        return open.desk().load(id);
    }

    private static CaseRecord give(ActingDesk open, CaseId id) {
        return write(open, id, "It is " + ActionKit.CODE);
    }

    private static String reply(ActingDesk open) {
        return open.desk().channel().posted().getLast();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWordInBetweenLeavesTheCodeGood(boolean crashing) {
        story(crashing, (open, id) -> {
            CaseRecord between = write(open, id, "One moment, I have to find my phone.");
            assertThat(between.action()).isInstanceOf(ActionWork.Challenged.class);
            assertThat(reply(open)).contains(ASKED);
            write(open, id, "Still looking.");
            assertThat(open.world().carriedOut()).isEmpty();

            CaseRecord ended = give(open, id);

            assertThat(open.world().mailed()).hasSize(1);
            assertThat(open.world().carriedOut()).containsExactly(FIRST);
            assertThat(ended.receipts()).hasSize(1);
            assertThat(reply(open)).contains("We have cancelled order HL-100200.");
        });
    }

    @Test
    void itIsStillGoodAfterAWrongTry() {
        story(false, (open, id) -> {
            write(open, id, "It says 111111");
            CaseRecord between = write(open, id, "Let me look again.");
            assertThat(between.action())
                    .isInstanceOfSatisfying(
                            ActionWork.Challenged.class,
                            challenged -> assertThat(challenged.wrongTries()).isOne());
            give(open, id);
            assertThat(open.world().mailed()).hasSize(1);
            assertThat(open.world().carriedOut()).containsExactly(FIRST);
        });
    }

    @Test
    void whoOnlyEverWritesSomethingElseGetsToAPerson() {
        story(false, (open, id) -> {
            for (int requests = 1; requests < 5; requests++) {
                assertThat(write(open, id, "One moment.").action()).isInstanceOf(ActionWork.Challenged.class);
            }
            assertThat(write(open, id, "One moment.").standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.why()).contains("asked 5 times for the one-time code"));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherCodeIsSentToWhoAsksForOne(boolean crashing) {
        story(crashing, (open, id) -> {
            write(open, id, "No code came, please send it again.");
            assertThat(open.world().mailed()).hasSize(2);
            assertThat(reply(open)).contains(ASKED);

            write(open, id, "One moment.");
            give(open, id);

            assertThat(open.world().mailed()).hasSize(2);
            assertThat(open.world().carriedOut()).containsExactly(FIRST);
        });
    }

    @Test
    void withAnotherCodeTheCaseIsStillAboutWhatItWasAbout() {
        story(false, (open, id) -> {
            var first = open.desk().load(id).triage();
            open.desk().tick(Duration.ofMinutes(2));
            assertThat(write(open, id, "No code came, please send it again.").triage())
                    .isEqualTo(first);
        });
    }

    /** Nothing answers a question with "unknown" in it. */
    @Test
    void whoAsksWhereTheCodeIsAsksNothingBesides() {
        story(false, (open, id) -> {
            CaseRecord ended = write(open, id, "Where is the code, is it on its way to an unknown mailbox?");
            assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
            assertThat(open.world().mailed()).hasSize(2);
            assertThat(open.desk().channel().posted()).hasSize(2);
        });
    }

    @Test
    void whatWasWrittenBeforeWeAskedIsNotOfTheCode() {
        try (var open = new ActingDesk()) {
            open.world().needingProof();
            DeskKit desk = open.desk().mode(Lane.ANSWER, LaneMode.DRAFT);
            CaseId id = desk.ticket("Please cancel order HL-100200. I have lost the mail about it.");
            desk.runUntilQuiet();
            assertThat(write(open, id, "And I am in a hurry.").action()).isInstanceOf(ActionWork.Challenged.class);
            assertThat(open.world().mailed()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I didn't get the code.",
                "The code never arrived.",
                "Could you send me a new one?",
                "Nothing has come yet.",
                "Where is the code?",
                "Please resend the code.",
                "I have not received any mail.",
                "The code has expired, I think.",
            })
    void inWhateverWordsTheySayThatItDidNotCome(String words) {
        story(false, (open, id) -> {
            assertThat(write(open, id, words).action()).isInstanceOf(ActionWork.Challenged.class);
            assertThat(open.world().mailed()).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherCodeIsSentWhereTheFirstIsTooOld(boolean crashing) {
        story(crashing, (open, id) -> {
            open.desk().tick(Duration.ofMinutes(11));
            write(open, id, "Sorry, I was out for lunch.");
            assertThat(open.world().mailed()).hasSize(2);
            assertThat(reply(open)).contains("09:21 UTC");
            give(open, id);
            assertThat(open.world().carriedOut()).containsExactly(FIRST);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsAskedMeanwhileIsAnsweredWithTheRequestForTheCode(boolean crashing) {
        story(crashing, (open, id) -> {
            write(open, id, "I look for it. When does the workshop open on Mondays?");
            assertThat(reply(open)).contains(ASKED, ActingDesk.OPENS);
            give(open, id);
            assertThat(open.world().carriedOut()).containsExactly(FIRST);
            assertThat(open.desk().channel().posted()).hasSize(3);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withAnotherWishBothAreForAPersonAndNeitherIsLost(boolean crashing) {
        story(crashing, (open, id) -> {
            CaseRecord ended = write(open, id, "And please put us on the Fleet plan.");
            assertThat(ended.standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.why()).contains("order-cancellation", "plan-upgrade"));
            assertThat(open.world().carriedOut()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenBackIsNotDoneThoughTheCodeComesAfterAll(boolean crashing) {
        story(crashing, (open, id) -> {
            CaseRecord ended = write(open, id, "Never mind, I keep it.");
            assertThat(ended.action().findPlan()).isEmpty();
            give(open, id);
            assertThat(open.world().carriedOut()).isEmpty();
        });
    }

    @Test
    void whatIsWantedInsteadIsPlannedAlone() {
        story(false, (open, id) -> {
            write(open, id, "Never mind that order. Please put us on the Fleet plan instead.");
            give(open, id);
            assertThat(open.world().carriedOut()).singleElement().asString().startsWith("sandbox/plan-upgrade");
        });
    }

    @Test
    void aPersonWhoIsAskedForFindsThePlan() {
        story(false, (open, id) -> {
            CaseRecord ended = write(open, id, "Let me talk to a person please.");
            assertThat(ended.standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(ended.action().findPlan().flatMap(plan -> plan.value("order")))
                    .contains("HL-100200");
            assertThat(give(open, id).action().findPlan()).isPresent();
            assertThat(open.world().carriedOut()).isEmpty();
        });
    }
}
