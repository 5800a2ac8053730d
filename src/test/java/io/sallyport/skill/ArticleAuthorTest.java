package io.sallyport.skill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.gate.Courtesies;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.markdown.ArticleParser;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.language.Role;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PersonalData;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** An article's draft where a model plays the analyst: words that the case bears, or the case's own. */
class ArticleAuthorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String MAGNET = "The mooring post carries a magnet that closes the reed switch.";
    private static final String CURE = "Move the hub one metre away from the post.";
    private static final String RESTART = "Then hold the button for 10 seconds.";
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(BgeSmall.load());

    private final JudgeKit stub = new JudgeKit();
    private final KnowledgeBase articles = KnowledgeBase.inMemory(EMBEDDER, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        stub.close();
        articles.close();
    }

    private static CaseRecord solved() {
        var ticket = new Ticket("test", "t", Channel.EMAIL, "mara@mill.example", "Hub on the boat is dead", "link");
        var message = new Message(
                "m",
                Message.Author.CUSTOMER,
                "mara@mill.example",
                NOW,
                "Hub on the boat is dead",
                "Hello, the hub on my boat is dead since we moored. My number is +47 912 34 567. What can I do?",
                "",
                List.of(),
                Map.of());
        var events = new ArrayList<CaseEvent>();
        List.of(
                        new Fact.TicketOpened(ticket, message),
                        new Fact.Escalated("technical", List.of(), "no article has it", List.of()),
                        new Fact.CaseResolved(MAGNET + " " + CURE + " " + RESTART))
                .forEach(fact -> events.add(new CaseEvent(
                        ModelKit.CASE,
                        events.size() + 1,
                        NOW,
                        Actor.person("Ines"),
                        fact,
                        ChainHash.GENESIS,
                        ChainHash.GENESIS)));
        return CaseRecord.fold(events);
    }

    private ArticleReport draft() {
        var courtesies = Courtesies.shipped("");
        var author = new ArticleAuthor(
                new Duplicates(articles, EMBEDDER),
                new CaseMasks(PersonalData.byRules(), _ -> Map.of()),
                courtesies::contains,
                stub.models().find(Role.ANALYST));
        return author.draft(solved(), false);
    }

    private static String part(String heading, boolean areSteps, String... lines) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "heading",
                        heading,
                        "lines",
                        Arrays.stream(lines)
                                .map(line -> Map.of("text", line, "isStep", areSteps))
                                .toList()));
    }

    private static String written(String title, String... parts) {
        return "{\"title\":\"" + title + "\",\"parts\":[" + String.join(",", parts) + "]}";
    }

    private void play(String title, String... parts) {
        stub.play(written(title, parts));
    }

    @Test
    void theModelsWordsWhereTheCaseBearsThem() {
        play("The hub on the boat is dead", part("The magnet", false, MAGNET), part("What to do", true, CURE, RESTART));
        var report = draft();
        assertThat(report.by()).isEqualTo("anthropic:analyst");
        assertThat(report.article())
                .contains("title: \"The hub on the boat is dead\"", "## The magnet", MAGNET)
                .contains("1. " + CURE, "2. " + RESTART);
        assertThat(stub.questions().getFirst()).contains(MAGNET, "<data-");
    }

    @Test
    void nobodyMayQuoteItBeforeAPersonReviewedIt() {
        play("The hub on the boat is dead", part("What to do", true, CURE));
        var parsed = (ArticleParser.Result.Parsed) ArticleParser.parse(draft().article(), "a name");
        assertThat(parsed.article().published()).isFalse();
        assertThat(parsed.article().reviewed()).isEmpty();
    }

    @Test
    void whatItLeftOutIsNamed() {
        play("The hub on the boat is dead", part("What to do", true, CURE));
        assertThat(draft().notes())
                .contains("the model left out: “" + MAGNET + "”", "the model left out: “" + RESTART + "”");
    }

    private static List<String> unborne() {
        return List.of(
                written("The hub is dead", part("What to do", true, "Move the hub two metres away from the post.")),
                written("The hub is dead", part("What to do", true, "Do not move the hub away from the post.")),
                written("The hub is dead", part("What to do", true, CURE, "We replace it free of charge.")),
                written("The hub is dead", part("Free replacement within 30 days", true, CURE)),
                written("Refunds for dead hubs", part("What to do", true, CURE)),
                written("The hub is dead", part("What to do", true, "The magnet holds the button for 10 seconds.")));
    }

    @ParameterizedTest
    @MethodSource("unborne")
    void whatTheCaseDoesNotBearIsNotKept(String written) {
        stub.play(written);
        var report = draft();
        assertThat(report.by()).isEqualTo("embedded");
        assertThat(report.notes().getFirst()).startsWith("the draft of anthropic:analyst was not kept: ");
        assertThat(report.article()).contains("## How it was solved", MAGNET + " " + CURE + " " + RESTART);
    }

    @ParameterizedTest
    @MethodSource("io.sallyport.testkit.JudgeKit#faults")
    void withoutAUsableAnswerItIsInTheCasesOwnWords(Script fault) {
        stub.play(fault);
        var report = draft();
        assertThat(report.by()).isEqualTo("embedded");
        assertThat(report.notes().getFirst()).startsWith("no model worded it: ");
        assertThat(report.article()).contains(MAGNET);
    }

    @Test
    void personalDataOfTheCaseIsMasked() {
        play("The hub on the boat is dead", part("What to do", false, "My number is +47 912 34 567."));
        assertThat(draft().article()).contains("My number is [").doesNotContain("912 34 567");
    }
}
