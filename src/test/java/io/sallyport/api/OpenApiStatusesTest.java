package io.sallyport.api;

import static io.sallyport.api.TicketRoutes.IDEMPOTENCY_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the document says that each route answers, held against calls that end in every way there is. */
@Tag("database")
class OpenApiStatusesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SECRET = "between us and the tracker";
    private static final String LONGEST = "1000";
    private static final String TOO_LONG = "x".repeat(1_001);
    private static final String TOO_LARGE = "x".repeat(JsonBody.MOST_BYTES + 1);

    private static final String FILE = "POST /api/v1/tickets";
    private static final String ADD = "POST /api/v1/tickets/{id}/messages";
    private static final String HEAR = "POST /api/v1/tracker/events";
    private static final String LIST = "GET /api/v1/cases";
    private static final String SHOW = "GET /api/v1/cases/{id}";
    private static final String DECIDE = "POST /api/v1/cases/{id}/decisions";

    private static final String TICKET = "{\"subject\":\"Hours\",\"text\":\"When do you open?\",\"from\":\"jo@b.c\"}";
    private static final String MESSAGE = "{\"text\":\"And on Sundays?\"}";
    private static final String ELSEWHERE = "{\"text\":\"We open at nine.\",\"person\":\"Ines\"}";
    private static final String NEWS =
            "{\"id\":\"77\",\"issue\":\"TR-1\",\"state\":\"fixed\",\"note\":\"Mended.\",\"by\":\"Noor\"}";
    private static final String NOBODY = "SP-0000000000";

    private final WebDesk web = WebDesk.open(Map.of(
            "sallyport.tracker.webhook-secret",
            SECRET,
            "sallyport.intake.readable-text",
            LONGEST,
            "sallyport.intake.longest-text",
            LONGEST));
    private final Map<String, Set<Integer>> answered = new TreeMap<>();
    private final String plain = web.apiKey("shop");
    private final String key = web.bean(ApiKeys.class).create("helpdesk", true);

    @AfterEach
    void close() {
        web.close();
    }

    /** @param id of the case, or what stands behind the path of a route without one */
    private HttpResponse<String> call(String route, String id, String body, String... headers) {
        String[] parts = route.split(" ", -1);
        String path = parts[1].contains("{id}") ? parts[1].replace("{id}", id) : parts[1] + id;
        var request = HttpRequest.newBuilder(URI.create(web.url(path)))
                .method(parts[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = new Web(web).send(request.build());
        answered.computeIfAbsent(route, _ -> new TreeSet<>()).add(answer.statusCode());
        if (answer.statusCode() >= 400) {
            assertProblem(answer);
        }
        return answer;
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.propertyNames()).as(answer.body()).contains("type", "title", "status", "detail");
        assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.get("type").asString()).startsWith("urn:sallyport:problem:");
        assertThat(problem.path("instance").asString("")).isNotEqualTo("/error");
    }

    private void callWithoutAKey(String route, String id, String body) {
        call(route, id, body, "Authorization", "Bearer nonsense");
    }

    private void callWithBodiesThatAreNone(String route, String id) {
        call(route, id, "{");
        call(route, id, TOO_LARGE);
        call(route, id, "a=b", "Content-Type", "application/x-www-form-urlencoded");
        call(route, id, "a=b", "Content-Type", "multipart/form-data");
    }

    private void file() {
        call(FILE, "", TICKET, IDEMPOTENCY_KEY, "1");
        call(FILE, "", TICKET, IDEMPOTENCY_KEY, "1");
        call(FILE, "", TICKET.replace("open", "close"), IDEMPOTENCY_KEY, "1");
        call(FILE, "", TICKET.replace("When", TOO_LONG));
        callWithoutAKey(FILE, "", TICKET);
        callWithBodiesThatAreNone(FILE, "");
    }

    private void add(String id) {
        call(ADD, id, MESSAGE, IDEMPOTENCY_KEY, "2");
        call(ADD, id, MESSAGE, IDEMPOTENCY_KEY, "2");
        call(ADD, id, MESSAGE.replace("Sun", "Mon"), IDEMPOTENCY_KEY, "2");
        call(ADD, id, MESSAGE.replace("And", TOO_LONG));
        call(ADD, id, ELSEWHERE);
        call(ADD, id, ELSEWHERE, "Authorization", "Bearer " + plain);
        call(ADD, NOBODY, MESSAGE);
        callWithoutAKey(ADD, id, MESSAGE);
        callWithBodiesThatAreNone(ADD, id);
    }

    private void decide(String id, String decision) {
        call(DECIDE, id, decision, IDEMPOTENCY_KEY, "3");
        call(DECIDE, id, decision, IDEMPOTENCY_KEY, "3");
        call(DECIDE, id, decision);
        call(DECIDE, id, decision, "Authorization", "Bearer " + plain);
        call(DECIDE, NOBODY, decision);
        callWithoutAKey(DECIDE, id, decision);
        callWithBodiesThatAreNone(DECIDE, id);
    }

    private void hear() {
        hearSigned(NEWS, "application/json");
        call(HEAR, "", NEWS);
        hearSigned("{", "application/json");
        hearSigned(TOO_LARGE, "application/json");
        hearSigned("a=b", "application/x-www-form-urlencoded");
    }

    private void hearSigned(String body, String type) {
        String now = Long.toString(web.desk().clock().instant().getEpochSecond());
        String signature = TrackerRoutesTest.signed(SECRET, now, body);
        call(
                HEAR,
                "",
                body,
                TrackerSignature.TIMESTAMP,
                now,
                TrackerSignature.SIGNATURE,
                signature,
                "Content-Type",
                type);
    }

    private void look(String id) {
        call(LIST, "", "");
        call(LIST, "?limit=0", "");
        callWithoutAKey(LIST, "", "");
        call(SHOW, id, "");
        call(SHOW, NOBODY, "");
        call(SHOW, "50%25", "");
        callWithoutAKey(SHOW, id, "");
    }

    private void callADeskThatIsBroken(String id, String decision) {
        for (String table : List.of("case_head", "case_event", "case_issue")) {
            web.desk()
                    .database()
                    .jdbc()
                    .sql("ALTER TABLE " + table + " RENAME TO lost_" + table)
                    .update();
        }
        call(FILE, "", TICKET);
        call(ADD, id, MESSAGE);
        call(DECIDE, id, decision);
        call(LIST, "", "");
        call(SHOW, id, "");
        hearSigned(NEWS, "application/json");
    }

    @Test
    void everyStatusThatARouteAnswersIsDescribedAndNoOther() throws IOException {
        CaseId id = web.desk().ticket("person please");
        web.desk().runUntilQuiet();
        String decision = JSON.writeValueAsString(Map.of(
                "decision",
                "note",
                "person",
                "Ines",
                "text",
                "seen",
                "version",
                web.desk().load(id).version()));
        decide(id.value(), decision);
        file();
        add(id.value());
        hear();
        look(id.value());
        assertThat(answered.values())
                .as("of a desk that works")
                .allSatisfy(of -> assertThat(of).doesNotContain(500));
        callADeskThatIsBroken(id.value(), decision);
        assertThat(described()).isEqualTo(answered);
    }

    private static Map<String, Set<Integer>> described() throws IOException {
        JsonNode document = JSON.valueToTree(new Yaml().load(Files.readString(Path.of("docs", "openapi.yaml"))));
        Map<String, Set<Integer>> described = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().get("responses").propertyNames().stream()
                                        .map(Integer::valueOf)
                                        .collect(Collectors.toCollection(TreeSet::new)))));
        return described;
    }

    /** Who was told that it could not be taken would send it again. */
    @Test
    void whatWasDoneIsAnsweredInJsonWhateverTheCallerAccepts() {
        for (String route : List.of(FILE, LIST)) {
            HttpResponse<String> answer =
                    call(route, "", route.equals(FILE) ? TICKET : "", "Accept", "text/html, nonsense");
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        }
    }
}
