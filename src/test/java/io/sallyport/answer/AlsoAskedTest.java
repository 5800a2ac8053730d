package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Category;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Priority;
import io.sallyport.testkit.HandedOver;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlsoAskedTest {

    @Test
    void whatIsToBeDoneIsNoQuestionAndWhatElseIsAskedStays() {
        assertThat(asked("Could you refund my order? How long does the battery of a sensor last?"))
                .contains("How long does the battery of a sensor last?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I also need to know how I connect the second sensor to my hub.",
                "Also how do I connect a second sensor",
                "By the way, where is the serial number of the sensor.",
                "One more thing: does the second sensor need a hub of its own.",
                "Is the second sensor covered by the warranty",
                "Please tell me how I pair the second sensor.",
                "Let me know which battery the second sensor takes.",
                "I would like to know whether the sensor may stand outside.",
                "I was wondering how far the sensor reaches.",
                "I don’t know how to connect the second sensor.",
                "I need help connecting the second sensor.",
                "What happens to my readings then (are they kept?)",
                "How do I connect the second sensor?!",
                "Does the second sensor need a hub of its own?",
                "Is the price of the plan with or without tax?",
            })
    void aQuestionNeedsNoQuestionMark(String question) {
        assertThat(asked("Please cancel order HL-100200. " + question)).contains(question);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "please cancel order HL-100200 also how do i connect a second sensor "
                        + "| how do i connect a second sensor",
                "Please cancel order HL-100200 and tell me how to connect, and name, a second sensor. "
                        + "| tell me how to connect, and name, a second sensor.",
                "Could you cancel order HL-100200, and how long does the battery of a sensor last? "
                        + "| how long does the battery of a sensor last?",
                "please cancel order HL-100200. how do i connect a second sensor | how do i connect a second sensor",
            })
    void aQuestionInTheSameSentenceAsTheWishStays(String message, String question) {
        assertThat(asked(message)).contains(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please let me know when it is done.",
                "Tell me once the order has been cancelled, please.",
                "Let me know if you need anything else from me.",
                "Please let me know if there are any problems with this.",
                "Tell me what else you need from us.",
                "Let me know how it goes, thanks a lot.",
                "It arrived late and does not work at all.",
                "Is the wrong size for our door.",
                "My son, who is, is at sea until spring.",
                "May your day be blessed, dear team.",
                "I ordered the one which is for doors.",
                "Thank you very much for your quick help.",
            })
    void whatOnlySpeaksOfTheChangeAsksNothing(String words) {
        assertThat(asked("Please cancel order HL-100200. " + words)).isEmpty();
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMessageOfMarksOrOfOneWordOverAndOverIsReadAtOnce() {
        assertThat(AlsoAsked.isMarked("?".repeat(500_000) + "a")).isFalse();
        assertThat(AlsoAsked.isMarked("a?" + ")".repeat(500_000))).isTrue();
        assertThat(asked("Please cancel order HL-100200. " + "so ".repeat(10_000) + "it is"))
                .isEmpty();
        assertThat(asked("Please cancel order HL-100200. " + "next question ".repeat(40) + "it is"))
                .isEmpty();
        assertThat(asked("Please cancel order HL-100200. Tell me when it " + "will have ".repeat(2_000) + "wings"))
                .isPresent();
    }

    private static Optional<String> asked(String message) {
        return AlsoAsked.of(HandedOver.of(Category.BILLING, Priority.P3).saying(message))
                .map(record -> record.latestFromCustomer())
                .map(Message::written);
    }
}
