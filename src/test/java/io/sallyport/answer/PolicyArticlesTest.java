package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Verdict;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Progress;
import io.sallyport.model.Embedder;
import io.sallyport.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refusal quotes of the article that its reason names. */
class PolicyArticlesTest {

    private static final String SAYS = "Refunds are not given for a month that has begun.";

    private static final List<Verdict> REFUSED = List.of(new Verdict.Stop(
            "authorization",
            "not this one",
            List.of(new Verdict.Flag("no refund for a month that has begun", "article:plans"))));

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

    private final KnowledgeBase articles =
            KnowledgeBase.inMemory(ALL_ALIKE, new SettableClock(Instant.parse("2026-11-23T12:00:00Z")));

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        articles.close();
    }

    private List<String> said(String written, String body) throws IOException {
        Files.writeString(
                folder.resolve("plans.md"),
                "---\ntitle: Plans\naudience: public\nreviewed: 2026-11-20\nreviewed_by: Ines Duarte\n---\n\n" + body);
        articles.importDirectory(folder, ImportOptions.NONE, Progress.SILENT);
        return new PolicyArticles(articles)
                .find(ClarifyingTest.thread(written), REFUSED).stream()
                        .flatMap(List::stream)
                        .map(Sentence::text)
                        .toList();
    }

    @Test
    void standsUnderTheHeadingsThatTellItFromWhatHoldsForOthers() throws IOException {
        String two = "## Monthly plans\n\n### Refunds\n\n" + SAYS
                + "\n\n## Annual plans\n\n### Refunds\n\nWithin 30 days all is paid back.\n";
        assertThat(said("Please refund me.", two)).containsExactly("Monthly plans", SAYS);
        assertThat(said("Please refund my monthly plan.", two)).containsExactly(SAYS);
    }

    @Test
    void needsNoHeadingWhereNothingElseIsSaid() throws IOException {
        assertThat(said("Please refund me.", "## Monthly plans\n\n### Refunds\n\n" + SAYS + "\n"))
                .containsExactly(SAYS);
    }

    @Test
    void isForAPersonUnderAHeadingThatOnlyAsks() throws IOException {
        assertThat(said(
                        "Please refund me.",
                        "## Paying by month?\n\n### Refunds\n\n" + SAYS
                                + "\n\n## Paying by year?\n\n### Refunds\n\nWithin 30 days all is paid back.\n"))
                .isEmpty();
    }

    @Test
    void isToldUnderNumberedHeadingsToo() throws IOException {
        String two = "## 1. Monthly plans\n\n### 1.1. Refunds\n\n" + SAYS
                + "\n\n## 2. Annual plans\n\n### 2.1. Refunds\n\nWithin 30 days all is paid back.\n";
        assertThat(said("Please refund me.", two)).containsExactly("Monthly plans", SAYS);
    }
}
