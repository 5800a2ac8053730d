package io.sallyport.insight;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.LaneMode;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Script;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the embedded review says of replies that really were written, gated and sent. */
@Tag("database")
class QaStoriesTest {

    private static BoatRental open(Moves.Said... said) {
        var boats = BoatRental.open(Setting.PLAIN, new Script.Writes(Moves.answer(said)));
        boats.desk().mode(LaneMode.AUTO);
        return boats;
    }

    private static Review.Scored review(BoatRental boats, CaseId id) {
        var subject = Subject.latest(boats.desk().cases().events(id)).orElseThrow();
        assertThat(subject.effectId()).isPresent();
        return (Review.Scored) boats.qaReviewer(Optional.empty()).review(subject);
    }

    private static CaseId ask(BoatRental boats, String text) {
        CaseId id = boats.desk().ticket(text);
        boats.desk().runUntilQuiet();
        assertThat(boats.desk().channel().posted()).hasSize(1);
        return id;
    }

    @Test
    void aGoodReplyIsProvenAgainAndAnswersEachQuestion() {
        try (var boats = open(DAYS, PRICE)) {
            var review = review(boats, ask(boats, BoatRental.QUESTION));
            assertThat(review.by()).isEqualTo("embedded");
            assertThat(review.isAccurate()).isTrue();
            assertThat(review.completeness().points()).isEqualTo(5);
            assertThat(review.tone().because()).contains("rules alone");
        }
    }

    @Test
    void aQuestionThatNoSentenceSpeaksOfIsNamed() {
        try (var boats = open(DAYS)) {
            var review = review(
                    boats,
                    ask(boats, "How long may I keep a rented kayak? Where can I have a broken paddle replaced?"));
            assertThat(review.completeness().points()).isEqualTo(3);
            assertThat(review.remarks())
                    .extracting(Review.Remark::sentence)
                    .singleElement()
                    .asString()
                    .contains("broken paddle");
        }
    }

    @Test
    void aReplyWhoseSourceHasGrownOldIsNotAccurateToday() {
        try (var boats = open(DAYS, PRICE)) {
            CaseId id = ask(boats, BoatRental.QUESTION);
            boats.clock().tick(Duration.ofDays(120));
            var review = review(boats, id);
            assertThat(review.isGrounded()).isFalse();
            assertThat(review.isAccurate()).isFalse();
            assertThat(review.accuracy().because()).contains("the grounding gate would stop it today");
            assertThat(review.remarks()).extracting(Review.Remark::sentence).contains(DAYS.text());
        }
    }

    @Test
    void aTrueReplyToAnotherQuestionIsNotComplete() {
        try (var boats = open(DAYS)) {
            boats.desk().mode(LaneMode.DRAFT);
            CaseId id = boats.desk().ticket("My paddle is broken. Where do I get another one?");
            boats.desk().runUntilQuiet();
            boats.desk().approve(id);
            boats.desk().runUntilQuiet();
            var review = review(boats, id);
            assertThat(review.isAccurate()).isTrue();
            assertThat(review.completeness().points()).isLessThan(3);
        }
    }
}
