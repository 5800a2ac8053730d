package io.sallyport.gate;

import static io.sallyport.gate.GateCase.PAIRING;
import static io.sallyport.gate.GateCase.PLANS;
import static io.sallyport.gate.GateCase.citing;
import static io.sallyport.gate.GateCase.plain;
import static io.sallyport.gate.GateCase.quoted;
import static io.sallyport.gate.GateCase.reply;
import static io.sallyport.gate.GateCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.SourceText.ReviewByPerson;
import io.sallyport.text.Lexicon;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 4: no claim without a living source that says it word for word. */
class GroundingVerifierTest {

    private static final String PRO = "The Pro plan costs $24 a month and includes 100 sensors.";
    private static final String HUB = "The hub supports only 2.4 GHz Wi-Fi.";

    private final GateCase kit = new GateCase();

    private Verdict judge(Sentence... sentences) {
        return kit.gates().grounding().judge(kit.record(), reply(sentences));
    }

    private List<String> whys(Sentence... sentences) {
        return judge(sentences) instanceof Verdict.Stop stop
                ? stop.flagged().stream().map(Verdict.Flag::why).toList()
                : List.of();
    }

    @Test
    void letsAQuotedAnswerBetweenCourtesiesThrough() {
        assertThat(judge(
                                plain("Hi Anna,"),
                                plain("Thank you for your message."),
                                quoted(PRO, PLANS),
                                step("Hold the button for 5 s.", PAIRING),
                                step("Wait until the light blinks white.", PAIRING),
                                plain("If this does not solve it, reply to this message and a person will take over."),
                                plain("This reply was written by an automated agent."))
                        .isPass())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("clarifyingQuestions")
    void letsEveryClarifyingQuestionThroughWhateverTheCustomerWrote(String question) {
        assertThat(whys(plain(question))).isEmpty();
    }

    static List<String> clarifyingQuestions() {
        return Lexicon.lines("/answer/clarifying.txt").stream()
                .map(line -> line.substring(line.lastIndexOf(" : ") + 3))
                .toList();
    }

    @Test
    void stopsAClaimWithoutASource() {
        assertThat(whys(plain(PRO))).containsExactly("it cites no source");
    }

    @Test
    void namesTheExactSentence() {
        var verdict = judge(quoted(PRO, PLANS), plain("Refunds are unlimited."), quoted(HUB, PAIRING));
        assertThat(verdict).isInstanceOf(Verdict.Stop.class);
        assertThat(((Verdict.Stop) verdict).flagged())
                .extracting(Verdict.Flag::sentence)
                .containsExactly("Refunds are unlimited.");
    }

    @Test
    void aSourceLivesNinetyDaysToTheSecond() {
        kit.change(PLANS, s -> reviewed(s, Duration.ofDays(90)));
        assertThat(judge(quoted(PRO, PLANS)).isPass()).isTrue();
        kit.clock.tick(Duration.ofSeconds(1));
        assertThat(whys(quoted(PRO, PLANS))).singleElement().asString().contains("more than 90 days ago");
    }

    @Test
    void stopsWhatNoPersonReviewed() {
        kit.change(PLANS, s -> withReview(s, Optional.empty()));
        assertThat(whys(quoted(PRO, PLANS))).singleElement().asString().contains("not reviewed by a person");
        kit.change(PLANS, s -> withReview(s, Optional.of(new ReviewByPerson(kit.now(), " "))));
        assertThat(judge(quoted(PRO, PLANS)).isPass()).isFalse();
        kit.change(
                PLANS,
                s -> withReview(s, Optional.of(new ReviewByPerson(kit.now().plusSeconds(60), "Ines Duarte"))));
        assertThat(judge(quoted(PRO, PLANS)).isPass()).isFalse();
    }

    @Test
    void anEditAfterTheReviewEndsIt() {
        var edited = new SourceRef(PLANS.id(), 2);
        kit.put(edited, GateCase.PLANS_TEXT);
        kit.change(edited, s -> withReview(s, Optional.empty()));
        kit.change(PLANS, s -> new SourceText(s.ref(), s.text(), true, false, true, s.review()));
        assertThat(whys(quoted(PRO, PLANS))).singleElement().asString().contains("newer revision");
        assertThat(whys(quoted(PRO, edited))).singleElement().asString().contains("not reviewed");
    }

    @Test
    void stopsInternalUnpublishedAndUnknownSources() {
        kit.change(PLANS, s -> new SourceText(s.ref(), s.text(), true, true, false, s.review()));
        assertThat(whys(quoted(PRO, PLANS))).singleElement().asString().contains("internal");
        kit.change(PLANS, s -> new SourceText(s.ref(), s.text(), false, true, true, s.review()));
        assertThat(whys(quoted(PRO, PLANS))).singleElement().asString().contains("not published");
        assertThat(whys(quoted(PRO, new SourceRef("article:made-up", 1))))
                .singleElement()
                .asString()
                .contains("there is no source");
        assertThat(whys(quoted(PRO, new SourceRef("article:plans", 7)))).hasSize(1);
    }

    @Test
    void stopsAnotherSourceThanTheOneAskedFor() {
        kit.shelf.put(new SourceRef("article:other", 1), kit.shelf.get(PLANS));
        assertThat(judge(quoted(PRO, new SourceRef("article:other", 1))).isPass())
                .isFalse();
    }

    @Test
    void stopsAnAlteredQuote() {
        assertThat(whys(citing(PRO, PLANS, PRO.replace("24", "25"))))
                .singleElement()
                .asString()
                .contains("word for word");
        assertThat(judge(citing(PRO, PLANS, "")).isPass()).isFalse();
        assertThat(judge(citing(PRO, PLANS, "the pro plan costs $24 a month and includes 100 sensors."))
                        .isPass())
                .isFalse();
        assertThat(judge(citing("4 a month.", PLANS, "4 a month")).isPass()).isFalse();
    }

    @Test
    void aQuoteMayDifferInWhiteSpaceAndMarkup() {
        assertThat(judge(citing(PRO, PLANS, "The **Pro plan**  costs $24\na month and includes 100 sensors."))
                        .isPass())
                .isTrue();
    }

    @Test
    void aQuotedFragmentStillMeansTheWholeSentence() {
        assertThat(judge(citing(
                                "You can't cancel an annual plan after the first 60 days.",
                                PLANS,
                                "can't cancel an annual plan after the first 60 days"))
                        .isPass())
                .isFalse();
    }

    @Test
    void oneDeadCitationAmongLivingOnesStops() {
        var both = new Sentence(
                PRO,
                Sentence.Layout.RUN_ON,
                List.of(new Citation(PLANS, PRO), new Citation(new SourceRef("article:x", 1), PRO)));
        assertThat(judge(both).isPass()).isFalse();
    }

    @Test
    void theQuotedSentenceMustBeTheOneThatSaysIt() {
        assertThat(judge(citing("A red light means a fault.", PAIRING, HUB)).isPass())
                .isFalse();
        assertThat(judge(citing("The Home plan costs $24 a month.", PLANS, PRO + " The Home plan costs $6 a month."))
                        .isPass())
                .isFalse();
    }

    @Test
    void splitsSentencesItself() {
        var two = PRO + " Refunds are unlimited.";
        assertThat(whys(citing(two, PLANS, PRO))).hasSize(1);
        assertThat(judge(
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
        assertThat(judge(plain(question)).isPass()).isFalse();
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
        assertThat(judge(plain(question)).isPass()).isTrue();
    }

    @Test
    void aCourtesyCountsOnlyWordForWord() {
        assertThat(judge(plain("Thank you for your message.")).isPass()).isTrue();
        assertThat(judge(plain("Thank you for your free refund.")).isPass()).isFalse();
        assertThat(judge(plain("Hi Bertram,")).isPass()).isFalse();
        assertThat(judge(plain("Hi Anna,")).isPass()).isTrue();
        assertThat(judge(plain("Your case number is SP-0123456789.")).isPass()).isTrue();
        assertThat(judge(plain("Your case number is SP-9999999999.")).isPass()).isFalse();
        assertThat(judge(plain("The Harbourlight team")).isPass()).isTrue();
        assertThat(judge(plain("The Otherlight team")).isPass()).isFalse();
        assertThat(judge(plain("Yes.")).isPass()).isFalse();
    }

    @Test
    void theSubjectMayOnlyBeTheCustomersOwn() {
        var sold = new Reply(
                Reply.Kind.ANSWER, "anna@example.org", "Your refund is granted", "en", List.of(quoted(PRO, PLANS)));
        assertThat(kit.gates().grounding().judge(kit.record(), sold).isPass()).isFalse();
    }

    @Test
    void aSentenceThatPointsBackAtAnotherSourceStops() {
        assertThat(judge(quoted(HUB, PAIRING), quoted("It includes the REST API.", PLANS))
                        .isPass())
                .isFalse();
        String before =
                "You can't cancel an annual plan after the first 60 days unless an outage affected the account.";
        assertThat(judge(quoted(before, PLANS), quoted("It includes the REST API.", PLANS))
                        .isPass())
                .isTrue();
        assertThat(whys(quoted(PRO, PLANS), quoted("It includes the REST API.", PLANS)))
                .containsExactly("it points back at another sentence than the one it follows in the source");
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
        assertThat(judge(quoted("Broken buttons", PLANS)).isPass()).isTrue();
        assertThat(judge(quoted("Water damage", PLANS)).isPass()).isFalse();
        assertThat(judge(onItsOwn("The warranty does not cover:"), onItsOwn("Water damage"))
                        .isPass())
                .isTrue();
        assertThat(whys(onItsOwn("The warranty covers:"), onItsOwn("Water damage")))
                .containsExactly("the sentence before leads in something else in the source");
    }

    private static Sentence onItsOwn(String text) {
        return new Sentence(text, Sentence.Layout.PARAGRAPH, List.of(new Citation(PLANS, text)));
    }

    @Test
    void stepsKeepTheOrderOfTheSource() {
        assertThat(whys(step("Wait until the light blinks white.", PAIRING), step("Hold the button for 5 s.", PAIRING)))
                .containsExactly("the steps stand in another order than in the source");
    }

    @Test
    void aPersonsOwnWordsNeedThePersonOnRecord() {
        var personal = new Reply(
                Reply.Kind.PERSONAL, "anna@example.org", "Re: Pro and pairing", "en", List.of(plain("I had a look.")));
        assertThat(kit.gates().grounding().judge(kit.record(), personal).isPass())
                .isFalse();
        var composed = kit.recordWith(new Fact.ReplyComposed(personal, 0.9, "free"));
        assertThat(kit.gates().grounding().judge(composed, personal).isPass()).isFalse();
    }

    private SourceText reviewed(SourceText source, Duration ago) {
        return withReview(source, Optional.of(new ReviewByPerson(kit.now().minus(ago), "Ines Duarte")));
    }

    private static SourceText withReview(SourceText s, Optional<ReviewByPerson> review) {
        return new SourceText(s.ref(), s.text(), s.isPublished(), s.isCurrent(), s.isPublic(), review);
    }
}
