package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Category;
import io.sallyport.casefile.Priority;
import io.sallyport.testkit.HandedOver;
import org.junit.jupiter.api.Test;

class AlsoAskedTest {

    @Test
    void whatIsToBeDoneIsNoQuestionAndWhatElseIsAskedStays() {
        var record = HandedOver.of(Category.BILLING, Priority.P3)
                .saying("Could you refund my order? How long does the battery of a sensor last?");
        assertThat(AlsoAsked.of(record).orElseThrow().latestFromCustomer().written())
                .isEqualTo("How long does the battery of a sensor last?");
    }
}
