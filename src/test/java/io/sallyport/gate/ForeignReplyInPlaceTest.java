package io.sallyport.gate;

import static io.sallyport.gate.GateCase.PLANS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.judge.Judges;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.text.LanguageDetector.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A judge is shown one sentence of the source; what stands around it counts in German as it does in English. */
class ForeignReplyInPlaceTest {

    private static final String FREE = "Returns are free.";
    private static final String ABROAD = "However, parcels from abroad cost the postage.";

    private final JudgeKit stub = new JudgeKit();
    private final GateCase kit = new GateCase();

    /** A sentence of the reply, what it is translated back to, and the quote it cites. */
    private record Said(String german, String back, String quote) {

        static Said of(String german, String quote) {
            return new Said(german, quote, quote);
        }

        Sentence sentence(Layout layout) {
            return new Sentence(german, layout, List.of(new Citation(PLANS, quote)));
        }
    }

    @BeforeEach
    void theCustomerWritesGerman() {
        kit.screening = new Screening("de", 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
        kit.detector = text -> new Language(text.startsWith("Settings") ? "en" : "de", 0.99);
        kit.subject = "Eine Frage";
        kit.written = "Was kostet das?";
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private Verdict judge(Layout layout, Said... said) {
        stub.play(JudgeKit.yesManWho(Stream.of(said).map(Said::back).toArray(String[]::new)));
        var sentences = Arrays.stream(said).map(one -> one.sentence(layout)).toList();
        var reply = new Reply(Reply.Kind.ANSWER, "anna@example.org", "Re: Eine Frage", "de", sentences);
        return kit.gates(Judges.of(stub.models())).grounding().judge(kit.record(), reply);
    }

    private List<String> whys(Said... said) {
        return whys(Layout.PARAGRAPH, said);
    }

    private List<String> whys(Layout layout, Said... said) {
        return flags(layout, said).stream().map(Verdict.Flag::why).toList();
    }

    private List<Verdict.Flag> flags(Layout layout, Said... said) {
        return judge(layout, said) instanceof Verdict.Stop stop ? stop.flagged() : List.of();
    }

    @Test
    void aPromiseNeedsTheSentenceBehindItThatTakesItBack() {
        kit.put(PLANS, FREE + " " + ABROAD);
        var free = Said.of("Rücksendungen sind kostenlos.", FREE);
        assertThat(flags(Layout.PARAGRAPH, free))
                .containsExactly(new Verdict.Flag(
                        free.german(), "the source goes on with '" + ABROAD + "', which the reply leaves out"));
        assertThat(judge(Layout.PARAGRAPH, free, Said.of("Pakete aus dem Ausland kosten jedoch das Porto.", ABROAD)))
                .matches(Verdict::isPass);
    }

    @Test
    void anEntryNeedsTheLineThatNarrowsOrDeniesIt() {
        kit.put(PLANS, """
                Only with the Pro plan:

                - Each sensor reports once a minute.

                The warranty does not cover:

                - Damage by water.
                """);
        var entry = Said.of("Jeder Sensor meldet einmal pro Minute.", "Each sensor reports once a minute.");
        assertThat(whys(entry))
                .containsExactly("it is an entry under 'Only with the Pro plan:', which the reply leaves out");
        assertThat(whys(Said.of("Schäden durch Wasser.", "Damage by water.")))
                .containsExactly("it is an entry under 'The warranty does not cover:', which the reply leaves out");
        assertThat(judge(Layout.PARAGRAPH, Said.of("Nur mit dem Pro-Tarif:", "Only with the Pro plan:"), entry))
                .matches(Verdict::isPass);
    }

    @Test
    void aReplyDoesNotBeginWithWhatTheSourceSaysOfAnotherThingOfItsKind() {
        kit.put(PLANS, "The Home plan costs $6.\n\nThe Pro plan costs $24. It includes the REST API.");
        kit.written = "Ist die REST-API bei Home dabei?";
        var includes = Said.of("Es umfasst die REST-API.", "It includes the REST API.");
        assertThat(whys(includes)).hasSize(1).first().asString().startsWith("it points back at 'The Pro plan costs");
        kit.written = "Ist die REST-API im Pro-Tarif dabei?";
        assertThat(judge(Layout.PARAGRAPH, includes)).matches(Verdict::isPass);
    }

    @Test
    void aTranslationThatSaysItForAnotherThingOfItsKindDoesNotBeginTheReplyEither() {
        kit.put(PLANS, "The Home plan costs $6.\n\nThe Pro plan includes the REST API.");
        kit.written = "Ist die REST-API im Home-Tarif dabei?";
        var includes = new Said(
                "Er umfasst die REST-API.", "It includes the REST API.", "The Pro plan includes the REST API.");
        assertThat(whys(includes))
                .containsExactly("it points back at 'The Pro plan includes the REST API.' in the source,"
                        + " and the customer wrote of another of that kind");
        kit.written = "Ist die REST-API im Pro-Tarif dabei?";
        assertThat(judge(Layout.PARAGRAPH, includes)).matches(Verdict::isPass);
    }

    @Test
    void whatPointsBackFollowsWhatItPointsAt() {
        kit.put(PLANS, "Refunds are paid to the card. They take 5 days.\n\nSwaps are free.");
        var refunds = Said.of("Erstattungen gehen auf die Karte.", "Refunds are paid to the card.");
        var days = Said.of("Sie dauern 5 Tage.", "They take 5 days.");
        assertThat(whys(Said.of("Ein Umtausch ist kostenlos.", "Swaps are free."), days))
                .hasSize(1);
        assertThat(judge(Layout.PARAGRAPH, refunds, days)).matches(Verdict::isPass);
    }

    @Test
    void oneSentenceOfTheSourceMayBeToldInTwo() {
        kit.put(PLANS, GateCase.PLANS_TEXT);
        String quote = "The Pro plan costs $24 a month and includes 100 sensors.";
        var costs = new Said("Der Pro-Tarif kostet $24 im Monat.", "The Pro plan costs $24 a month.", quote);
        var includes = new Said("Er umfasst 100 Sensoren.", "It includes 100 sensors.", quote);
        assertThat(judge(Layout.PARAGRAPH, costs, includes)).matches(Verdict::isPass);
        var swaps = Said.of("Der Home-Tarif kostet $6 im Monat.", "The Home plan costs $6 a month.");
        assertThat(whys(swaps, includes)).hasSize(1);
    }

    @Test
    void stepsStandInTheSourcesOrder() {
        kit.put(PLANS, "1. Hold the button.\n2. Open the app.");
        var hold = Said.of("Halten Sie den Knopf gedrückt.", "Hold the button.");
        var open = Said.of("Öffnen Sie die App.", "Open the app.");
        assertThat(whys(Layout.STEP, open, hold))
                .containsExactly("the steps stand in another order than in the source");
        assertThat(judge(Layout.STEP, hold, open)).matches(Verdict::isPass);
    }

    @Test
    void ofAQuoteOfTwoSentencesTheJudgeIsShownTheOneThatIsSaid() {
        kit.put(PLANS, "Sensors come in white. Hubs have a plug for the wall.");
        var hubs = new Said(
                "Hubs haben einen Stecker für die Steckdose.",
                "Hubs have a plug for the wall outlet.",
                "Sensors come in white. Hubs have a plug for the wall.");
        assertThat(judge(Layout.PARAGRAPH, hubs)).matches(Verdict::isPass);
        assertThat(stub.questions().getLast())
                .contains("Hubs have a plug for the wall.")
                .doesNotContain("Sensors come in white.");
    }

    @Test
    void aSentenceThatComesBackAsItWasIsNotTranslated() {
        kit.put(PLANS, "The Pro plan includes sensors.");
        var denied = new Said(
                "Der Pro-Tarif umfasst keine Sensoren.",
                "Der  Pro-Tarif umfasst keine Sensoren!",
                "The Pro plan includes sensors.");
        assertThat(judge(Layout.PARAGRAPH, denied))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.reason())
                                .isEqualTo("the reply could not be translated back: a sentence came back as it was"));
    }

    @Test
    void whatIsEnglishInTheReplyComesBackAsItWas() {
        kit.put(PLANS, "Settings > Devices > Add a new sensor");
        assertThat(judge(
                        Layout.PARAGRAPH,
                        Said.of("Settings > Devices > Add a new sensor", "Settings > Devices > Add a new sensor")))
                .matches(Verdict::isPass);
    }

    @Test
    void aShortSentenceThatSurelyIsTheReplysLanguageIsNotTranslatedEither() {
        kit.put(PLANS, "This holds for Pro.");
        var denied = new Said("Das gilt nicht für Pro.", "Das gilt nicht für Pro.", "This holds for Pro.");
        assertThat(stopped(denied)).endsWith("a sentence came back as it was");
        kit.detector = _ -> new Language("de", 0.2);
        assertThat(stopped(denied)).doesNotContain("came back");
    }

    private String stopped(Said said) {
        return judge(Layout.PARAGRAPH, said) instanceof Verdict.Stop stop ? stop.reason() : "";
    }

    @Test
    void aSentenceOfTheSourceThatSpeaksOfTwoThingsIsNotToldInTwoAsIfOfOne() {
        for (String two : List.of(
                "The Home plan has 20 sensors and the Pro plan has hourly export.",
                "The Home plan includes 20 sensors, and Pro includes hourly export.",
                "Home plans include 20 sensors and Pro plans include hourly export.")) {
            kit.put(PLANS, two);
            var home = new Said("Der Home-Tarif hat 20 Sensoren.", "The Home plan has 20 sensors.", two);
            for (String back : List.of("It has hourly export.", "In short, it has hourly export.")) {
                assertThat(whys(home, new Said("Er hat stündlichen Export.", back, two)))
                        .as(two)
                        .containsExactly("it points back at another sentence than the one it follows in the source");
            }
        }
    }

    @Test
    void theJudgeReadsWhatASecondHalfPointsBackAt() {
        kit.put(PLANS, "Home has 20 sensors and Pro has hourly export.");
        String two = "Home has 20 sensors and Pro has hourly export.";
        var home = new Said("Home hat 20 Sensoren.", "Home has 20 sensors.", two);
        judge(Layout.PARAGRAPH, home, new Said("Es hat stündlichen Export.", "It has hourly export.", two));
        assertThat(stub.questions().getLast()).contains("Home has 20 sensors. It has hourly export.");
    }

    @Test
    void anOpeningThatSaysNothingHidesNoPointer() {
        kit.put(PLANS, "The Home plan costs $6.\n\nThe Pro plan includes the REST API.");
        kit.written = "Ist die REST-API im Home-Tarif dabei?";
        String quote = "The Pro plan includes the REST API.";
        var includes = new Said("Kurz: Er umfasst die REST-API.", "In short, it includes the REST API.", quote);
        assertThat(whys(includes)).hasSize(1).first().asString().startsWith("it points back at '" + quote);
        kit.put(PLANS, "The Home plan costs $6.\n\nThe Pro plan costs $24. In short, it includes the REST API.");
        assertThat(whys(Said.of("Kurz: Er umfasst die REST-API.", "In short, it includes the REST API.")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("it points back at 'The Pro plan costs $24.'");
    }
}
