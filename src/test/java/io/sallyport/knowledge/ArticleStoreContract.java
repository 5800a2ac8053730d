package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static io.sallyport.knowledge.Articles.draft;
import static io.sallyport.knowledge.Articles.internal;
import static io.sallyport.knowledge.Articles.on;
import static io.sallyport.knowledge.Articles.tagged;
import static io.sallyport.knowledge.Articles.unpublished;
import static io.sallyport.knowledge.Articles.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.SourceRef;
import io.sallyport.knowledge.ArticleStore.Change;
import io.sallyport.knowledge.ArticleStore.Reviewing;
import io.sallyport.knowledge.Review.How;
import io.sallyport.knowledge.Revision.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every article store does. */
abstract class ArticleStoreContract {

    abstract ArticleStore store();

    private ArticleStore.Saved save(ArticleDraft draft, Review... offered) {
        return store().save(draft, Stream.of(offered).map(OfferedReview::of).toList(), NOON);
    }

    private Optional<Review> reviewAfter(ArticleDraft draft, OfferedReview offered) {
        return store().save(draft, List.of(offered), NOON).article().review();
    }

    @Test
    void keepsEverythingOfAnArticle() {
        var sections = List.of(
                new Section("intro", List.of(), "Text."), new Section("how", List.of("Top", "How?"), "- one\n- two"));
        var draft = new ArticleDraft(
                "billing/refunds",
                "Refunds",
                Optional.of("Ann"),
                Audience.INTERNAL,
                Optional.of("billing"),
                List.of("a", "b"),
                true,
                "# markdown",
                sections);
        save(draft, on("2026-11-01", How.FRONT_MATTER));

        var article = store().find("billing/refunds").orElseThrow();
        var revision = store().findRevision(article.ref()).orElseThrow();

        assertThat(article)
                .isEqualTo(new Article(
                        "billing/refunds",
                        1,
                        "Refunds",
                        Optional.of("Ann"),
                        Audience.INTERNAL,
                        Optional.of("billing"),
                        List.of("a", "b"),
                        new Standing.Published(),
                        Optional.of(on("2026-11-01", How.FRONT_MATTER)),
                        NOON));
        assertThat(revision)
                .isEqualTo(new Revision(
                        new SourceRef("article:billing/refunds", 1),
                        "Refunds",
                        Optional.of("Ann"),
                        Audience.INTERNAL,
                        true,
                        true,
                        Optional.of(on("2026-11-01", How.FRONT_MATTER)),
                        NOON,
                        "# markdown",
                        sections));
        assertThat(revision.text()).isEqualTo("Text.\n\nTop\n\nHow?\n\n- one\n- two");
    }

    @Test
    void makesARevisionOnlyWhenTheContentChanges() {
        assertThat(save(draft("a", "One.")).change()).isEqualTo(Change.NEW);
        assertThat(save(draft("a", "One.  \n")).change()).isEqualTo(Change.UNCHANGED);
        assertThat(save(tagged(draft("a", "One."), "new")).change()).isEqualTo(Change.UNCHANGED);
        assertThat(store().find("a").orElseThrow().tags()).containsExactly("new");
        assertThat(save(draft("a", "Two.")).change()).isEqualTo(Change.CHANGED);
        assertThat(store().find("a").orElseThrow().revision()).isEqualTo(2);
        assertThat(store().listRevisions("a"))
                .extracting(Revision::markdown, Revision::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Two.", true),
                        org.assertj.core.groups.Tuple.tuple("One.", false));
    }

    @Test
    void showingAnInternalArticleToThePublicIsAnEdit() {
        save(internal(draft("a", "One.")), on("2026-11-01", How.FRONT_MATTER));
        assertThat(save(draft("a", "One.")).change()).isEqualTo(Change.CHANGED);
        assertThat(store().find("a").orElseThrow().review()).isEmpty();
    }

    @Test
    void anEditResetsReviewEvenWhenTheOldDateStillStandsInTheFile() {
        var old = on("2026-11-01", How.FRONT_MATTER);
        save(draft("a", "One."), old);
        assertThat(save(draft("a", "Two."), old).article().review()).isEmpty();
        assertThat(save(draft("a", "Two."), old).article().review()).isEmpty();
        var earlier = on("2026-10-01", How.FILE);
        assertThat(save(draft("a", "Two."), earlier).article().review()).isEmpty();

        var newer = on("2026-11-02", How.FRONT_MATTER);
        assertThat(save(draft("a", "Two."), newer).article().review()).contains(newer);
        assertThat(store().findRevision(Article.ref("a", 1)).orElseThrow().review())
                .contains(old);
    }

    @Test
    void aPersonWhoVouchesForTheImportMeansTheEditedText() {
        save(draft("a", "One."), on("2026-11-01", How.FRONT_MATTER));
        var assumed = on("2026-10-15", How.ASSUMED);
        assertThat(save(draft("a", "Two."), on("2026-11-01", How.FRONT_MATTER), assumed)
                        .article()
                        .review())
                .contains(assumed);
    }

    @Test
    void theNewestReviewOfTheCurrentRevisionCounts() {
        save(draft("a", "One."), on("2026-11-01", How.FILE));
        assertThat(save(draft("a", "One."), on("2026-10-01", How.FILE))
                        .article()
                        .review())
                .contains(on("2026-11-01", How.FILE));
        assertThat(store().review("a", 1, on("2026-11-10", How.PERSON))).isEqualTo(new Reviewing.Taken());
        assertThat(store().find("a").orElseThrow().review()).contains(on("2026-11-10", How.PERSON));
    }

    @Test
    void aDayThatStoodOnAnEarlierRevisionNeverVouchesForAnEdit() {
        var farEast = written("2026-11-15", "2026-11-14T22:00:00Z");
        assertThat(reviewAfter(draft("a", "One."), farEast)).isPresent();
        assertThat(reviewAfter(draft("a", "Two."), written("2026-11-15", "2026-11-15T00:00:00Z")))
                .isEmpty();
        assertThat(reviewAfter(draft("a", "Two."), written("2026-11-16", "2026-11-15T22:00:00Z")))
                .isPresent();
    }

    @Test
    void norDoesADayThatDidNotCountThere() {
        save(draft("a", "One."));
        assertThat(reviewAfter(draft("a", "One."), written("2026-11-15"))).isEmpty();
        var sameDay = written("2026-11-15", "2026-11-15T00:00:00Z");
        assertThat(reviewAfter(draft("a", "Two."), sameDay)).isEmpty();
        assertThat(reviewAfter(draft("b", "One."), written("2026-11-15"))).isEmpty();
        assertThat(reviewAfter(draft("b", "One."), sameDay)).isPresent();
    }

    @Test
    void aSlipIntoADistantYearDoesNotBarEveryLaterDay() {
        reviewAfter(draft("a", "One."), written("2062-11-15"));
        assertThat(reviewAfter(draft("a", "Two."), written("2026-11-15", "2026-11-15T00:00:00Z")))
                .isPresent();
    }

    @Test
    void reviewsOnlyTheRevisionThatIsCurrent() {
        save(draft("a", "One."));
        save(draft("a", "Two."));
        var review = on("2026-11-10", How.PERSON);
        assertThat(store().review("a", 1, review)).isEqualTo(new Reviewing.NotCurrent(2));
        assertThat(store().review("a", 3, review)).isEqualTo(new Reviewing.NotCurrent(2));
        assertThat(store().listRevisions("a"))
                .allSatisfy(revision -> assertThat(revision.review()).isEmpty());
        assertThat(store().review("missing", 1, review)).isEqualTo(new Reviewing.NoSuchArticle());
    }

    @Test
    void aWithdrawnArticleStaysSoThroughImports() {
        save(draft("a", "One."));
        var withdrawn = StandingChange.withdrawn("Ada Field", "wrong prices", NOON);
        var reinstated = StandingChange.reinstated("Pedro Salgado", "mended", NOON.plusSeconds(60));
        assertThat(store().change("a", reinstated)).isFalse();
        assertThat(store().change("a", withdrawn)).isTrue();
        assertThat(store().change("a", withdrawn)).isFalse();
        save(draft("a", "Two."));
        assertThat(standing("a")).isEqualTo(new Standing.Withdrawn("Ada Field", "wrong prices", NOON));
        assertThat(isPublished("a", 2)).isFalse();
        assertThat(store().stamps()).isEmpty();
        assertThat(store().change("a", reinstated)).isTrue();
        assertThat(standing("a")).isEqualTo(new Standing.Published());
        assertThat(isPublished("a", 2)).isTrue();
        assertThat(store().stamps()).containsOnlyKeys("a");
        assertThat(store().listChanges("a")).containsExactly(withdrawn, reinstated);
        save(unpublished(draft("a", "Two.")));
        assertThat(standing("a")).isEqualTo(new Standing.Unpublished());
        assertThat(store().change("missing", withdrawn)).isFalse();
        assertThat(store().listChanges("missing")).isEmpty();
    }

    @Test
    void aHeldArticleIsUnpublishedUntilItIsReleased() {
        save(draft("a", "One."), on("2026-11-01", How.FRONT_MATTER));
        assertThat(store().change("a", StandingChange.held("a.md:3: no date", NOON)))
                .isTrue();
        assertThat(store().change("a", StandingChange.held("a.md:4: another", NOON)))
                .isFalse();
        assertThat(standing("a")).isEqualTo(new Standing.Held("a.md:3: no date", NOON));
        assertThat(isPublished("a", 1)).isFalse();
        assertThat(store().stamps()).containsOnlyKeys("a");
        store().change("a", StandingChange.withdrawn("Ada Field", "wrong prices", NOON));
        assertThat(standing("a")).isInstanceOf(Standing.Withdrawn.class);
        store().change("a", StandingChange.reinstated("Ada Field", "mended", NOON));
        assertThat(standing("a")).isInstanceOf(Standing.Held.class);
        assertThat(store().change("a", StandingChange.released(NOON))).isTrue();
        assertThat(store().change("a", StandingChange.released(NOON))).isFalse();
        assertThat(standing("a")).isEqualTo(new Standing.Published());
    }

    private Standing standing(String slug) {
        return store().find(slug).orElseThrow().standing();
    }

    private boolean isPublished(String slug, int revision) {
        return store().findRevision(Article.ref(slug, revision)).orElseThrow().published();
    }

    @Test
    void findsOnlyWhatIsThere() {
        save(draft("b", "Text."));
        save(draft("a", "Text."));
        assertThat(store().list()).extracting(Article::slug).containsExactly("a", "b");
        assertThat(store().findAll(Set.of("a", "c"))).containsOnlyKeys("a");
        assertThat(store().find("c")).isEmpty();
        assertThat(store().findRevision(Article.ref("a", 2))).isEmpty();
        assertThat(store().findRevision(new SourceRef("account:a", 1))).isEmpty();
        assertThat(store().listRevisions("c")).isEmpty();
    }

    @Test
    void theStampChangesWithWhateverTheSearchKnows() {
        save(draft("a", "One."));
        var first = store().stamps().get("a");
        save(draft("a", "One."), on("2026-11-01", How.FILE));
        assertThat(store().stamps()).containsEntry("a", first);
        save(tagged(draft("a", "One."), "other"));
        var second = store().stamps().get("a");
        save(tagged(draft("a", "Two."), "other"));
        assertThat(List.of(first, second, store().stamps().get("a"))).doesNotHaveDuplicates();
    }
}
