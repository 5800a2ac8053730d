package io.sallyport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a list of cases says of each. */
@Tag("database")
class CaseListTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebDesk web = WebDesk.open();
    private final String key = web.apiKey("shop");

    @AfterEach
    void close() {
        web.close();
    }

    private CaseId quiet(String question) {
        CaseId id = web.desk().ticket(question);
        web.desk().runUntilQuiet();
        return id;
    }

    private List<JsonNode> list() {
        var request = HttpRequest.newBuilder(URI.create(web.url("/api/v1/cases")))
                .header("Authorization", "Bearer " + key)
                .build();
        return JSON.readTree(new Web(web).send(request).body())
                .get("cases")
                .valueStream()
                .toList();
    }

    private List<String> named(String flag) {
        return list().stream()
                .filter(line -> line.get(flag).asBoolean())
                .map(line -> line.get("caseId").asString())
                .toList();
    }

    @Test
    void saysWhatWaitsForADecisionAndSinceItsTimeHasPassedThatItIsOverdue() {
        CaseId late = quiet("When do you open?");
        web.desk().tick(Duration.ofMinutes(59));
        CaseId early = quiet("When do you close?");
        quiet("person please");
        assertThat(named("waiting")).containsExactlyInAnyOrder(late.value(), early.value());
        assertThat(named("overdue")).isEmpty();
        web.desk().tick(Duration.ofMinutes(1));
        assertThat(named("overdue")).containsExactly(late.value());
        web.desk().runUntilQuiet();
        assertThat(named("overdue")).as("reminded of").containsExactly(late.value());
    }

    @Test
    void saysWhatTheDocumentSaysThatItDoes() throws Exception {
        quiet("When do you open?");
        JsonNode document = JSON.valueToTree(new Yaml().load(Files.readString(Path.of("docs", "openapi.yaml"))));
        JsonNode line = document.at("/components/schemas/CaseList/properties/cases/items");
        assertThat(list().getFirst().propertyNames())
                .containsExactlyInAnyOrderElementsOf(line.get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        line.get("required").valueStream().map(JsonNode::asString).toList());
    }
}
