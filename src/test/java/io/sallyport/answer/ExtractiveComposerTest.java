package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Evidence.Contradiction;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.OnnxEmbedder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtractiveComposerTest {

    private static final String QUESTION =
            "How long may I keep a rented kayak, and how much is each further day after the agreed return?";

    private static final String TEXT =
            "A rented kayak may be kept for seven days. Each further day after the agreed return costs $14.";

    private final BgeSmall network = BgeSmall.load();
    private final ExtractiveComposer composer = new ExtractiveComposer(
            new OnnxEmbedder(network), Precedents.none(new OnnxEmbedder(network)), "Mill Pond Boats");

    @AfterAll
    void close() {
        network.close();
    }

    private static Passage passage(String slug, String heading, String text, Optional<String> notCitable) {
        return new Passage("article:" + slug + "#1", new SourceRef("article:" + slug, 2), heading, text, 5, notCitable);
    }

    private static Passage kayaks(Optional<String> notCitable) {
        return passage("kayaks", "Renting a kayak › How long may I keep a rented kayak?", TEXT, notCitable);
    }

    private Composition compose(String question, Passage... passages) {
        return composer.compose(
                ClarifyingTest.thread(question), new Evidence(question, List.of(passages), List.of()), List.of());
    }

    @Test
    void quotesWordForWordFromTheRevisionAndSignsForTheCompany() {
        assertThat(compose(QUESTION, kayaks(Optional.empty())))
                .isInstanceOfSatisfying(Composition.Written.class, it -> {
                    assertThat(it.confidence()).isGreaterThanOrEqualTo(Composer.LEAST_CONFIDENCE);
                    Reply reply = it.reply();
                    assertThat(reply.citations()).isNotEmpty().allSatisfy(citation -> {
                        assertThat(citation.source()).isEqualTo(new SourceRef("article:kayaks", 2));
                        assertThat(TEXT).contains(citation.quote());
                    });
                    assertThat(reply.text()).contains("$14", "The Mill Pond Boats team", "automated agent");
                });
    }

    @Test
    void aStepKeepsItsNumberWhateverElseItSays() {
        String steps = "1. Bring the rented kayak back to the jetty. The jetty is lit.\n"
                + "2. Pay $14 for each further day after the agreed return.";
        var passage = passage("kayaks", "Renting a kayak › How to return a kayak late", steps, Optional.empty());
        assertThat(compose("How do I return a rented kayak after the agreed day?", passage))
                .isInstanceOfSatisfying(
                        Composition.Written.class,
                        it -> assertThat(it.reply().text())
                                .contains("1. Bring the rented kayak back", "jetty. The jetty is lit.\n2. Pay $14"));
    }

    @Test
    void leavesToAPersonWhatBeginsInTheMiddle() {
        var passage = passage(
                "kayaks",
                "Renting a kayak › How long may I keep a rented kayak?",
                "However, " + TEXT,
                Optional.empty());
        assertThat(compose(QUESTION, passage))
                .isInstanceOfSatisfying(
                        Composition.Declined.class,
                        it -> assertThat(it.why().because()).contains("can be quoted apart from its context"));
    }

    @Test
    void saysTheHeadingThatTellsTheQuoteFromItsNeighbours() {
        var other = section("guides", "Guided tours", "There are no further days on a guided tour.");
        var quoted = section("groups", "Companies", TEXT);
        assertThat(compose(QUESTION, quoted, other)).isInstanceOfSatisfying(Composition.Written.class, it -> {
            assertThat(it.reply().text()).contains("Companies\n\nA rented kayak may be kept");
            assertThat(it.reply().citations()).extracting(Citation::quote).contains("Companies");
        });
        assertThat(compose(QUESTION, section("groups", "How long may a kayak be kept", TEXT), other))
                .isInstanceOfSatisfying(
                        Composition.Written.class,
                        it -> assertThat(it.reply().text()).doesNotContain("How long may a kayak"));
    }

    @Test
    void leavesABareNoToAPersonWhenTheHeadingAsksSomethingElse() {
        var other = section("guides", "Are there guided tours?", "Tours begin at nine.");
        var no = section("groups", "May companies keep a kayak longer?", "No. " + TEXT);
        assertThat(compose(QUESTION, no, other)).isInstanceOf(Composition.Declined.class);
        assertThat(compose(QUESTION, no)).isInstanceOf(Composition.Written.class);
    }

    private static Passage section(String anchor, String heading, String text) {
        return new Passage(
                "article:kayaks#" + anchor,
                new SourceRef("article:kayaks", 2),
                "Renting a kayak › " + heading,
                text,
                5,
                Optional.empty());
    }

    @Test
    void namesTheStaleArticleAndDoesNotQuoteIt() {
        var stale = kayaks(Optional.of("reviewed 2025-01-02, more than 90 days ago"));
        assertThat(compose(QUESTION, stale))
                .isInstanceOfSatisfying(
                        Composition.Declined.class,
                        it -> assertThat(it.why().because())
                                .contains("Renting a kayak", "more than 90 days ago")
                                .doesNotContain("$14"));
    }

    @Test
    void leavesAQuestionAloneThatThePassagesDoNotAnswer() {
        assertThat(compose(
                        "Which vaccination does my elderly parrot need before we emigrate to New Zealand in February?",
                        kayaks(Optional.empty())))
                .isInstanceOfSatisfying(Composition.Declined.class, it -> {
                    assertThat(it.why().kind()).isEqualTo(Trigger.Kind.LOW_CONFIDENCE);
                    assertThat(it.why().because()).contains("surely");
                });
    }

    @Test
    void handsAContradictionToAPersonWithBothSentences() {
        var other = passage("prices", "Prices › Further days", "Each further day costs $19.", Optional.empty());
        var clash = new Contradiction("article:kayaks#1", "article:prices#1", "costs $14 | costs $19");
        var evidence = new Evidence(QUESTION, List.of(kayaks(Optional.empty())), List.of());
        var torn = new Evidence(
                QUESTION,
                List.of(
                        kayaks(Optional.empty()),
                        new Passage(other.id(), other.source(), other.heading(), other.text(), -5, Optional.empty())),
                List.of(clash));
        var record = ClarifyingTest.thread(QUESTION);
        assertThat(composer.compose(record, evidence, List.of())).isInstanceOf(Composition.Written.class);
        assertThat(composer.compose(record, torn, List.of())).isInstanceOfSatisfying(Composition.Declined.class, it -> {
            assertThat(it.why().kind()).isEqualTo(Trigger.Kind.NO_ANSWER);
            assertThat(it.why().because()).contains("$14", "$19");
        });
    }
}
