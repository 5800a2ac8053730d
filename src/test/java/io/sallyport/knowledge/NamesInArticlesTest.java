package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static io.sallyport.knowledge.Articles.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.model.Embedder;
import io.sallyport.testkit.SettableClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInArticlesTest {

    /** Nothing is searched for by meaning here. */
    private static final Embedder ALL_ALIKE = new Embedder() {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1, 0};
        }
    };

    private final KnowledgeBase articles = KnowledgeBase.inMemory(ALL_ALIKE, new SettableClock(NOON));

    @BeforeEach
    void write() {
        save("descale", "Take the Heron off its base. Open Menu, then Descale, and pour vinegar into the Heron.");
        save("filter", "A new filter for the Heron lies beside the menu card. Our shop in Ghent has more.");
        save("timer", "Set the timer of your Heron. The menu shows what is left, and Mistral is quicker than that.");
        save("lid", "The lid fits Mistral, too. The menu of today is on the door.");
    }

    @AfterEach
    void close() {
        articles.close();
    }

    private void save(String slug, String text) {
        articles.save(draft(slug, text), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Would the Heron survive in a sauna?",
                "We have four Herons in the choir room.",
                "My Heron's handle is loose.",
                "can a heron stand outdoors",
                "HERON BROKEN",
            })
    void areWhatAtLeastThreeArticlesCallByName(String text) {
        assertThat(articles.isOurNameIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On our pond lives a heron, what does it eat?",
                "Is Mistral blowing in Marseille today?",
                "Which tram goes to the museum in Ghent?",
                "The Menu of your canteen, please.",
                "what is on the menu",
                "",
            })
    void areNoWordsOfLanguageAndNothingOnceSaid(String text) {
        assertThat(articles.isOurNameIn(text)).isFalse();
    }

    @Test
    void areThoseOfTheArticlesAsTheyAreNow() {
        save("timer", "Set the timer of your kettle. The menu shows what is left.");
        assertThat(articles.isOurNameIn("Would the Heron survive in a sauna?")).isFalse();

        save("lid", "The lid fits the Heron, too.");
        assertThat(articles.isOurNameIn("Would the Heron survive in a sauna?")).isTrue();
    }
}
