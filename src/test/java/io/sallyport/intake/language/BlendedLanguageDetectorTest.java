package io.sallyport.intake.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.text.LanguageDetector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BlendedLanguageDetectorTest {

    private static final LanguageDetector DETECTOR = BlendedLanguageDetector.load();

    @Test
    void tellsShortMessagesInManyLanguagesApart() throws IOException {
        List<String[]> messages = messages();
        List<String> wrong = messages.stream()
                .filter(message -> !DETECTOR.detect(message[1]).code().equals(message[0]))
                .map(message -> message[0] + ": " + message[1] + " -> " + DETECTOR.detect(message[1]))
                .toList();

        assertThat((double) wrong.size() / messages.size()).as(wrong.toString()).isLessThanOrEqualTo(0.03);
    }

    @Test
    void takesNoShortEnglishMessageForAnotherLanguage() throws IOException {
        assertThat(messages().stream()
                        .filter(message -> message[0].equals("en"))
                        .map(message -> DETECTOR.detect(message[1]).code()))
                .containsOnly("en");
    }

    @Test
    void readsTheWordsNotTheAddressesAndNumbers() {
        assertThat(DETECTOR.detect("HL-20931 https://www.bestellung.example/rechnung a@rechnung.example where is it?")
                        .code())
                .isEqualTo("en");
        assertThat(DETECTOR.detect("Bitte HL-20931 umtauschen, danke. https://help.example/return")
                        .code())
                .isEqualTo("de");
    }

    @Test
    void cannotTellWithoutWords() {
        assertThat(DETECTOR.detect("")).isEqualTo(LanguageDetector.Language.UNKNOWN);
        assertThat(DETECTOR.detect("12 34 +++ \uD83D\uDE00")).isEqualTo(LanguageDetector.Language.UNKNOWN);
    }

    private static List<String[]> messages() throws IOException {
        try (var in = Objects.requireNonNull(
                BlendedLanguageDetectorTest.class.getResourceAsStream("/io/sallyport/intake/languages.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
