package io.sallyport.gate;

import static io.sallyport.gate.GateCase.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Verdict;
import io.sallyport.intake.language.BlendedLanguageDetector;
import io.sallyport.text.LanguageDetector.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageGateTest {

    private static final String LONG = "Open the settings, choose your plan and confirm the change there.";

    private final GateCase kit = new GateCase();

    private boolean passes(String language, String text) {
        var reply = new Reply(Reply.Kind.ANSWER, "anna@example.org", "", language, List.of(plain(text)));
        return kit.gates().language().judge(kit.record(), reply).isPass();
    }

    private void customerWrites(String language) {
        kit.screening = new Screening(language, 0.9, Screening.Automatic.NONE, List.of(), List.of(), false);
    }

    @Test
    void theReplyIsInTheCustomersLanguage() {
        assertThat(passes("en", LONG)).isTrue();
        customerWrites("de");
        assertThat(passes("en", LONG)).isFalse();
        assertThat(passes("de", LONG)).isFalse();
    }

    @Test
    void nobodyIsAnsweredInAGuessedLanguage() {
        customerWrites("und");
        assertThat(passes("en", LONG)).isFalse();
        assertThat(passes("und", LONG)).isFalse();
    }

    @Test
    void theLabelMustBeTrue() {
        kit.detector = _ -> new Language("de", 0.9);
        assertThat(passes("en", LONG)).isFalse();
        kit.detector = _ -> Language.UNKNOWN;
        assertThat(passes("en", LONG)).isFalse();
        assertThat(passes("en", "Hi Anna,")).isTrue();
    }

    @Test
    void oneForeignSentenceInALongReplyIsEnough() {
        String foreign = "Bitte öffnen Sie die Einstellungen und wählen Sie dort Ihren neuen Tarif aus.";
        String mixed = (LONG + " ").repeat(6) + foreign;
        kit.detector = BlendedLanguageDetector.load();
        assertThat(passes("en", (LONG + " ").repeat(6))).isTrue();
        var reply = new Reply(Reply.Kind.ANSWER, "anna@example.org", "", "en", List.of(plain(mixed)));
        assertThat(kit.gates().language().judge(kit.record(), reply))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.flagged())
                                .extracting(Verdict.Flag::sentence)
                                .containsExactly(foreign));
    }

    @Test
    void aDetectorThatBreaksStopsTheReplyAtTheGatekeeper() {
        kit.detector = _ -> {
            throw new IllegalStateException("the model is gone");
        };
        var reply = new Reply(Reply.Kind.ANSWER, "anna@example.org", "Re: Pro and pairing", "en", List.of(plain(LONG)));
        assertThat(new Gatekeeper(Gates.ofReplies(kit.gates().all()), kit.clock).judge(kit.record(), reply))
                .filteredOn(verdict -> verdict.gate().equals(LanguageGate.NAME))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.reason()).contains("broke"));
    }
}
