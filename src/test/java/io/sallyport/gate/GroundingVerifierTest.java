package io.sallyport.gate;

import static io.sallyport.gate.GateCase.PAIRING;
import static io.sallyport.gate.GateCase.PLANS;
import static io.sallyport.gate.GateCase.citing;
import static io.sallyport.gate.GateCase.plain;
import static io.sallyport.gate.GateCase.quoted;
import static io.sallyport.gate.GateCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.SourceText.ReviewByPerson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promise 4: no claim without a living source that says it word for word. */
class GroundingVerifierTest {

    private static final String PRO = "The Pro plan costs $24 a month and includes 100 sensors.";
    private static final String HUB = "The hub supports only 2.4 GHz Wi-Fi.";

    private final GateCase kit = new GateCase();

    @Test
    void letsAQuotedAnswerBetweenCourtesiesThrough() {
        assertThat(kit.judge(
                                plain("Hi Anna,"),
                                plain("Thank you for your message."),
                                quoted(PRO, PLANS),
                                step("Hold the button for 5 s.", PAIRING),
                                step("Wait until the light blinks white.", PAIRING),
                                plain(
                                        "If this does not solve it, reply to this message, or ask for a person to take over."),
                                plain("This reply was written by an automated agent."))
                        .isPass())
                .isTrue();
    }

    @Test
    void stopsAPromiseThatAPersonLooksWhereNobodyDoes() {
        assertThat(kit.whys(quoted(PRO, PLANS), plain("A person will look at your message.")))
                .containsExactly("it cites no source");
        assertThat(kit.whys(
                        quoted(PRO, PLANS),
                        plain("If this does not help, reply to this message and a person will take over.")))
                .containsExactly("it cites no source");
    }

    @Test
    void stopsAClaimWithoutASource() {
        assertThat(kit.whys(plain(PRO))).containsExactly("it cites no source");
    }

    @Test
    void namesTheExactSentence() {
        var verdict = kit.judge(quoted(PRO, PLANS), plain("Refunds are unlimited."), quoted(HUB, PAIRING));
        assertThat(verdict).isInstanceOf(Verdict.Stop.class);
        assertThat(((Verdict.Stop) verdict).flagged())
                .extracting(Verdict.Flag::sentence)
                .containsExactly("Refunds are unlimited.");
    }

    @Test
    void aSourceLivesNinetyDaysToTheSecond() {
        kit.change(PLANS, s -> reviewed(s, Duration.ofDays(90)));
        assertThat(kit.judge(quoted(PRO, PLANS)).isPass()).isTrue();
        kit.clock.tick(Duration.ofSeconds(1));
        assertThat(kit.whys(quoted(PRO, PLANS))).singleElement().asString().contains("more than 90 days ago");
    }

    @Test
    void stopsWhatNoPersonReviewed() {
        kit.change(PLANS, s -> withReview(s, Optional.empty()));
        assertThat(kit.whys(quoted(PRO, PLANS))).singleElement().asString().contains("not reviewed by a person");
        kit.change(PLANS, s -> withReview(s, Optional.of(new ReviewByPerson(kit.now(), " "))));
        assertThat(kit.judge(quoted(PRO, PLANS)).isPass()).isFalse();
        kit.change(
                PLANS,
                s -> withReview(s, Optional.of(new ReviewByPerson(kit.now().plusSeconds(60), "Ines Duarte"))));
        assertThat(kit.judge(quoted(PRO, PLANS)).isPass()).isFalse();
    }

    @Test
    void anEditAfterTheReviewEndsIt() {
        var edited = new SourceRef(PLANS.id(), 2);
        kit.put(edited, GateCase.PLANS_TEXT);
        kit.change(edited, s -> withReview(s, Optional.empty()));
        kit.change(PLANS, s -> new SourceText(s.ref(), s.text(), true, false, true, s.review()));
        assertThat(kit.whys(quoted(PRO, PLANS))).singleElement().asString().contains("newer revision");
        assertThat(kit.whys(quoted(PRO, edited))).singleElement().asString().contains("not reviewed");
    }

    @Test
    void stopsInternalUnpublishedAndUnknownSources() {
        kit.change(PLANS, s -> new SourceText(s.ref(), s.text(), true, true, false, s.review()));
        assertThat(kit.whys(quoted(PRO, PLANS))).singleElement().asString().contains("internal");
        kit.change(PLANS, s -> new SourceText(s.ref(), s.text(), false, true, true, s.review()));
        assertThat(kit.whys(quoted(PRO, PLANS))).singleElement().asString().contains("not published");
        assertThat(kit.whys(quoted(PRO, new SourceRef("article:made-up", 1))))
                .singleElement()
                .asString()
                .contains("there is no source");
        assertThat(kit.whys(quoted(PRO, new SourceRef("article:plans", 7)))).hasSize(1);
    }

    @Test
    void stopsAnotherSourceThanTheOneAskedFor() {
        kit.shelf.put(new SourceRef("article:other", 1), kit.shelf.get(PLANS));
        assertThat(kit.judge(quoted(PRO, new SourceRef("article:other", 1))).isPass())
                .isFalse();
    }

    @Test
    void stopsAnAlteredQuote() {
        assertThat(kit.whys(citing(PRO, PLANS, PRO.replace("24", "25"))))
                .singleElement()
                .asString()
                .contains("word for word");
        assertThat(kit.judge(citing(PRO, PLANS, "")).isPass()).isFalse();
        assertThat(kit.judge(citing(PRO, PLANS, "the pro plan costs $24 a month and includes 100 sensors."))
                        .isPass())
                .isFalse();
        assertThat(kit.judge(citing("4 a month.", PLANS, "4 a month")).isPass()).isFalse();
    }

    @Test
    void aQuoteMayDifferInWhiteSpaceAndMarkup() {
        assertThat(kit.judge(citing(PRO, PLANS, "The **Pro plan**  costs $24\na month and includes 100 sensors."))
                        .isPass())
                .isTrue();
    }

    @Test
    void aQuotedFragmentStillMeansTheWholeSentence() {
        assertThat(kit.judge(citing(
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
        assertThat(kit.judge(both).isPass()).isFalse();
    }

    @Test
    void theQuotedSentenceMustBeTheOneThatSaysIt() {
        assertThat(kit.judge(citing("A red light means a fault.", PAIRING, HUB)).isPass())
                .isFalse();
        assertThat(kit.judge(citing(
                                "The Home plan costs $24 a month.", PLANS, PRO + " The Home plan costs $6 a month."))
                        .isPass())
                .isFalse();
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
