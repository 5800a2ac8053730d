package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurenessTest {

    private static Sureness.Bar bar(String message, boolean hasPrecedents) {
        return Sureness.bar(QuestionReader.read(ClarifyingTest.thread(message)), hasPrecedents);
    }

    @Test
    void anArticleThatHasAnsweredBeforeNeedsTheConfidenceThatEveryReplyNeeds() {
        assertThat(bar("How do I rent a kayak?", true).confidence()).isEqualTo(Composer.LEAST_CONFIDENCE);
    }

    @Test
    void anArticleThatHasAnsweredNobodyNeedsMore() {
        var known = bar("Which kayaks are for rent?", true);
        var fresh = bar("Which kayaks are for rent?", false);

        assertThat(fresh.confidence()).isGreaterThan(known.confidence());
        assertThat(fresh.meaning()).isGreaterThan(known.meaning());
    }

    @Test
    void mostOfAllForWhatHappenedToSomebody() {
        var general = bar("Which kayaks are for rent?", false);
        var own = bar("Why was my kayak taken away?", false);

        assertThat(own.confidence()).isGreaterThan(general.confidence());
        assertThat(own.meaning()).isGreaterThan(general.meaning());
    }
}
