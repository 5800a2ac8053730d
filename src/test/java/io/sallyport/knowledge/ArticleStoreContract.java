package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static io.sallyport.knowledge.Articles.draft;
import static io.sallyport.knowledge.Articles.internal;
import static io.sallyport.knowledge.Articles.on;
import static io.sallyport.knowledge.Articles.tagged;
import static io.sallyport.knowledge.Articles.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.SourceRef;
import io.sallyport.knowledge.ArticleStore.Change;
import io.sallyport.knowledge.Review.How;
import io.sallyport.knowledge.Revision.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every article store does. */
abstract class ArticleStoreContract {

    abstract ArticleStore store();

    private ArticleStore.Saved save(ArticleDraft draft, Review... offered) {
        return store().save(draft, List.of(offered), NOON);
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
                        true,
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
        assertThat(revision.text()).isEqualTo("Text.\n\nHow?\n\n- one\n- two");
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
        assertThat(store().review("a", on("2026-11-10", How.PERSON))).isTrue();
        assertThat(store().find("a").orElseThrow().review()).contains(on("2026-11-10", How.PERSON));
        assertThat(store().review("missing", on("2026-11-10", How.PERSON))).isFalse();
    }

    @Test
    void anArticleTakenBackStaysSoThroughImports() {
        save(draft("a", "One."));
        assertThat(store().takeBack("a", true)).isTrue();
        save(draft("a", "Two."));
        assertThat(store().find("a").orElseThrow().published()).isFalse();
        assertThat(store().findRevision(Article.ref("a", 2)).orElseThrow().published())
                .isFalse();
        store().takeBack("a", false);
        assertThat(store().find("a").orElseThrow().published()).isTrue();
        save(unpublished(draft("a", "Two.")));
        assertThat(store().find("a").orElseThrow().published()).isFalse();
        assertThat(store().takeBack("missing", true)).isFalse();
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
