package io.sallyport.gate;

import static io.sallyport.gate.GateCase.PAIRING;
import static io.sallyport.gate.GateCase.PLANS;
import static io.sallyport.gate.GateCase.citing;
import static io.sallyport.gate.GateCase.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Sentence;
import io.sallyport.text.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sentence may not be quoted without, and whom it may not be told, for where it stands in its source. */
class QuotedInPlaceTest {

    private static final String TWO_OF_A_KIND = """
            Home

            The Home plan costs $6. It keeps data for a month.

            Pro

            The Pro plan costs $24. It includes the REST API. It is billed once a year.

            Monthly plans end any day. They are charged in advance.

            Annual plans end after a year.
            """;

    private final GateCase kit = new GateCase();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Only with the Pro plan:\n\nEach sensor reports once a minute. Its history goes back 2 years.",
                "Only with the Pro plan:\nEach sensor reports once a minute.",
                "Only with\nthe Pro plan:\n\nEach sensor\nreports once a minute.",
                "Only with the Pro plan:\n\n| Plan | Rate |\n| --- | --- |\n| Pro | Each sensor reports. |"
            })
    void aParagraphOrTableNeedsTheLineThatNarrowsIt(String text) {
        kit.put(PLANS, text);
        Sentence said = onItsOwn(SentenceSplitter.split(text).stream()
                .filter(one -> one.contains("reports"))
                .findFirst()
                .orElseThrow());
        assertThat(kit.whys(said))
                .containsExactly("it is an entry under 'Only with the Pro plan:', which the reply leaves out");
        kit.put(PAIRING, "The plans are Home and Pro:\n\n" + said.text());
        assertThat(kit.whys(citing(said.text(), PAIRING, said.text()))).isEmpty();
    }

    @Test
    void everySentenceOfAParagraphNeedsTheLineThatNarrowsIt() {
        String line = "Only with the Pro plan:";
        String first = "Each sensor reports once a minute.";
        String second = "The history goes back 2 years.";
        kit.put(PLANS, line + "\n\n" + first + " " + second + "\n\nAlerts come by mail.");
        assertThat(kit.whys(onItsOwn(second))).hasSize(1);
        assertThat(kit.whys(onItsOwn(line), onItsOwn(first), onItsOwn(second))).isEmpty();
        assertThat(kit.whys(onItsOwn("Alerts come by mail."))).isEmpty();
    }

    @Test
    void aParagraphOfWhatIsNotSoNeedsTheLineThatSaysSo() {
        kit.put(PLANS, "The warranty does not cover:\n\nDamage by water and wear of the battery.");
        assertThat(kit.whys(onItsOwn("Damage by water and wear of the battery.")))
                .hasSize(1);
    }

    @Test
    void whatStandsFurtherDownThanAListOrUnderAHeadingIsNotNarrowed() {
        kit.put(PLANS, """
                Only with the Pro plan:

                - 100 sensors

                Alerts come by mail.

                If you need more sensors, here is how to get them:

                Ordering more sensors

                The shop is open all year.
                """);
        assertThat(kit.whys(onItsOwn("Alerts come by mail."))).isEmpty();
        assertThat(kit.whys(onItsOwn("Ordering more sensors"))).isEmpty();
        assertThat(kit.whys(onItsOwn("The shop is open all year."))).isEmpty();
    }

    @Test
    void stepsStandUnderAHeadingThatAsksOrIsSaidWithThem() {
        String step = "Raise the volume.";
        kit.put(PLANS, "Never heard the siren?\n\n1. Open the app.\n   Log in.\n2. " + step);
        assertThat(kit.whys(onItsOwn(step))).isEmpty();
        assertThat(kit.whys(onItsOwn("Log in."))).isEmpty();
        kit.put(PLANS, "Not covered?\n\n- Damage by water.\n\n1. Wear of the battery");
        assertThat(kit.whys(onItsOwn("Damage by water."))).hasSize(1);
        assertThat(kit.whys(onItsOwn("Wear of the battery"))).hasSize(1);
        kit.put(PLANS, "No sound from the siren\n\n1. Open the app.\n2. " + step);
        assertThat(kit.whys(onItsOwn(step))).hasSize(1);
        assertThat(kit.whys(onItsOwn("No sound from the siren"), onItsOwn(step)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "However, parcels from abroad cost the postage.",
                "But you pay for the box.",
                "Unless they were opened, that is.",
                "This does not apply to gift cards.",
                "It does not apply to gift cards.",
                "They may not be used.",
                "This only applies to the first order."
            })
    void aPromiseNeedsTheSentenceBehindItThatTakesItBack(String back) {
        String promise = "Returns are free.";
        kit.put(PLANS, promise + " " + back + "\n\n- The box is blue. " + back);
        assertThat(kit.whys(onItsOwn(promise)))
                .containsExactly("the source goes on with '" + back + "', which the reply leaves out");
        assertThat(kit.whys(onItsOwn(promise), onItsOwn(back))).isEmpty();
        assertThat(kit.whys(onItsOwn(promise), quoted("Not said anywhere.", PAIRING)))
                .hasSize(2);
        assertThat(kit.whys(onItsOwn("The box is blue."))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "However, you can always bring them.",
                "But, if you prefer that, you can still bring them.",
                "It is not necessary to say why.",
                "They take a week."
            })
    void aPromiseStandsWithoutWhatAddsToIt(String more) {
        kit.put(PLANS, "Returns are free. " + more);
        assertThat(kit.whys(onItsOwn("Returns are free."))).isEmpty();
    }

    @Test
    void aRefusalNeedsTheSentenceBehindItThatOffersAnotherWay() {
        String refusal = "Opened boxes cannot be returned.";
        kit.put(PLANS, refusal + " However, you can still swap them.");
        assertThat(kit.whys(onItsOwn(refusal))).hasSize(1);
    }

    @Test
    void whatTakesBackInAnotherParagraphSpeaksOfThat() {
        kit.put(PLANS, "Returns are free.\n\nSwaps are free. However, parcels from abroad cost the postage.");
        assertThat(kit.whys(onItsOwn("Returns are free."))).isEmpty();
    }

    @Test
    void aReplyDoesNotBeginWithWhatTheSourceSaysOfAnotherThingOfItsKind() {
        kit.put(PAIRING, TWO_OF_A_KIND);
        kit.subject = "A question";
        kit.written = "Does Home include the REST API?";
        assertThat(kit.whys(quoted("It includes the REST API.", PAIRING)))
                .containsExactly("it points back at 'The Pro plan costs $24.' in the source,"
                        + " and the customer wrote of another of that kind");
        assertThat(kit.whys(quoted("It is billed once a year.", PAIRING))).hasSize(1);
        kit.written = "How is an annual plan charged?";
        assertThat(kit.whys(quoted("They are charged in advance.", PAIRING))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does Pro include the REST API?",
                "Which of them has the API, Home or Pro?",
                "Does it include the REST API?",
                "Is there an API for my account?"
            })
    void aReplyMayBeginWithWhatPointsBackAtNothingElse(String written) {
        kit.put(PAIRING, TWO_OF_A_KIND);
        kit.subject = "A question";
        kit.written = written;
        assertThat(kit.whys(quoted("It includes the REST API.", PAIRING))).isEmpty();
    }

    @Test
    void aReplyMayBeginWithItWhereAnyPlaceInTheSourceSaysItOfWhatIsMeant() {
        kit.put(PAIRING, TWO_OF_A_KIND.replace("It keeps data for a month.", "It includes the REST API."));
        kit.subject = "A question";
        kit.written = "Does Home include the REST API?";
        assertThat(kit.whys(quoted("It includes the REST API.", PAIRING))).isEmpty();
    }

    private static Sentence onItsOwn(String text) {
        return new Sentence(text, Sentence.Layout.PARAGRAPH, List.of(new Citation(PLANS, text)));
    }
}
