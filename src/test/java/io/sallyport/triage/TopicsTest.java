package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Category;
import io.sallyport.model.classify.TextClassifier.Alike;
import io.sallyport.triage.Examples.Example;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final Topics topics = Topics.of(
            List.of(example("refunds"), example("refunds"), example("pairing"), example("")), List.of(example("")));

    private static Example example(String topic) {
        return new Example(
                "id", "text", Optional.of(Category.BILLING), Optional.of(topic).filter(slug -> !slug.isEmpty()));
    }

    @Test
    void namesTheTopicThatEnoughOfTheVotesAgreeOn() {
        assertThat(topics.among(
                        List.of(new Alike(2, 0.35), new Alike(0, 0.25), new Alike(1, 0.25), new Alike(4, 0.15))))
                .contains("refunds");
    }

    @Test
    void namesNoneWhereTheVotesAreScattered() {
        assertThat(topics.among(List.of(new Alike(0, 0.39), new Alike(2, 0.31), new Alike(4, 0.3))))
                .isEmpty();
    }

    @Test
    void namesNoneWhereMostOfTheMessagesLikeItHaveNoArticle() {
        assertThat(topics.among(List.of(new Alike(0, 0.45), new Alike(3, 0.3), new Alike(4, 0.25))))
                .isEmpty();
    }

    @Test
    void namesNoneWithoutExamples() {
        assertThat(topics.among(List.of())).isEmpty();
    }
}
