package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer writes beside a wrong code is read as if it stood alone. Each also killed at every step. */
@Tag("database")
class WordsBesideCodeStoriesTest {

    private static final String FIRST = "sandbox/order-cancellation HL-100200";
    private static final String WRONG = "The code in your message is not the one that we sent.";

    /** Asked for the code of a cancellation. */
    private static void story(boolean crashing, BiConsumer<ActingDesk, CaseId> story) {
        try (var open = new ActingDesk()) {
            open.world().needingProof();
            open.order("HL-100300", "processing");
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

    private static long triaged(ActingDesk open, CaseId id) {
        return open.desk().cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.Triaged)
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It says 111111. Please also cancel order HL-100300. | false",
                "It says 111111. Please also cancel order HL-100300. | true",
                "111111. HL-100300 as well. | false",
                "111111. Please also cancel my other order. | false",
                "Please also cancel order HL-100300. | false",
                "And please put us on the Fleet plan. 111111 | false",
            })
    void anotherWishGoesToAPersonWithTheFirst(String words, boolean crashing) {
        story(crashing, (open, id) -> {
            write(open, id, words);
            CaseRecord ended = give(open, id);

            assertThat(ended.standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(open.world().carriedOut()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenBackIsNotDoneThoughTheRightCodeComesAfterAll(boolean crashing) {
        story(crashing, (open, id) -> {
            CaseRecord ended = write(open, id, "111111. Forget it, I want to keep the order.");
            assertThat(ended.action().findPlan()).isEmpty();
            give(open, id);
            assertThat(open.world().carriedOut()).isEmpty();
        });
    }

    @Test
    void aFewWordsAreEnoughWhereTheySayWhatBecomesOfTheCode() {
        story(false, (open, id) -> {
            write(open, id, "111111. Resend it please.");
            assertThat(open.world().mailed()).hasSize(2);
            assertThat(write(open, id, "111111. Forget it.").action().findPlan())
                    .isEmpty();
        });
    }

    @Test
    void whoMeantAnotherOrderAndTypedTooFastGetsACodeForThatOne() {
        story(false, (open, id) -> {
            write(open, id, "Sorry, I typed too fast, I meant HL-100300.");
            give(open, id);
            assertThat(open.world().carriedOut()).containsExactly("sandbox/order-cancellation HL-100300");
        });
    }

    @Test
    void whatWasTakenBackOnceIsNotHeldAgainstALaterWish() {
        story(false, (open, id) -> {
            write(open, id, "111111. Forget it, I want to keep the order.");
            write(open, id, "Please cancel order HL-100300.");
            assertThat(open.world().mailed()).hasSize(2);
            give(open, id);
            assertThat(open.world().carriedOut()).containsExactly("sandbox/order-cancellation HL-100300");
        });
    }

    @Test
    void whatIsWantedInsteadTakesThePlaceOfTheFirst() {
        story(false, (open, id) -> {
            CaseRecord ended = write(open, id, "111111. Never mind that one. And please cancel order HL-100300.");
            assertThat(ended.action().findPlan().flatMap(plan -> plan.value("order")))
                    .contains("HL-100300");
            assertThat(open.world().mailed()).hasSize(2);
        });
    }

    /** Too few words to be read by themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"111111. Stop!", "111111 - wrong order, sorry.", "Never mind. 111111"})
    void whatSpeaksAgainstItInAWordIsNotDoneEither(String words) {
        story(false, (open, id) -> {
            write(open, id, words);
            give(open, id);
            assertThat(open.world().carriedOut()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherCodeIsSentToWhoAsksForOne(boolean crashing) {
        story(crashing, (open, id) -> {
            CaseRecord again = write(open, id, "111111 did not work, please send me another code.");
            assertThat(again.action())
                    .isInstanceOfSatisfying(
                            ActionWork.Challenged.class,
                            challenged -> assertThat(challenged.wrongTries()).isZero());
            assertThat(open.world().mailed()).hasSize(2);

            give(open, id);

            assertThat(open.world().carriedOut()).containsExactly(FIRST);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsGraverIsSeen(boolean crashing) {
        story(crashing, (open, id) -> {
            CaseRecord ended = write(open, id, "It says 111111, and by now there is a flood in the workshop.");
            assertThat(ended.standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.triggers())
                                    .extracting(Trigger::kind)
                                    .contains(Trigger.Kind.P1));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void talkLeavesTheCodeGoodAndItIsAskedForAgain(boolean crashing) {
        story(crashing, (open, id) -> {
            CaseRecord between = write(open, id, "I think that the mail on my phone says 111111.");
            assertThat(between.action())
                    .isInstanceOfSatisfying(
                            ActionWork.Challenged.class,
                            challenged -> assertThat(challenged.wrongTries()).isOne());
            assertThat(reply(open)).contains(WRONG);

            give(open, id);

            assertThat(open.world().mailed()).hasSize(1);
            assertThat(open.world().carriedOut()).containsExactly(FIRST);
        });
    }

    @Test
    void talkBesideTheRightCodeSaysNothingAgainstAnOrderThatWasAskedFor() {
        try (var open = new ActingDesk()) {
            open.world().needingProof();
            open.order("HL-100300", "processing");
            CaseId id = open.desk().ticket("Please cancel my order.");
            open.desk().runUntilQuiet();
            write(open, id, "HL-100300");
            assertThat(open.world().mailed()).hasSize(1);
            write(open, id, "Thank you, this is the code that you have sent me: " + ActionKit.CODE);
            assertThat(open.world().carriedOut()).containsExactly("sandbox/order-cancellation HL-100300");
        }
    }

    /** Another code comes in before the words have been read. */
    @Test
    void wordsAreReadThoughABareCodeStandsBehindThem() {
        story(false, (open, id) -> {
            open.desk().write(id, "Please also cancel order HL-100300.");
            write(open, id, "111111");
            assertThat(open.desk().load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(open.world().carriedOut()).isEmpty();
        });
    }

    /** The request for it is not approved yet. */
    @Test
    void norIsWhatWasWrittenBeforeThereWasOne() {
        try (var open = new ActingDesk()) {
            open.world().needingProof();
            DeskKit desk = open.desk().mode(Lane.ANSWER, LaneMode.DRAFT);
            CaseId id = desk.ticket("Please cancel order HL-100200.");
            desk.runUntilQuiet();
            write(open, id, "111111");
            assertThat(triaged(open, id)).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111111",
                "It says 111111",
                "The code is 111111.",
                "Here is my code: 111111",
                "Hello, this is the code that you sent me: 111111. Thank you very much!",
                "111111\n\nSent from my iPhone",
                "It is 111111\nThank you\nSent from my Galaxy S23",
                "111111\n\nKind regards,\nMaya Lindqvist\nPhone: +49 30 901820",
            })
    void aCodeAloneIsNotTriaged(String words) {
        story(false, (open, id) -> {
            write(open, id, words);
            assertThat(triaged(open, id)).isOne();
            assertThat(reply(open)).contains(WRONG);
        });
    }
}
