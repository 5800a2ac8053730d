package io.sallyport.gate;

import static io.sallyport.gate.GateCase.PAIRING;
import static io.sallyport.gate.GateCase.PLANS;
import static io.sallyport.gate.GateCase.citing;
import static io.sallyport.gate.GateCase.plain;
import static io.sallyport.gate.GateCase.quoted;
import static io.sallyport.gate.GateCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.text.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a claim, where a sentence ends, and what of its neighbours it needs. */
class GroundedSentencesTest {

    private static final String PRO = "The Pro plan costs $24 a month and includes 100 sensors.";
    private static final String HUB = "The hub supports only 2.4 GHz Wi-Fi.";

    private final GateCase kit = new GateCase();

    @ParameterizedTest
    @MethodSource("clarifyingQuestions")
    void letsEveryClarifyingQuestionThroughWhateverTheCustomerWrote(String question) {
        assertThat(kit.whys(plain(question))).isEmpty();
    }

    static List<String> clarifyingQuestions() {
        return Lexicon.lines("/answer/clarifying.txt").stream()
                .map(line -> line.substring(line.lastIndexOf(" : ") + 3))
                .toList();
    }

    @Test
    void splitsSentencesItself() {
        var two = PRO + " Refunds are unlimited.";
        assertThat(kit.whys(citing(two, PLANS, PRO))).hasSize(1);
        assertThat(kit.judge(
                                citing(
                                        "You can't cancel an annual plan after the first 60 days",
                                        PLANS,
                                        "You can't cancel an annual plan"),
                                citing(
                                        "unless an outage affected the account.",
                                        PLANS,
                                        "unless an outage affected the account."))
                        .isPass())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Did you know that refunds are unlimited?",
                "Isn't it great that Pro costs $5?",
                "Why is Pro free?",
                "Since Pro is free, which sensor do you want?",
                "You can cancel, right?",
                "Refunds are unlimited, are they not?",
                "Would you like us to refund you?",
                "Which of the 500 sensors do you mean?",
                "Which of your unlimited refunds do you mean?",
                "Do you use the platinum plan?",
                "What do you think; Pro is free?",
                "Do you only need Pro?"
            })
    void aQuestionMustNotSmuggleAClaim(String question) {
        assertThat(kit.judge(plain(question)).isPass()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which plan do you use?",
                "Could you tell us the order number?",
                "What does the light on your Brook show?",
                "When did it stop working?",
                "Which app version do you have?"
            })
    void aMereQuestionPasses(String question) {
        assertThat(kit.judge(plain(question)).isPass()).isTrue();
    }

    @Test
    void aCourtesyCountsOnlyWordForWord() {
        assertThat(kit.judge(plain("Thank you for your message.")).isPass()).isTrue();
        assertThat(kit.judge(plain("Thank you for your free refund.")).isPass()).isFalse();
        assertThat(kit.judge(plain("Hi Bertram,")).isPass()).isFalse();
        assertThat(kit.judge(plain("Hi Anna,")).isPass()).isTrue();
        assertThat(kit.judge(plain("Your case number is SP-0123456789.")).isPass())
                .isTrue();
        assertThat(kit.judge(plain("Your case number is SP-9999999999.")).isPass())
                .isFalse();
        assertThat(kit.judge(plain("The Harbourlight team")).isPass()).isTrue();
        assertThat(kit.judge(plain("The Otherlight team")).isPass()).isFalse();
        assertThat(kit.judge(plain("Yes.")).isPass()).isFalse();
    }

    @Test
    void theSubjectMayOnlyBeTheCustomersOwn() {
        var sold = new Reply(
                Reply.Kind.ANSWER, "anna@example.org", "Your refund is granted", "en", List.of(quoted(PRO, PLANS)));
        assertThat(kit.gates().grounding().judge(kit.record(), sold).isPass()).isFalse();
    }

    @Test
    void aSentenceThatPointsBackAtAnotherSourceStops() {
        assertThat(kit.judge(quoted(HUB, PAIRING), quoted("It includes the REST API.", PLANS))
                        .isPass())
                .isFalse();
        String before =
                "You can't cancel an annual plan after the first 60 days unless an outage affected the account.";
        assertThat(kit.judge(quoted(before, PLANS), quoted("It includes the REST API.", PLANS))
                        .isPass())
                .isTrue();
        assertThat(kit.whys(quoted(PRO, PLANS), quoted("It includes the REST API.", PLANS)))
                .containsExactly("it points back at another sentence than the one it follows in the source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In that case your data is deleted.",
                "Otherwise, the year is charged in full.",
                "If so, you pay nothing.",
                "The same holds for the Home plan.",
                "However, alerts keep working.",
                "There you find the invoices.",
                "Both are free."
            })
    void whatPointsBackFollowsWhatItFollowsInItsSource(String sentence) {
        kit.put(PLANS, "The hub is sold alone. The export is part of Pro. " + sentence);
        assertThat(kit.whys(quoted("The hub is sold alone.", PLANS), quoted(sentence, PLANS)))
                .containsExactly("it points back at another sentence than the one it follows in the source");
        assertThat(kit.judge(quoted("The export is part of Pro.", PLANS), quoted(sentence, PLANS))
                        .isPass())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Both Home and Pro include alerts.",
                "There is a fee for the export.",
                "It is possible to pay by card."
            })
    void whatNamesAllThatItSpeaksOfMayFollowAnything(String sentence) {
        kit.put(PLANS, "The hub is sold alone. The export is part of Pro. " + sentence);
        assertThat(kit.whys(quoted("The hub is sold alone.", PLANS), quoted(sentence, PLANS)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Excluded from the warranty:",
                "Exceptions:",
                "Only on the Pro plan:",
                "With the Pro plan you can:",
                "For customers in Canada:",
                "If your plan is Pro, you can:",
                "During the trial you get:",
                "You can do this after the trial:"
            })
    void anEntryNeedsTheLineThatNarrowsIt(String line) {
        kit.put(PLANS, line + "\n\n- Water damage\n");
        assertThat(kit.whys(quoted("Water damage", PLANS)))
                .containsExactly("it is an entry under '" + line + "', which the reply leaves out");
        assertThat(kit.whys(onItsOwn(line), onItsOwn("Water damage"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Do this:", "Follow these steps:", "You can:", "The steps:"})
    void anEntryUnderWhatMerelyIntroducesStandsAlone(String line) {
        kit.put(PLANS, line + "\n\n- Restart the hub.\n");
        assertThat(kit.whys(quoted("Restart the hub.", PLANS))).isEmpty();
    }

    @Test
    void whatRunsOnAfterAStepLeavesTheListOneList() {
        kit.put(PAIRING, "1. Hold the button for 5 s. The light blinks.\n2. Wait a minute.\n");
        assertThat(kit.whys(
                        step("Wait a minute.", PAIRING),
                        quoted("The light blinks.", PAIRING),
                        step("Hold the button for 5 s.", PAIRING)))
                .contains("the steps stand in another order than in the source");
    }

    @Test
    void anEntryOfWhatIsNotSoNeedsTheLineThatSaysSo() {
        kit.put(PLANS, """
                The warranty does not cover:

                - Water damage
                - Wear of the battery

                The warranty covers:

                - Broken buttons
                """);
        assertThat(kit.judge(quoted("Broken buttons", PLANS)).isPass()).isTrue();
        assertThat(kit.judge(quoted("Water damage", PLANS)).isPass()).isFalse();
        assertThat(kit.judge(onItsOwn("The warranty does not cover:"), onItsOwn("Water damage"))
                        .isPass())
                .isTrue();
        assertThat(kit.whys(onItsOwn("The warranty covers:"), onItsOwn("Water damage")))
                .containsExactly("the sentence before leads in something else in the source");
    }

    private static Sentence onItsOwn(String text) {
        return new Sentence(text, Sentence.Layout.PARAGRAPH, List.of(new Citation(PLANS, text)));
    }

    @Test
    void stepsKeepTheOrderOfTheSource() {
        assertThat(kit.whys(
                        step("Wait until the light blinks white.", PAIRING), step("Hold the button for 5 s.", PAIRING)))
                .containsExactly("the steps stand in another order than in the source");
    }
}
