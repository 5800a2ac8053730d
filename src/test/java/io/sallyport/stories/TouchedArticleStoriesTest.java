package io.sallyport.stories;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Moves.Said;
import io.sallyport.testkit.Script;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply waits for a yes, and the article that it quotes is edited meanwhile. */
@Tag("database")
class TouchedArticleStoriesTest {

    private static final Script NO_MODEL = new Script.Answers(500);

    private static void touch(BoatRental boats, String more) {
        boats.publish("kayaks", "Renting a kayak", DAYS.text() + " " + PRICE.text() + more);
    }

    private static AnswerWork.Draft held(BoatRental boats, CaseId id) {
        AnswerWork answer = boats.desk().load(id).answer();
        assertThat(answer).isInstanceOf(AnswerWork.Held.class);
        return answer.findDraft().orElseThrow();
    }

    private static void approve(BoatRental boats, CaseId id) {
        boats.desk().approve(id);
        boats.desk().runUntilQuiet();
    }

    private static Said again(Said said) {
        return new Said(said.text(), said.source(), 2, said.quote());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsWrittenAnewFromTheArticleAsItIsNow(boolean crashing) {
        try (var boats = BoatRental.open(Setting.PLAIN.crashing(crashing), NO_MODEL)) {
            CaseId id = boats.ask();
            touch(boats, " Life jackets are free.");
            approve(boats, id);
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(held(boats, id).attempt()).isEqualTo(2);
            assertThat(held(boats, id).reply().citations())
                    .isNotEmpty()
                    .allSatisfy(
                            citation -> assertThat(citation.source().revision()).isEqualTo(2));
            approve(boats, id);
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(DAYS.text(), PRICE.text()));
            assertThat(boats.desk().restarts() > 0).isEqualTo(crashing);
        }
    }

    @Test
    void aModelReadsTheArticleAsItIsNow() {
        var first = new Script.Writes(Moves.answer(DAYS, PRICE));
        var second = new Script.Writes(Moves.answer(again(DAYS), again(PRICE)));
        try (var boats = BoatRental.open(Setting.PLAIN, first, second)) {
            CaseId id = boats.ask();
            touch(boats, " Life jackets are free.");
            approve(boats, id);
            assertThat(boats.read(2)).contains("Life jackets are free.").doesNotContain("newer revision");
            approve(boats, id);
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    /** Else it would go to and fro for as long as somebody edits. */
    @Test
    void touchedOnceMoreItIsForAPerson() {
        try (var boats = BoatRental.open(Setting.PLAIN, NO_MODEL)) {
            CaseId id = boats.ask();
            touch(boats, " Life jackets are free.");
            approve(boats, id);
            touch(boats, " Life jackets cost nothing.");
            approve(boats, id);
            assertThat(boats.desk().load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(boats.facts(id, Fact.EvidenceGathered.class)).hasSize(2);
            assertThat(boats.desk().channel().posted()).isEmpty();
        }
    }
}
