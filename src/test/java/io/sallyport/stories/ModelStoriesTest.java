package io.sallyport.stories;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.MOORING;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.model.language.Prompt;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Script;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers read when specialists answer by language model and nothing goes wrong. */
@Tag("database")
class ModelStoriesTest {

    private static final String GOOD = Moves.answer(DAYS, PRICE);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCustomerReadsWhatTheSpecialistProved(boolean crashing) {
        try (var boats = BoatRental.inAuto(Setting.PLAIN.crashing(crashing), new Script.Writes(GOOD))) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text ->
                            assertThat(text).contains(DAYS.text(), PRICE.text(), "Mill Pond Boats", "automated agent"));
            assertThat(boats.desk().load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        }
    }

    @Test
    void theCaseKeepsModelRoleAndPromptWithTheAnswer() {
        try (var boats = BoatRental.inAuto(GOOD)) {
            CaseId id = boats.ask();
            var prompt = Prompt.shipped("answer", "returns specialist").text() + "\n\n"
                    + Prompt.shipped("answer", "composer").text();
            assertThat(boats.facts(id, Fact.ModelAsked.class))
                    .containsExactly(new Fact.ModelAsked(
                            "returns specialist",
                            "specialist",
                            "anthropic:stub",
                            Prompt.of("any", prompt).hash(),
                            "answered"));
            assertThat(boats.facts(id, Fact.ReplyComposed.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.frame()).contains("anthropic:stub", "returns specialist"));
        }
    }

    @Test
    void anyServerWithChatCompletionsWillDo() {
        try (var boats = BoatRental.inAuto(Setting.PLAIN.at("openai"), new Script.Writes(GOOD))) {
            boats.ask();
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    @Test
    void asksOnceAndThenAPersonIsBetter() {
        try (var boats = BoatRental.inAuto(Moves.question("Which boat is it about?"))) {
            CaseId id = boats.ask("How much is our boat for one more day?");
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("Which boat is it about?"));
            boats.desk().write(id, "The long one.");
            boats.desk().runUntilQuiet();
            assertThat(boats.desk().channel().posted()).hasSize(1);
            assertThat(boats.people(id).why()).contains("would ask again");
        }
    }

    @Test
    void whatTheModelDeclinesAPersonGetsWithItsReason() {
        try (var boats = BoatRental.inAuto(
                Moves.decline("The customer wants the kayak delivered, and no passage speaks of that."))) {
            boats.assertPersonHasIt(boats.ask(), "returns specialist", "no passage speaks of that");
        }
    }

    @Test
    void severalTopicsAreAnsweredByTheirSpecialistsInOneReply() {
        var both = Setting.PLAIN.about(Category.RETURNS_AND_ORDERS, Category.BILLING);
        try (var boats = BoatRental.inAuto(both, new Script.Writes(GOOD), new Script.Writes(Moves.answer(MOORING)))) {
            CaseId id = boats.ask(BoatRental.QUESTION + " And what does a mooring cost a night?");
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).containsSubsequence(DAYS.text(), PRICE.text(), MOORING.text()));
            assertThat(boats.facts(id, Fact.ModelAsked.class))
                    .extracting(Fact.ModelAsked::agent)
                    .containsExactly("returns specialist", "billing specialist");
        }
    }

    @Test
    void aSecondTopicThatIsNoneIsLeftOut() {
        var both = Setting.PLAIN.about(Category.RETURNS_AND_ORDERS, Category.BILLING);
        try (var boats = BoatRental.inAuto(both, new Script.Writes(GOOD), new Script.Writes(Moves.notMine()))) {
            boats.ask();
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    @Test
    void halfAnAnswerIsNotSent() {
        var both = Setting.PLAIN.about(Category.RETURNS_AND_ORDERS, Category.BILLING);
        try (var boats = BoatRental.inAuto(
                both, new Script.Writes(GOOD), new Script.Writes(Moves.decline("A payment is missing.")))) {
            CaseId id = boats.ask();
            boats.assertPersonHasIt(id, "billing specialist", "A payment is missing.");
        }
    }

    @Test
    void whatIsTrueAndMayNotAnswerWaitsForAPersonEvenInAnOpenLane() {
        try (var boats = BoatRental.inAuto(Moves.answer(DAYS))) {
            CaseId id = boats.ask("Which vaccination does my elderly parrot need before we emigrate in February?");
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(boats.desk().load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            boats.desk().approve(id);
            boats.desk().runUntilQuiet();
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }
}
