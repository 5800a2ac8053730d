package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.language.Role;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two articles disagree, and research, which looked around the question, found neither of them. */
class DissentTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Embedder EMBEDDER = new OnnxEmbedder(BgeSmall.load());
    private static final Evidence NOTHING = new Evidence("", List.of(), List.of());

    private static final String FIVE = "Refunds to a credit card take 5 days.";
    private static final String TEN = "Refunds to a credit card take 10 days.";

    private final KnowledgeBase articles = KnowledgeBase.inMemory(EMBEDDER, CLOCK);

    @AfterEach
    void close() {
        articles.close();
    }

    private void write(String slug, Audience audience, String text) {
        write(slug, audience, text, new Revision.Section("intro", List.of(), text));
    }

    private void write(String slug, Audience audience, String text, Revision.Section... sections) {
        articles.save(
                new ArticleDraft(
                        slug,
                        slug,
                        Optional.empty(),
                        audience,
                        Optional.empty(),
                        List.of(),
                        true,
                        text,
                        List.of(sections)),
                List.of(new Review(NOW.minus(Duration.ofDays(5)), "Mara Lindqvist", Review.How.PERSON)));
    }

    private void write(String slug, String text) {
        write(slug, Audience.PUBLIC, text);
    }

    private Optional<Evidence.Contradiction> find(String... quotes) {
        return new Dissent(articles)
                .find(Stream.of(quotes)
                        .map(quote -> new Citation(Article.ref("refunds", 1), quote))
                        .toList());
    }

    private Composition composeByModel() {
        try (var stub = new JudgeKit()) {
            stub.play(
                    new Script.Writes(Moves.tool("search_articles", "refunds to a card")),
                    new Script.Writes(Moves.answer(new Moves.Said(FIVE, "article:refunds", 1, FIVE))));
            CaseRecord record = ComposerUnderFault.record("en");
            var model = stub.models().find(Role.SPECIALIST).orElseThrow();
            var quoting = new ExtractiveComposer(EMBEDDER, Precedents.none(EMBEDDER), "");
            return new ModelComposer(model, articles, new NoRecords(), quoting, "", CLOCK)
                    .compose(record, NOTHING, List.of());
        }
    }

    @Test
    void aModelsAnswerFromWhatItLookedUpItselfIsNotSentAgainstAnotherArticle() {
        write("refunds", FIVE);
        assertThat(composeByModel()).isInstanceOf(Composition.Written.class);
        write("cards", TEN);
        assertThat(composeByModel())
                .isInstanceOfSatisfying(
                        Composition.Declined.class,
                        it -> assertThat(it.why().because()).isEqualTo("two articles disagree: " + FIVE + " | " + TEN));
    }

    @Test
    void isLookedForByTheWholeSentenceThatIsQuotedFrom() {
        write("refunds", "Parcels are sent on Mondays. " + FIVE);
        write("cards", "Ask at the counter. " + TEN);
        assertThat(find("5 days")).isPresent();
        assertThat(find("Parcels are sent on Mondays. " + FIVE)).isPresent();
    }

    @Test
    void whatIsNotQuotedMayDisagree() {
        write("refunds", "Parcels are sent on Mondays. " + FIVE);
        write("cards", TEN);
        assertThat(find("Parcels are sent on Mondays.")).isEmpty();
    }

    @Test
    void whatCustomersMayNotReadDoesNotCount() {
        write("refunds", FIVE);
        write("cards", Audience.INTERNAL, TEN);
        assertThat(find(FIVE)).isEmpty();
        write("terms", TEN);
        articles.withdraw("terms", "Mara Lindqvist", "being rewritten");
        assertThat(find(FIVE)).isEmpty();
    }

    @Test
    void aReceiptHasNoNeighbours() {
        assertThat(new Dissent(articles).find(List.of(new Citation(new SourceRef("receipt:1", 1), FIVE))))
                .isEmpty();
    }

    @Test
    void aHeadingThatIsCitedQuotesNothingOfWhatOtherSectionsSay() {
        String refused = "They are never paid out.";
        String post = "Gift cards by post take 5 days to arrive.";
        write(
                "refunds",
                Audience.PUBLIC,
                refused + " " + post,
                new Revision.Section("cards", List.of("2. Gift cards"), refused),
                new Revision.Section("post", List.of("By post"), post));
        write("cards", "Gift cards by post take 3 days to arrive.");
        assertThat(find(post)).isPresent();
        assertThat(find("Gift cards", refused)).isEmpty();
    }

    @Test
    void aQuoteStandsInNoSentenceThatOnlyHasItWithinAWord() {
        write("refunds", "Parcels take 5 days to arrive. Refunds to a credit card take 15 days.");
        write("cards", TEN);
        assertThat(find("15 days")).isPresent();
        assertThat(find("5 days")).isEmpty();
    }
}
