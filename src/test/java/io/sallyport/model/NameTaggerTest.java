package io.sallyport.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameTaggerTest {

    private final BgeSmall network = BgeSmall.load();
    private final NameTagger names = NameTagger.shipped(network);

    @AfterAll
    void close() {
        network.close();
    }

    private List<String> in(String text) {
        return names.in(text).stream().map(found -> found.span().in(text)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello, my name is Oddny Brekke and I have a question.           | Oddny Brekke
            The invoice was paid by Tobias van der Meulen last week.        | Tobias van der Meulen
            Could you ask Mrs. Pettersson to ring me?                       | Pettersson
            Yours, Wiktoria J. Zawada                                       | Wiktoria J. Zawada
            hi, this is eilidh mackay, the hub is dead                      | eilidh mackay
            O'Leary told me to write to you.                                | O'Leary
            """)
    void findsNamesThatItNeverSaw(String text, String name) {
        assertThat(in(text)).contains(name);
    }

    @Test
    void aMessageThatTriageHasReadIsNotReadAgain() {
        var text = "Please ask Aurelija Petrauskas.";
        NameTagger finder;
        try (var closed = BgeSmall.load()) {
            finder = NameTagger.shipped(closed);
            finder.in("Please, Aurelija Petrauskas"); // each of the words by itself
            new OnnxEmbedder(closed).embed(text);
        }
        assertThat(finder.in(text).stream().map(found -> found.span().in(text))).containsExactlyElementsOf(in(text));
    }

    @Test
    void whoIsNamedOnceIsMaskedWhereverTheyStand() {
        assertThat(in("My name is Aurelija Petrauskas.\n\nBest\nAurelija")).contains("Aurelija");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The sensor has been offline since Tuesday.",
                "Please open Settings and choose the billing page.",
                "How do I cancel my plan at the end of the month?",
                "",
                "???",
                "12345",
            })
    void leavesWhatIsNobody(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void readsTextsLongerThanTheNetworkAndWordsWithoutBlanks() {
        var text = "The hub is offline again. ".repeat(200) + "漢字".repeat(800) + " Regards, Oddny Brekke";

        assertThat(in(text)).contains("Oddny Brekke");
    }
}
