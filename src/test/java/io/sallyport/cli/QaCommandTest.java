package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Priority;
import io.sallyport.insight.QaKit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.StubModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over a case whose reply quotes an article that the desk of the commands has never heard of. */
@Tag("database")
class QaCommandTest {

    @TempDir
    private Path var = Path.of("");

    private final DeskKit desk =
            DeskKit.of(new ScriptedAgents(), ScriptedGate.required()).mode(LaneMode.AUTO);
    private CaseId id = CaseId.random();

    @BeforeEach
    void send() {
        id = desk.ticket("When do you open?");
        desk.runUntilQuiet();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CommandRuns.Ran run(String... arguments) {
        return new CommandRuns(var, desk.database()).run(arguments);
    }

    private static JsonNode json(CommandRuns.Ran ran) {
        return new JsonMapper().readTree(ran.out());
    }

    @Test
    void reviewsOneCaseNowAndChangesNothing() {
        var before = desk.cases().events(id);
        var ran = run("qa", id.value());
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("# Review of " + id, "the embedded engine", "**not accurate**")
                .contains("| accuracy | 2 | the grounding gate would stop it today", "| completeness |")
                .contains("“" + ScriptedAgents.QUOTE + "”: grounding:");
        assertThat(desk.cases().events(id)).isEqualTo(before);
        assertThat(desk.database()
                        .jdbc()
                        .sql("SELECT count(*) FROM qa_review")
                        .query(Long.class)
                        .single())
                .isZero();
        var review = json(run("qa", id.value(), "--json"));
        assertThat(review.at("/accurate").asBoolean(true)).isFalse();
        assertThat(review.at("/accuracy/score").asInt()).isEqualTo(2);
        assertThat(review.at("/model").asString()).isEqualTo("embedded");
    }

    @Test
    void withAModelThatFailsItSaysSoAndEndsWithOne() {
        try (var stub = StubModels.start(new Script.Refuses())) {
            var settings = Map.of(
                    "sallyport.models.qa", "anthropic:reviewer",
                    "sallyport.models.triage", "embedded",
                    "sallyport.models.specialist", "embedded",
                    "sallyport.models.verifier", "embedded",
                    "sallyport.models.anthropic.api-key", "key",
                    "sallyport.models.anthropic.base-url", stub.address());
            settings.forEach(System::setProperty);
            try {
                var ran = run("qa", id.value());
                assertThat(ran.status()).isEqualTo(Sallyport.EXIT_FAILED);
                assertThat(ran.out()).contains("**Not reviewed**: refused");
                assertThat(stub.asked()).hasSize(1);
                assertThat(stub.asked().getFirst().words())
                        .contains(ScriptedAgents.QUOTE)
                        .doesNotContain(DeskKit.CUSTOMER);
            } finally {
                settings.keySet().forEach(System::clearProperty);
            }
        }
    }

    @Test
    void theDesksOwnFindingsAreListedAndStandOnTheCase() {
        assertThat(run("qa", "list").out()).contains("No reply has been sent yet.");
        var strict = new ScriptedGate("grounding");
        strict.stopOn(ScriptedAgents.QUOTE);
        QaKit.reviewAllThatWasSent(desk, List.of(strict));
        assertThat(run("qa", "list").out())
                .contains(id.value(), "NOT ACCURATE, accuracy 2", "answer: 1 sent, 1 reviewed")
                .contains("1 not accurate");
        var listed = json(run("qa", "list", "--json"));
        assertThat(listed.at("/findings/0/case").asString()).isEqualTo(id.value());
        assertThat(listed.at("/lanes/0/not_accurate").asInt()).isEqualTo(1);
        assertThat(run("case", "show", id.value()).out()).contains("qa    fx-", "NOT ACCURATE");
    }

    @Test
    void whatPeoplePutRightIsListedWithTheFindings() {
        assertThat(run("qa", "list").out())
                .contains("people put 0 of 1 routed cases into another queue or category: 0.0 % (95 %: 0.0 to 79.3 %)")
                .contains("of the cases that are P1, triage found 0 of 0");
        desk.decide(
                id,
                new Fact.Reclassified(
                        Optional.of(Category.BILLING), Optional.of(Priority.P1), Optional.empty(), "a double charge"));
        assertThat(run("qa", "list").out())
                .contains("people put 1 of 1 routed cases into another queue or category: 100.0 %")
                .contains("of the cases that are P1, triage found 0 of 1: 0.0 % (95 %: 0.0 to 79.3 %)");
        var listed = json(run("qa", "list", "--json"));
        assertThat(listed.at("/misrouted/hits").asInt()).isEqualTo(1);
        assertThat(listed.at("/p1_recall/of").asInt()).isEqualTo(1);
        assertThat(listed.at("/p1_recall/share").asDouble(1)).isZero();
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThat(CommandRuns.captured("qa").errorLines())
                .singleElement()
                .asString()
                .contains("say which case");
        assertThat(run("qa", "SP-0000000000").errorLines())
                .singleElement()
                .asString()
                .contains("there is no case SP-0000000000");
        System.setProperty("sallyport.qa.rates.answer", "0.5");
        try {
            assertThat(run("qa", "list").errorLines())
                    .singleElement()
                    .asString()
                    .contains("sallyport.qa.rates.answer");
        } finally {
            System.clearProperty("sallyport.qa.rates.answer");
        }
    }
}
