package io.sallyport.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ShapeTest {

    enum Verdict {
        SUPPORTED,
        CANNOT_TELL
    }

    record Quote(String source, int revision) {
        Quote {
            if (revision < 1) {
                throw new IllegalArgumentException("revisions count from 1");
            }
        }
    }

    record Judged(
            @JsonPropertyDescription("of the claim alone") Verdict verdict,
            List<Quote> quotes,
            double weight,
            boolean isFinal) {}

    record Loop(List<Loop> inner) {}

    record Dated(Duration since) {}

    private static final Shape<Judged> JUDGED = Shape.of(Judged.class);

    private static final String GOOD =
            "{\"verdict\":\"SUPPORTED\",\"quotes\":[{\"source\":\"a\",\"revision\":3}],\"weight\":0.5,\"isFinal\":true}";

    @Test
    void theSchemaNamesEveryComponentAndAllowsNoOther() {
        assertThat(new JsonMapper()
                        .writeValueAsString(JUDGED.findSchema().orElseThrow().document()))
                .satisfies(written ->
                        assertThat(new JsonMapper().readTree(written)).isEqualTo(new JsonMapper().readTree("""
                        {"type": "object",
                         "properties": {
                           "verdict": {"type": "string", "enum": ["SUPPORTED", "CANNOT_TELL"], "description": "of the claim alone"},
                           "quotes": {"type": "array", "items": {
                             "type": "object",
                             "properties": {"source": {"type": "string"}, "revision": {"type": "integer"}},
                             "required": ["source", "revision"],
                             "additionalProperties": false}},
                           "weight": {"type": "number"},
                           "isFinal": {"type": "boolean"}},
                         "required": ["verdict", "quotes", "weight", "isFinal"],
                         "additionalProperties": false}
                        """)));
        assertThat(JUDGED.findSchema().orElseThrow().name()).isEqualTo("Judged");
    }

    @ParameterizedTest
    @ValueSource(classes = {Loop.class, Dated.class})
    void whatVendorsSchemasCannotSayIsRefusedAtOnce(Class<? extends Record> type) {
        assertThatThrownBy(() -> Shape.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type.getName());
    }

    @Test
    void nestedRecordsAreRead() {
        assertThat(JUDGED.read(" " + GOOD + "\n", Usage.NONE))
                .isEqualTo(
                        new Said<>(new Judged(Verdict.SUPPORTED, List.of(new Quote("a", 3)), 0.5, true), Usage.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "revision":3      | "revision":0                  | WRONG_SCHEMA
            "revision":3      | "revision":3.5                | WRONG_SCHEMA
            "revision":3      | "revision":"3"                | WRONG_SCHEMA
            "revision":3      | "revision":99999999999        | WRONG_SCHEMA
            "SUPPORTED"       | "supported"                   | WRONG_SCHEMA
            "SUPPORTED"       | 0                             | WRONG_SCHEMA
            "isFinal":true    | "isFinal":true,"note":"also"  | WRONG_SCHEMA
            "isFinal":true    | "isFinal":null                | WRONG_SCHEMA
            "isFinal":true    | "isFinal":true,"isFinal":false | UNREADABLE
            "isFinal":true}   | "isFinal":true                | UNREADABLE
            "isFinal":true}   | "isFinal":true}}              | EXTRA_TEXT
            "isFinal":true}   | "isFinal":true} // and more   | EXTRA_TEXT
            """, quoteCharacter = '\0')
    void whatIsNotExactlyTheShapeIsAFault(String of, String by, Fault fault) {
        assertThat(GOOD).contains(of);
        assertThat(JUDGED.read(GOOD.replace(of, by), Usage.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.fault()).isEqualTo(fault));
    }

    @Test
    void proseWithManyBracesEndsSoon() {
        assertThat(JUDGED.read("{".repeat(200_000), Usage.NONE)).isInstanceOf(Failed.class);
    }

    @Test
    void settingsDoNotSayTheirKeys() {
        var settings = new ModelSettings(
                "",
                "",
                "",
                "",
                "",
                "",
                Duration.ofSeconds(1),
                new ModelSettings.Anthropic("first-secret", "https://one.example"),
                new ModelSettings.OpenAi("second-secret", "https://two.example/v1"),
                new ModelSettings.Ollama("http://localhost:11434/v1"),
                Map.of(),
                Map.of(),
                new Ceilings(1, Money.UNLIMITED, Map.of(), Money.UNLIMITED));
        assertThat(settings.toString()).contains("https://one.example").doesNotContain("secret");
    }
}
