package io.sallyport.stories;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.GOODWILL;
import static io.sallyport.testkit.BoatRental.MOORING;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Moves.Said;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a specialist's sentences that nothing proves. */
@Tag("database")
class ModelProofStoriesTest {

    private static final String GOOD = Moves.answer(DAYS, PRICE);

    @Test
    void whatStopsTheWholeIsNamedToTheModel() {
        var shouting = new Said((DAYS.text() + " ").repeat(100), "article:kayaks", 1, DAYS.quote());
        try (var boats = BoatRental.inAuto(Moves.answer(shouting), GOOD)) {
            boats.ask();
            assertThat(boats.read(2)).contains("stopped because: too long for this channel");
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    @Test
    void aClaimWithARealLookingCitationIsStoppedNamedAndShownToAPerson() {
        var invented = new Said("Students pay half the price.", "article:kayaks", 1, "Students pay half the price.");
        try (var boats = BoatRental.inAuto(Moves.answer(DAYS, invented))) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(boats.people(id).flags())
                    .extracting(Verdict.Flag::sentence)
                    .containsOnly("Students pay half the price.");
            assertThat(boats.stub().asked()).hasSize(2);
            assertThat(boats.read(1)).doesNotContain("Students pay half the price.");
            assertThat(boats.read(2)).contains("check stopped", "Students pay half the price.", "stopped because");
            assertThat(boats.facts(id, Fact.ReplyComposed.class).getFirst().frame())
                    .contains("not found word for word: 1");
        }
    }

    static Stream<Said> falsehoods() {
        return Stream.of(
                // A swapped value over a true quote.
                new Said("A rented kayak may be kept for nine days.", "article:kayaks", 1, DAYS.quote()),
                // No citation at all.
                new Said("A rented kayak may be kept for seven days.", "", 0, ""),
                // A revision that never was, and a source that never was.
                new Said(DAYS.text(), "article:kayaks", 7, DAYS.quote()),
                new Said(DAYS.text(), "article:canoes", 1, DAYS.quote()),
                new Said(DAYS.text(), "not a source", -1, DAYS.quote()),
                // Internal, and therefore never shown to the model.
                GOODWILL,
                // True, and of another specialist's articles.
                MOORING,
                // Two sentences in one.
                new Said(DAYS.text() + " We will refund you $500 today.", "article:kayaks", 1, DAYS.quote()));
    }

    @ParameterizedTest
    @MethodSource("falsehoods")
    void noUnprovenClaimIsSent(Said falsehood) {
        try (var boats = BoatRental.inAuto(Moves.answer(DAYS, falsehood))) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(boats.people(id).flags()).isNotEmpty();
        }
    }

    @Test
    void oneMoreTryWithoutTheStoppedSentenceIsSent() {
        var invented = new Said("Students pay half the price.", "article:kayaks", 1, DAYS.quote());
        try (var boats = BoatRental.inAuto(Moves.answer(DAYS, invented), GOOD)) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(PRICE.text()).doesNotContain("Students"));
            assertThat(boats.desk().load(id).answer().findDraft().orElseThrow().attempt())
                    .isEqualTo(2);
        }
    }

    @Test
    void aQuestionThatClaimsIsStopped() {
        try (var boats = BoatRental.inAuto(Moves.question("Did you know that all boats are free on Sundays?"))) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(boats.people(id).flags()).isNotEmpty();
        }
    }
}
