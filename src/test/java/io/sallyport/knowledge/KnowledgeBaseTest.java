package io.sallyport.knowledge;

import static io.sallyport.knowledge.Articles.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Passage;
import io.sallyport.knowledge.ArticleStore.Change;
import io.sallyport.knowledge.ArticleStore.Reviewing;
import io.sallyport.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBaseTest {

    private static final String HEAD = """
            ---
            title: %s
            reviewed: 2026-11-01
            reviewed_by: Mara Lindqvist
            product_area: %s
            tags: [%s]
            ---
            """;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(NOON);
    private final KnowledgeBase articles = KnowledgeBase.inMemory(Engine.EMBEDDER, clock);

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private ImportReport load() throws IOException {
        return articles.importDirectory(folder, ImportOptions.NONE, Progress.SILENT);
    }

    private Passage best(String question) {
        return articles.search(question, 1, Scope.EVERYTHING).getFirst().passage();
    }

    private void writeThree() throws IOException {
        write(
                "refunds.md",
                HEAD.formatted("Refunds", "billing", "money") + "## How long?\n\nA refund takes five business days.");
        write(
                "hub/lights.md",
                HEAD.formatted("Hub lights", "devices", "hub") + "A red light means a fault, error E42.");
        write(
                "password.md",
                HEAD.formatted("Reset your password", "account", "sign-in") + "Use the link on the sign-in page.");
    }

    @Test
    void importingTwiceAddsNothing() throws IOException {
        writeThree();
        assertThat(load().count(Change.NEW)).isEqualTo(3);
        var again = load();
        assertThat(again.count(Change.UNCHANGED)).isEqualTo(3);
        assertThat(articles.list())
                .allSatisfy(article -> assertThat(article.revision()).isEqualTo(1));
        assertThat(articles.search("refund", 50, Scope.EVERYTHING)).hasSize(3);
    }

    @Test
    void findsByWordsAndByMeaning() throws IOException {
        writeThree();
        load();
        assertThat(best("what does E42 mean").id()).isEqualTo("article:hub/lights#intro");
        var meant = articles.search("how do I get my money back", 1, Scope.EVERYTHING)
                .getFirst();
        assertThat(meant.passage().id()).isEqualTo("article:refunds#how-long");
        assertThat(meant.passage().heading()).isEqualTo("Refunds › How long?");
        assertThat(meant.coverage()).isZero();
        assertThat(meant.cosine()).isGreaterThan(0.55);
    }

    @Test
    void saysHowMuchOfTheQuestionAPassageHolds() throws IOException {
        writeThree();
        load();
        var hit = articles.search("refund E42", 3, Scope.EVERYTHING).stream()
                .filter(one -> one.article().slug().equals("refunds"))
                .findFirst()
                .orElseThrow();
        assertThat(hit.coverage()).isBetween(0.2, 0.8);
        assertThat(hit.bm25()).isPositive();
        assertThat(articles.search("  ", 3, Scope.EVERYTHING)).isEmpty();
        assertThat(articles.search("?", 3, Scope.EVERYTHING)).hasSize(3);
    }

    @Test
    void anEditedArticleIsFoundInItsNewWordsAndHasToBeReviewedAgain() throws IOException {
        writeThree();
        load();
        write(
                "refunds.md",
                HEAD.formatted("Refunds", "billing", "money") + "## How long?\n\nA refund takes nine business days.");
        var report = load();
        assertThat(report.count(Change.CHANGED)).isEqualTo(1);
        assertThat(report.notes())
                .containsExactly("refunds.md: edited since its last review, so it has to be reviewed again");
        assertThat(best("how long does a refund take").text()).contains("nine");
        assertThat(best("how long does a refund take").source()).isEqualTo(Article.ref("refunds", 2));
        assertThat(best("how long does a refund take").notCitable()).contains("never reviewed by a person");

        assertThat(articles.review("refunds", 2, "Pedro Salgado", clock.instant()))
                .isEqualTo(new Reviewing.Taken());
        assertThat(best("how long does a refund take").isCitable()).isTrue();
    }

    @Test
    void mayBeQuotedForNinetyDaysAndNotASecondLonger() throws IOException {
        writeThree();
        load();
        clock.set(Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofDays(90)));
        assertThat(best("refund").notCitable()).isEmpty();
        clock.tick(Duration.ofSeconds(1));
        assertThat(best("refund").notCitable()).contains("reviewed 2026-11-01, more than 90 days ago");
    }

    @Test
    void internalAndUnpublishedArticlesAreFoundButNotQuoted() throws IOException {
        write("a.md", "---\naudience: internal\n---\nThe floor price of elephants is three dollars.");
        write("b.md", "---\ndraft: true\n---\nGiraffes eat leaves.");
        write("c.md", "Zebras sleep standing.");
        articles.importDirectory(folder, ImportOptions.assumeReviewed(NOON, "Mara Lindqvist"), Progress.SILENT);
        assertThat(best("price of elephants").notCitable()).contains("internal");
        assertThat(best("what do giraffes eat").notCitable()).contains("not published");
        assertThat(best("how do zebras sleep").notCitable()).isEmpty();
    }

    @Test
    void aWithdrawnArticleIsNotFoundUntilItIsReinstated() throws IOException {
        writeThree();
        load();
        assertThat(articles.withdraw("refunds", "Ada Field", "moved")).isTrue();
        assertThat(slugs(Scope.EVERYTHING)).containsExactlyInAnyOrder("hub/lights", "password");
        assertThat(articles.whyNotCitable(articles.find("refunds").orElseThrow()))
                .contains("withdrawn on 2026-11-20 by Ada Field");
        Files.delete(folder.resolve("refunds.md"));
        assertThat(load().absent()).isEmpty();
        assertThat(articles.reinstate("refunds", "Ada Field", "it stays")).isTrue();
        assertThat(best("refund").isCitable()).isTrue();
        assertThatThrownBy(() -> articles.withdraw("refunds", "support bot", "old"))
                .hasMessageContaining("only a person");
    }

    @Test
    void aMachineIsNoReviewer() throws IOException {
        write("a.md", "---\nreviewed: 2026-11-01\nreviewed_by: Sallyport KB Author\n---\nElephants are grey.");
        write("b.md", "---\nreviewed: 2026-11-01\n---\nGiraffes are tall.");
        write("c.md", "---\nauthor: Sallyport KB Author\n---\nZebras have stripes.");
        write("d.md", "---\nreviewed: 2026-11-23\nreviewed_by: Mara Lindqvist\n---\nLions roar.");
        var report = load();
        assertThat(articles.list())
                .allSatisfy(article -> assertThat(article.review()).isEmpty());
        assertThat(report.notes())
                .containsExactlyInAnyOrder(
                        "a.md: reviewed by 'Sallyport KB Author', not a person, so it does not count",
                        "b.md: reviewed by nobody named, so it does not count",
                        "d.md: its review date 2026-11-23 is still to come, so it does not count");
        assertThatThrownBy(() -> articles.review("a", 1, "GPT-5", NOON)).hasMessageContaining("person's name");
        assertThatThrownBy(() -> articles.review("a", 1, "Mara Lindqvist", NOON.plusSeconds(1)))
                .hasMessageContaining("future");
    }

    @Test
    void oneBadFileIsReportedWithItsLineAndTheRestGoesIn() throws IOException {
        writeThree();
        write("bad-yaml.md", "---\ntitle: x\ntags: [a\n---\nText.");
        write("bad-date.md", "---\ntitle: x\nreviewed: 02.06.2026\n---\nText.");
        Files.write(folder.resolve("latin1.md"), "One.\nTwo.\nGrüße.".getBytes(StandardCharsets.ISO_8859_1));
        write("refunds.mdx", "Twin.");
        write("README.md", "About this folder.");
        write(".git/x.md", "Hidden.");
        var report = load();
        assertThat(report.count(Change.NEW)).isEqualTo(3);
        assertThat(report.skipped()).containsExactly("README.md");
        assertThat(report.rejected())
                .extracting(one -> one.file() + ":" + one.problem().line())
                .containsExactlyInAnyOrder("bad-yaml.md:3", "bad-date.md:3", "latin1.md:3", "refunds.mdx:1");
        assertThat(report.countRejected()).isEqualTo(4);
        assertThat(articles.list()).hasSize(3);
    }

    @Test
    void aFileAboutTheFolderIsOneAtItsTopWithoutFrontMatter() throws IOException {
        write("security.md", "Report holes in this repository to us.");
        write("changelog.md", "---\ntitle: What is new\n---\nThe app is faster.");
        write("help/security.md", "We encrypt what sensors say.");
        var report = load();
        assertThat(report.skipped()).containsExactly("security.md");
        assertThat(articles.list()).extracting(Article::slug).containsExactlyInAnyOrder("changelog", "help/security");
    }

    @Test
    void aFolderMayBeNamedByALinkAndOneWithoutArticlesIsRefused() throws IOException {
        write("docs/refunds.md", "Refunds take 5 days.");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("docs"));
        assertThat(articles.importDirectory(link, ImportOptions.NONE, Progress.SILENT)
                        .taken())
                .hasSize(1);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> articles.importDirectory(empty, ImportOptions.NONE, Progress.SILENT))
                .hasMessageContaining(empty + " holds no article");
    }

    @Test
    void namesArticlesThatAnImportDidNotBring() throws IOException {
        writeThree();
        load();
        Files.delete(folder.resolve("password.md"));
        assertThat(load().absent()).containsExactly("password");
    }

    @Test
    void searchesOnlyWithinTheScope() throws IOException {
        writeThree();
        write("secret.md", "---\naudience: internal\n---\nRefunds above $500 go to Ann.");
        load();
        assertThat(slugs(Scope.EVERYTHING)).contains("secret");
        assertThat(slugs(Scope.PUBLIC)).containsExactlyInAnyOrder("refunds", "hub/lights", "password");
        assertThat(slugs(Scope.PUBLIC.inProductAreas(Set.of("Devices", "account"))))
                .containsExactlyInAnyOrder("hub/lights", "password");
        assertThat(slugs(Scope.EVERYTHING.withTags(Set.of("money")))).containsExactly("refunds");
    }

    private List<String> slugs(Scope scope) {
        return articles.search("refund", 10, scope).stream()
                .map(hit -> hit.article().slug())
                .toList();
    }

    @Test
    void everyPassageStandsWordForWordInItsRevision() throws IOException {
        writeThree();
        load();
        assertThat(articles.search("light", 10, Scope.EVERYTHING)).allSatisfy(hit -> {
            var revision = articles.findRevision(hit.passage().source());
            assertThat(revision.map(Revision::text))
                    .get()
                    .asString()
                    .contains(hit.passage().text());
        });
        assertThat(articles.findRevision(Article.ref("refunds", 7))).isEqualTo(Optional.empty());
    }
}
