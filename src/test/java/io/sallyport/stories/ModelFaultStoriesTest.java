package io.sallyport.stories;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Trigger;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Script;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the customer and the person on shift see when a specialist's model fails, each way over real HTTP. */
@Tag("database")
class ModelFaultStoriesTest {

    private static final String GOOD = Moves.answer(DAYS, PRICE);

    /** Each over both protocols. */
    private static Stream<Arguments> overBoth(Stream<Arguments> faults) {
        return faults.flatMap(fault ->
                Stream.of("anthropic", "openai").map(vendor -> Arguments.of(vendor, fault.get()[0], fault.get()[1])));
    }

    static Stream<Arguments> unusable() {
        return overBoth(Stream.of(
                Arguments.of(new Script.Writes("{\"answer\": \"seven days\"}"), "wrong schema"),
                Arguments.of(new Script.Writes(Moves.answer()), "wrong schema"),
                Arguments.of(new Script.IsCutOff(GOOD), "truncated"),
                Arguments.of(new Script.Refuses(), "refused"),
                Arguments.of(new Script.Writes("Here you are:\n" + GOOD + "\nAnything else?"), "extra text"),
                Arguments.of(new Script.Writes("```json\n" + GOOD + "\n```"), "extra text"),
                Arguments.of(new Script.Writes("Seven days, and $14 after that."), "unreadable"),
                Arguments.of(new Script.WantsATool(), "unreadable"),
                Arguments.of(new Script.Garbles("<html>hello</html>"), "unreadable")));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void anAnswerThatCannotBeUsedBringsAPerson(String vendor, Script script, String fault) {
        try (var boats = BoatRental.inAuto(Setting.PLAIN.at(vendor), script)) {
            CaseId id = boats.ask();
            boats.assertPersonHasIt(id, "returns specialist", fault);
            assertThat(boats.facts(id, Fact.ModelAsked.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.outcome()).startsWith(fault));
        }
    }

    static Stream<Arguments> unreachable() {
        return overBoth(Stream.of(
                Arguments.of(new Script.Answers(429), "rate limited"),
                Arguments.of(new Script.Answers(529), "overloaded"),
                Arguments.of(new Script.Answers(500), "server error"),
                Arguments.of(new Script.Answers(401), "rejected"),
                Arguments.of(new Script.Hangs(), "timed out"),
                Arguments.of(new Script.Drips(), "timed out"),
                Arguments.of(new Script.Resets(), "unreachable"),
                Arguments.of(new Script.BreaksOff(GOOD), "unreachable")));
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void theCustomerIsStillAnsweredWhenNoModelCanBeAsked(String vendor, Script script, String fault) {
        try (var boats = BoatRental.inAuto(Setting.PLAIN.at(vendor).within(Duration.ofSeconds(2)), script)) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(DAYS.text(), PRICE.text()));
            assertThat(boats.facts(id, Fact.ReplyComposed.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.frame()).contains("quoted from", "no language model", fault));
        }
    }

    @Test
    void aCaseThatHasSpentItsMoneyGoesToAPerson() {
        try (var boats = BoatRental.inAuto(Setting.PLAIN.broke(), new Script.Writes(GOOD))) {
            CaseId id = boats.ask();
            boats.assertPersonHasIt(id, "spent its $1.00");
            assertThat(boats.people(id).triggers())
                    .extracting(Trigger::kind)
                    .containsExactly(Trigger.Kind.BUDGET_SPENT);
            assertThat(boats.stub().asked()).isEmpty();
        }
    }

    @Test
    void whatCannotBeQuotedEitherGoesToAPersonWithBothReasons() {
        try (var boats = BoatRental.inAuto(Setting.PLAIN, new Script.Answers(500))) {
            CaseId id = boats.ask("Which vaccination does my elderly parrot need before we emigrate in February?");
            boats.assertPersonHasIt(id, "no article surely answers it", "no language model could be asked");
        }
    }
}
