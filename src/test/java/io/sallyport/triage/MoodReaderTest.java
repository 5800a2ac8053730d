package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Mood;
import io.sallyport.text.phrases.PlainWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodReaderTest {

    private final MoodReader moods = new MoodReader();

    private Mood read(String text) {
        return moods.read(PlainWords.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALM       | Which plug does the charger have?",
                "HAPPY      | The new kettle is brilliant, well done.",
                "FRUSTRATED | I am really disappointed with this kettle.",
                "ANGRY      | This is outrageous, you are crooks."
            })
    void readsTheMoodFromTheWords(Mood mood, String text) {
        assertThat(read(text)).isEqualTo(mood);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HAPPY      | The lid works perfectly now.",
                "HAPPY      | Since the repair it runs like a charm.",
                "HAPPY      | Thanks for the quick reply.",
                "FRUSTRATED | The lid is loose, please fix it.",
                "FRUSTRATED | The lid is loose, fix it please.",
                "FRUSTRATED | That is not good enough.",
                "FRUSTRATED | I can't get in.",
                "ANGRY      | Enough is enough.",
                "CALM       | Is one jug enough for two people?"
            })
    void readsPhrasesOfSeveralWords(Mood mood, String text) {
        assertThat(read(text)).isEqualTo(mood);
    }

    @Test
    void theStrongestWordCounts() {
        assertThat(read("The kettle is brilliant, but I am disappointed with the cable."))
                .isEqualTo(Mood.FRUSTRATED);
        assertThat(read("I am disappointed with the cable. This is outrageous."))
                .isEqualTo(Mood.ANGRY);
        assertThat(read("The kettle is brilliant, the invoice is outrageous.")).isEqualTo(Mood.ANGRY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A longer cable would be great.",
                "I am not very happy about the colour.",
            })
    void praiseOfWhatIsNotThereIsNoPraise(String text) {
        assertThat(read(text)).isNotEqualTo(Mood.HAPPY);
    }
}
