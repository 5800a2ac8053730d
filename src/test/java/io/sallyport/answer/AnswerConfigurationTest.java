package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Safeguards;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.StubModels;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerConfigurationTest {

    /** Everything means the same to it. */
    private static final Embedder EMBEDDER = new Embedder() {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1};
        }
    };

    private static Composer composer(String specialist) {
        try (var stub = StubModels.start(new Script.Refuses());
                var articles = KnowledgeBase.inMemory(EMBEDDER, InstantSource.system())) {
            var settings = ModelKit.settings(stub, stub, Map.of("specialist", specialist));
            var models =
                    new Models(settings, ModelKit.vendors(settings), Safeguards.only(_ -> {}, Duration.ofSeconds(1)));
            return AnswerConfiguration.answering(
                    EMBEDDER, Precedents.none(EMBEDDER), models, articles, new NoRecords(), InstantSource.system(), "");
        }
    }

    @Test
    void quotesWhenNoModelPlaysTheSpecialist() {
        assertThat(composer(Models.EMBEDDED)).isInstanceOf(ExtractiveComposer.class);
    }

    @Test
    void writesByModelWhenOneDoes() {
        assertThat(composer("anthropic:some-model")).isInstanceOf(ModelComposer.class);
    }
}
