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
import io.sallyport.testkit.Script;
import io.sallyport.text.LanguageDetector.Language;
import io.sallyport.text.Lexicon;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A customer writes German, a model has answered in German, and the sources are English. */
class ForeignReplyTest {

    private static final String QUOTE = "The Pro plan costs $24 a month and includes 100 sensors.";
    private static final String GERMAN = "Der Pro-Tarif kostet $24 im Monat und umfasst 100 Sensoren.";
    private static final String BACK = "The Pro plan costs $24 a month and covers 100 sensors.";

    private final JudgeKit stub = new JudgeKit();
    private final GateCase kit = new GateCase();

    @BeforeEach
    void theCustomerWritesGerman() {
        kit.screening = new Screening("de", 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
        kit.detector = _ -> new Language("de", 0.99);
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private static Reply german(String text) {
        var sentence = new Sentence(text, Layout.PARAGRAPH, List.of(new Citation(PLANS, QUOTE)));
        return new Reply(Reply.Kind.ANSWER, "anna@example.org", "Re: Pro and pairing", "de", List.of(sentence));
    }

    private List<Verdict> judge(Judges judges, String text) {
        return judge(judges, german(text));
    }

    private List<Verdict> judge(Judges judges, Reply reply) {
        var gates = ReplyGates.of(
                kit, kit.detector, kit.clock, "Harbourlight", Duration.ofDays(90), Set.of("en", "de"), judges);
        return new Gatekeeper(Gates.ofReplies(gates.all()), kit.clock).judge(kit.record(), reply);
    }

    private List<String> stoppedBy(String text) {
        return judge(Judges.of(stub.models()), text).stream()
                .filter(verdict -> !verdict.isPass())
                .map(Verdict::gate)
                .toList();
    }

    @Test
    void passesWhereFiguresMeaningToneAndLanguageAllHold() {
        stub.play(JudgeKit.yesManWho(BACK));
        assertThat(stoppedBy(GERMAN)).isEmpty();
        assertThat(stub.questions()).as("one translation serves all gates").hasSize(4);
    }

    @Test
    void withoutAModelForItAPersonAnswers() {
        assertThat(judge(Judges.NONE, GERMAN))
                .filteredOn(verdict -> verdict.gate().equals(LanguageGate.NAME))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.reason()).isEqualTo("no model checks replies in 'de' here"));
    }

    @Test
    void aFigureThatIsNotTheSourcesIsStoppedWhateverTheJudgesSay() {
        stub.play(JudgeKit.yesManWho(BACK));
        assertThat(stoppedBy(GERMAN.replace("24", "42"))).contains(LanguageGate.NAME);
        assertThat(stoppedBy(GERMAN.replace("$", "€"))).contains(LanguageGate.NAME);
        assertThat(stoppedBy(GERMAN.replace("100", "100 bis 200"))).contains(LanguageGate.NAME);
    }

    @Test
    void aTranslationWithAnotherFigureOrNegationIsStoppedWhateverTheJudgesSay() {
        for (String back :
                List.of(BACK.replace("24", "42"), BACK.replace("covers", "does not cover"), BACK.replace("$", "€"))) {
            stub.play(JudgeKit.yesManWho(back));
            assertThat(stoppedBy(GERMAN)).as(back).contains(GroundingVerifier.NAME);
        }
    }

    @Test
    void rulesForEnglishReadTheTranslation() {
        stub.play(JudgeKit.yesManWho("We guarantee that the Pro plan costs $24 a month and covers 100 sensors."));
        assertThat(stoppedBy(GERMAN)).contains(ToneGate.NAME, DisclosureGate.NAME);
    }

    @Test
    void aSentenceWithoutASourceIsAClaimInAnyLanguage() {
        stub.play(JudgeKit.yesManWho(BACK, "You can cancel at any time."));
        var cited = german(GERMAN);
        var further = Sentence.plain("Sie können jederzeit kündigen.", Layout.PARAGRAPH);
        var reply = new Reply(
                cited.kind(),
                cited.to(),
                cited.subject(),
                cited.language(),
                List.of(cited.sentences().getFirst(), further));
        assertThat(judge(Judges.of(stub.models()), reply))
                .filteredOn(verdict -> verdict.gate().equals(GroundingVerifier.NAME))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.flagged())
                                .extracting(Verdict.Flag::sentence)
                                .containsExactly("Sie können jederzeit kündigen."));
    }

    @Test
    void theDisclosureIsKnownInItsOwnLanguageHoweverItIsTranslated() {
        stub.play(JudgeKit.yesManWho(BACK, "An automatic agent has produced this answer."));
        var cited = german(GERMAN);
        var disclosed = Lexicon.rows("/answer/disclosures.txt").stream()
                .filter(row -> row.getFirst().equals("de"))
                .map(row -> Sentence.plain(row.get(1), Layout.PARAGRAPH));
        var sentences = Stream.concat(cited.sentences().stream(), disclosed).toList();
        var reply = new Reply(cited.kind(), cited.to(), cited.subject(), cited.language(), sentences);
        assertThat(judge(Judges.of(stub.models()), reply)).allMatch(Verdict::isPass);
    }

    @ParameterizedTest
    @CsvSource({"?", "''"})
    void aSentenceThatNobodyCouldTranslateStopsTheReply(String back) {
        stub.play(JudgeKit.yesManWho(back));
        assertThat(stoppedBy(GERMAN)).contains(GroundingVerifier.NAME, LanguageGate.NAME);
    }

    @ParameterizedTest
    @MethodSource("io.sallyport.testkit.JudgeKit#faults")
    void whateverGoesWrongStopsTheReply(Script fault) {
        stub.play(fault);
        assertThat(stoppedBy(GERMAN))
                .containsExactly(GroundingVerifier.NAME, ToneGate.NAME, LanguageGate.NAME, DisclosureGate.NAME);
    }
}
