package io.sallyport.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Opinion.Finding;
import io.sallyport.intake.language.BlendedLanguageDetector;
import io.sallyport.text.LanguageDetector;
import io.sallyport.text.LanguageDetector.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a translator may hand back as it was, and what it may not. */
class UntranslatedTest {

    private static final LanguageDetector SHIPPED = BlendedLanguageDetector.load();

    private static boolean isUntranslated(LanguageDetector detector, String language, String sentence) {
        return new Untranslated(detector, language).is(new Finding(sentence, sentence, "translated", ""));
    }

    /** Whatever language a detector takes it for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://help.harbourlight.example/ruecksendung-und-erstattung",
                "help.harbourlight.example/ruecksendung-und-erstattung",
                "www.ruecksendungen-und-erstattungen.example",
                "ruecksendungen-und-erstattungen@harbourlight.example",
                "Alte Hafenstraße 12, 20457 Hamburg-Ottensen",
                "Bahnhofstrasse 4b, CH-8001 Zürich",
                "4,5 / 20",
            })
    void linksAndAddressesAreTheSameInEveryLanguage(String line) {
        assertThat(isUntranslated(_ -> new Language("de", 0.99), "de", line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Das gilt nicht für Pro.
            de | Nur für Pro.
            fr | Pas pour Pro.
            nl | Niet voor Pro.
            de | Der Pro-Tarif umfasst keine Sensoren.
            de | Der Pro-Tarif umfasst keine Sensoren, siehe https://help.example/pro.
            de | Bitte senden Sie nichts an die Hafenstraße 12, 20457 Hamburg.
            """)
    void aSentenceOfTheReplysLanguageIsNot(String language, String sentence) {
        assertThat(isUntranslated(SHIPPED, language, sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Harbourlight Hub Mini
            de | Jörg Müller
            de | Settings > Devices > Add a new sensor
            es | Señor José
            pt | São Paulo
            """)
    void norAreNamesAndWhatIsEnglish(String language, String sentence) {
        assertThat(isUntranslated(SHIPPED, language, sentence)).isFalse();
    }

    @Test
    void aLongSentenceThatReadsAsAThirdLanguageIsNoEnglishEither() {
        assertThat(isUntranslated(_ -> new Language("nl", 0.3), "de", "Der Pro-Tarif umfasst keine Sensoren."))
                .isTrue();
    }

    @Test
    void whatWasTranslatedIsNot() {
        var translated = new Finding("Das gilt nicht für Pro.", "This does not hold for Pro.", "translated", "");
        assertThat(new Untranslated(SHIPPED, "de").is(translated)).isFalse();
    }
}
