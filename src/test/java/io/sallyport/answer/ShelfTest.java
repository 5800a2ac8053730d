package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Specialist;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.OnnxEmbedder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which of a company's articles each specialist may look up. */
class ShelfTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Embedder EMBEDDER = new OnnxEmbedder(BgeSmall.load());

    private final KnowledgeBase articles = KnowledgeBase.inMemory(EMBEDDER, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        articles.close();
    }

    private void write(String slug, Optional<String> productArea, String... tags) {
        articles.save(
                new ArticleDraft(
                        slug,
                        slug,
                        Optional.empty(),
                        Audience.PUBLIC,
                        productArea,
                        List.of(tags),
                        true,
                        "Text.",
                        List.of(new Revision.Section("intro", List.of(), "Text."))),
                List.of(new Review(NOW.minus(Duration.ofDays(5)), "Mara Lindqvist", Review.How.PERSON)));
    }

    private List<Specialist> whoHolds(String slug) {
        return Arrays.stream(Specialist.values())
                .filter(one -> new Shelf(articles, one).read(slug).isPresent())
                .toList();
    }

    @Test
    void anArticleFiledUnderACompanysOwnWordsIsEveryones() {
        write("lenses", Optional.of("Cameras"), "night-vision");
        assertThat(whoHolds("lenses")).containsExactly(Specialist.values());
    }

    @Test
    void anArticleFiledUnderNothingIsEveryones() {
        write("about-us", Optional.empty());
        assertThat(whoHolds("about-us")).containsExactly(Specialist.values());
    }

    @Test
    void anArticleFiledUnderSomebodysWordsIsTheirs() {
        write("refunds", Optional.empty(), "billing", "night-vision");
        assertThat(whoHolds("refunds")).isNotEmpty().hasSizeLessThan(Specialist.values().length);
    }
}
