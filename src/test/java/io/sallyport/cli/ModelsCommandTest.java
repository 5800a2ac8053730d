package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.StubModels;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class ModelsCommandTest {

    private static final String GOOD = "{\"harbour\":\"Lund\",\"gates\":2}";

    @TempDir
    private static Path var = Path.of("");

    private static CommandRuns commands;

    @BeforeAll
    static void open() {
        commands = new CommandRuns(var);
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    @Test
    void withoutAKeyTheEmbeddedEnginePlaysEveryRole() {
        Ran ran = check(Map.of("sallyport.models.anthropic.api-key", ""));
        assertThat(ran.status()).isZero();
        assertThat(ran.out().lines().skip(1))
                .hasSize(6)
                .allMatch(line -> line.contains("embedded") && line.contains("not asked"));
    }

    @Test
    void withAKeyEveryRoleIsCalledOnceAndItsTokensAreShown() {
        try (var stub = StubModels.start(new Script.Writes(GOOD))) {
            Ran ran = check(anthropic(stub));
            assertThat(ran.status()).isZero();
            assertThat(ran.out())
                    .contains("triage      anthropic:claude-haiku-4-5 ")
                    .contains("specialist  anthropic:claude-sonnet-4-6 ")
                    .contains("verifier    anthropic:claude-sonnet-4-6 ")
                    .contains("escalation  anthropic:claude-opus-4-6 ")
                    .contains("qa          anthropic:claude-sonnet-4-6 ")
                    .contains("analyst     anthropic:claude-sonnet-4-6 ");
            assertThat(ran.out().lines().skip(1)).hasSize(6).allMatch(line -> line.endsWith("140      12  yes"));
            assertThat(stub.asked()).hasSize(6);
        }
    }

    @Test
    void aRoleThatCannotBePlayedFailsTheCheckAndIsSaid() {
        try (var stub = StubModels.start(
                new Script.Writes(GOOD), new Script.Writes("Sure! " + GOOD), new Script.Answers(404))) {
            Ran ran = check(anthropic(stub));
            assertThat(ran.status()).isEqualTo(Sallyport.EXIT_FAILED);
            assertThat(lines(ran, "triage")).singleElement().asString().endsWith("yes");
            assertThat(lines(ran, "specialist"))
                    .singleElement()
                    .asString()
                    .endsWith("no: extra text, there are words around the JSON");
            assertThat(lines(ran, "analyst"))
                    .singleElement()
                    .asString()
                    .endsWith("no: rejected, HTTP 404, no such model or address");
        }
    }

    @Test
    void whatTheCheckCostIsInTodaysUsage() {
        try (var stub = StubModels.start(new Script.Writes(GOOD))) {
            var before = usage();
            assertThat(check(anthropic(stub)).status()).isZero();
            var after = usage();
            assertThat(after.at("/all/calls").asInt() - before.at("/all/calls").asInt())
                    .isEqualTo(6);
            // Six calls of 40 in, 100 cached, 12 out: Haiku's once, Sonnet's four times, Opus's once.
            var micros = 40 + 10 + 60 + 4 * (120 + 30 + 180) + 200 + 50 + 300;
            assertThat(after.at("/all/micros").asInt()
                            - before.at("/all/micros").asInt())
                    .isEqualTo(micros);
            assertThat(commands.run("models", "usage").out())
                    .contains("anthropic:claude-opus-4-6", "71 %", "budget day: $", " of $100.00");
        }
    }

    private static JsonNode usage() {
        return new JsonMapper()
                .readTree(commands.run("models", "usage", "--json").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sallyport.models.triage             | claude                | sallyport.models.triage is 'claude'; write embedded or anthropic:MODEL, ollama:MODEL, openai:MODEL
            sallyport.models.qa                 | antropic:claude-opus-4-6 | sallyport.models.qa is 'antropic:claude-opus-4-6'; write embedded or
            sallyport.models.qa                 | ollama:               | sallyport.models.qa is 'ollama:'; write embedded or
            sallyport.models.verifier           | anthropic:some-model  | sallyport.models.verifier is 'anthropic:some-model', but there is no key: set ANTHROPIC_API_KEY
            sallyport.models.analyst            | openai:some-model     | sallyport.models.analyst is 'openai:some-model', but there is no key: set OPENAI_API_KEY
            sallyport.models.openai.base-url    | localhost:8000        | sallyport.models.openai.base-url must be an address such as
            sallyport.models.timeout            | 0s                    | sallyport.models.timeout must be positive, such as 60s
            sallyport.models.budget.case        | a lot                 | is no amount of US dollars such as 1.50, nor
            sallyport.models.prices.m.input     | 5.00                  | needs input and output
            sallyport.models.speciallist        | embedded              | sallyport.models.speciallist
            """)
    void aWrongSettingIsNamed(String property, String value, String said) {
        Ran ran = check(Map.of(
                "sallyport.models.anthropic.api-key", "", "sallyport.models.openai.api-key", "", property, value));
        assertThat(ran.status()).isEqualTo(Sallyport.EXIT_FAILED);
        assertThat(ran.errorLines()).singleElement().asString().contains(said);
    }

    private static Map<String, String> anthropic(StubModels stub) {
        return Map.of(
                "sallyport.models.anthropic.api-key", "key", "sallyport.models.anthropic.base-url", stub.address());
    }

    private static Stream<String> lines(Ran ran, String role) {
        return ran.out().lines().filter(line -> line.startsWith(role + " "));
    }

    private static Ran check(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        try {
            return commands.run("models", "check");
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }
}
