package io.sallyport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Look at invoice no. 42 in the list.",
                "We close at 5 p.m. on Fridays.",
                "We close at 5 p.m. Eastern on Fridays.",
                "Use a browser, e.g. Firefox or Chrome.",
                "The plan costs $4.50 a month.",
                "Version 4.8.2 is current.",
                "Open https://app.example.com/a.b?c=d. it is safe",
                "Write to help@example.co.uk today.",
                "Mr. J. R. Smith and Dr. Lee signed it.",
                "It takes approx. 3 hours.",
                "We ship to P.O. boxes.",
                "Acme Inc. and Beta Ltd. are partners.",
                "Wait... then try again.",
                "She asked \"Really?\" and left.",
                "Search with Yahoo! and others.",
                "The manual (see fig. 3. It is on page 2.) explains it.",
                "The U.S. government agrees.",
                "It ends on Oct. 5 for all.",
                "Choose Settings › Plan and confirm."
            })
    void keepsOneSentenceWhole(String text) {
        assertThat(SentenceSplitter.split(text)).hasSizeLessThanOrEqualTo(text.startsWith("Open h") ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is free. You can cancel.|It is free.|You can cancel.",
                "The answer is no. You cannot.|The answer is no.|You cannot.",
                "We close at 5 p.m. Please wait.|We close at 5 p.m.|Please wait.",
                "Choose option B. Then go on.|Choose option B.|Then go on.",
                "It runs at 5 V and 1 A. The unit has no battery.|It runs at 5 V and 1 A.|The unit has no battery.",
                "It costs $4. Cancel any time.|It costs $4.|Cancel any time.",
                "\"Stop!\" The siren ends.|\"Stop!\"|The siren ends.",
                "Use iOS. iPads work too.|Use iOS.|iPads work too.",
                "Is it on? Check the light.|Is it on?|Check the light.",
                "open settings. then press it|open settings.|then press it",
                "See https://a.example/x. Then go.|See https://a.example/x.|Then go.",
                "So do I. You should.|So do I.|You should.",
                "Sign in etc. Then leave.|Sign in etc.|Then leave."
            })
    void breaksBetweenTwo(String text, String first, String second) {
        assertThat(SentenceSplitter.split(text)).containsExactly(first, second);
    }

    @Test
    void stepsBulletsHeadingsAndRowsAreSentencesWithoutTheirMarkers() {
        var text =
                "## 3. How to reset\n\nDo this:\n1. Hold the button\n2. Wait for 5 s\n- Free plan\n* Pro plan\n\n| Plan | Price |\n|---|---|\n| Pro | $24 |";
        assertThat(SentenceSplitter.split(text))
                .containsExactly(
                        "How to reset",
                        "Do this:",
                        "Hold the button",
                        "Wait for 5 s",
                        "Free plan",
                        "Pro plan",
                        "| Plan | Price |",
                        "| Pro | $24 |");
    }

    @Test
    void joinsLinesThatAMailProgramWrapped() {
        var text =
                "When the hub is offline for more than thirty minutes the readings are\nkept on it. Then they are sent.";
        assertThat(SentenceSplitter.split(text)).hasSize(2).first().asString().endsWith("are kept on it.");
    }

    @Test
    void stepsInOneLineAreApart() {
        assertThat(SentenceSplitter.split("1. Open it. 2. Press the key. 3. Wait."))
                .containsExactly("Open it.", "Press the key.", "Wait.");
    }

    @Test
    void losesNoWordWhateverTheInput() {
        long seed = 20261120;
        var random = new Random(seed);
        var parts = List.of(
                "no.", "p.m.", "Open", "5", "$4.50", "(see", "it)", "\n", "\n\n", "- ", "?", "...", "“Yes.”", "e.g.",
                "A.", "·");
        for (int run = 0; run < 2_000; run++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(parts.get(random.nextInt(parts.size()))).append(random.nextBoolean() ? " " : "");
            }
            String joined = String.join(" ", SentenceSplitter.split(text.toString()));
            var letters = text.toString().replaceAll("[^\\p{L}$]", "");
            assertThat(joined.replaceAll("[^\\p{L}$]", ""))
                    .as("seed %d, text %s", seed, text)
                    .isEqualTo(letters);
        }
    }
}
