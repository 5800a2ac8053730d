package io.sallyport.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.WrittenElsewhere;
import io.sallyport.gate.ArticleSources;
import io.sallyport.gate.Courtesies;
import io.sallyport.gate.ReplyGates;
import io.sallyport.insight.Patterns;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Progress;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PersonalData;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.text.LanguageDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person solved a case, as an article's draft, and that nobody may quote either before a person has reviewed it. */
@Tag("database")
class PatternArticleTest {

    private static final String HOW = "Move the hub one metre away from the mooring post.";
    private static final String INES = "Ines Duarte";
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(BgeSmall.load());

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());
    private final Patterns patterns = new Patterns(desk.cases(), desk.database().jdbc());
    private final KnowledgeBase articles = KnowledgeBase.inMemory(EMBEDDER, desk.clock());

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        desk.close();
        articles.close();
    }

    private CaseId solved() {
        CaseId id = desk.ticket("The hub on my boat is dead, person please");
        desk.runUntilQuiet();
        new Decisions(desk.cases()).resolve(Seen.of(desk.load(id)), HOW, INES);
        desk.runUntilQuiet();
        patterns.learn();
        return id;
    }

    private ArticleReport draft(CaseRecord record) {
        return new ArticleAuthor(
                        new Duplicates(articles, EMBEDDER),
                        new CaseMasks(PersonalData.byRules(), _ -> Map.of()),
                        Courtesies.shipped("")::contains,
                        Optional.empty())
                .draft(record, false);
    }

    private Verdict grounding(SourceRef source) {
        CaseRecord asking = desk.load(desk.ticket("My hub is dead. What can I do?"));
        var citation = new Citation(source, HOW);
        var reply = new Reply(
                Reply.Kind.ANSWER,
                DeskKit.CUSTOMER,
                "Re: A question",
                "en",
                List.of(new Sentence(HOW, Sentence.Layout.PARAGRAPH, List.of(citation))));
        return ReplyGates.of(
                        new ArticleSources(articles::findRevision),
                        _ -> new LanguageDetector.Language("en", 1),
                        desk.clock(),
                        "Mill Pond Boats",
                        Duration.ofDays(90),
                        Set.of("en"))
                .grounding()
                .judge(asking, reply);
    }

    private SourceRef taken(String file) throws IOException {
        Files.writeString(folder.resolve("hub.md"), file);
        articles.importDirectory(folder, ImportOptions.NONE, Progress.SILENT);
        return Article.ref("hub", articles.find("hub").orElseThrow().revision());
    }

    @Test
    void isDraftedHoweverTheCaseHasGoneOnSince() {
        CaseId id = solved();
        desk.write(id, "It is dead again, person please");
        desk.runUntilQuiet();
        assertThatThrownBy(() -> draft(desk.load(id))).hasMessageContaining("is not answered yet");
        ArticleReport report = draft(patterns.findSolved(id).orElseThrow());
        assertThat(report.coverage()).isEqualTo(ArticleReport.NEW);
        assertThat(report.article()).contains("source_case: " + id, "\nreviewed:\n", "\ndraft: true\n", HOW);
    }

    @Test
    void isDraftedFromWhatAPersonWroteInAnotherProgramAfterTheMachine() {
        CaseId id = desk.mode(LaneMode.AUTO).ticket("The hub on my boat is dead.");
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);
        var written = new Message(
                "help-desk-1", Message.Author.CUSTOMER, "", desk.clock().instant(), "", HOW, "", List.of(), Map.of());
        new WrittenElsewhere(desk.cases()).note(id, written, INES);
        new Decisions(desk.cases()).resolve(Seen.of(desk.load(id)), "It runs again.", INES);
        patterns.learn();
        assertThat(draft(patterns.findSolved(id).orElseThrow()).article())
                .contains(HOW)
                .doesNotContain(ScriptedAgents.QUOTE);
    }

    @Test
    void thereIsNoneOfACaseThatNobodySolved() {
        CaseId id = desk.ticket("The hub on my boat is dead, person please");
        desk.runUntilQuiet();
        patterns.learn();
        assertThat(patterns.findSolved(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pattern:", "case:", "article:", "receipt:", ""})
    void theGroundingGateKnowsNoPattern(String kind) {
        assertThat(grounding(new SourceRef(kind + solved(), 1)))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.flagged())
                                .extracting(Verdict.Flag::sentence)
                                .containsExactly(HOW));
    }

    @Test
    void theDraftMayBeQuotedOnlyOnceAPersonHasReviewedIt() throws IOException {
        String file = draft(patterns.findSolved(solved()).orElseThrow()).article();
        assertThat(grounding(taken(file)).isPass()).as("a draft").isFalse();
        String published = file.replace("draft: true\n", "");
        assertThat(grounding(taken(published)).isPass())
                .as("published, read by nobody")
                .isFalse();
        articles.review(
                "hub",
                articles.find("hub").orElseThrow().revision(),
                INES,
                desk.clock().instant());
        SourceRef reviewed = taken(published);
        assertThat(grounding(reviewed).isPass()).isTrue();

        assertThat(grounding(taken(file)).isPass()).as("a draft again").isFalse();
        assertThat(grounding(taken(published + "\nMore.\n")).isPass())
                .as("edited since")
                .isFalse();
    }
}
