package io.sallyport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class TicketRoutesTest {

    private static final String TICKET =
            "{\"subject\":\"Pairing\",\"text\":\"How do I pair it?\",\"from\":\"Jo@Example.com\"}";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static WebDesk desk;
    private static String key;

    @BeforeAll
    static void open() {
        desk = WebDesk.open();
        key = desk.apiKey("shop");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aTicketIsCommittedBeforeItIsAcknowledged() {
        HttpResponse<String> answer = post("/api/v1/tickets", TICKET);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode filed = JSON.readTree(answer.body());
        CaseRecord record = desk.desk().load(new CaseId(filed.get("caseId").asString()));
        assertThat(record.ticket().customer()).isEqualTo("jo@example.com");
        assertThat(record.ticket().source()).isEqualTo("api:shop");
        assertThat(answer.headers().firstValue("location")).contains("/api/v1/cases/" + record.id());
        assertThat(filed.get("customerPage").asString())
                .isEqualTo(desk.url("/t/" + record.ticket().link()));
    }

    @Test
    void theSameKeyAndBodyFileOneTicket() {
        var first = post("/api/v1/tickets", TICKET, TicketRoutes.IDEMPOTENCY_KEY, "again-1");
        var second = post("/api/v1/tickets", TICKET, TicketRoutes.IDEMPOTENCY_KEY, "again-1");
        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 200);
        assertThat(caseId(second)).isEqualTo(caseId(first));
        var reordered = "{\"text\":\"How do I pair it?\", \"from\":\"Jo@Example.com\", \"subject\":\"Pairing\"}";
        assertThat(caseId(post("/api/v1/tickets", reordered, TicketRoutes.IDEMPOTENCY_KEY, "again-1")))
                .isEqualTo(caseId(first));
    }

    @Test
    void manyAtOnceWithOneKeyFileOneTicket() {
        List<String> ids = IntStream.range(0, 12)
                .parallel()
                .mapToObj(_ -> caseId(post("/api/v1/tickets", TICKET, TicketRoutes.IDEMPOTENCY_KEY, "at-once")))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    @Test
    void theSameKeyForAnotherTicketIsAConflict() {
        post("/api/v1/tickets", TICKET, TicketRoutes.IDEMPOTENCY_KEY, "other-1");
        var answer = post("/api/v1/tickets", TICKET.replace("pair", "reset"), TicketRoutes.IDEMPOTENCY_KEY, "other-1");
        assertProblem(answer, 409, "Idempotency-Key");
    }

    @Test
    void anExternalIdIsAKeyToo() {
        String ticket = TICKET.replace("}", ",\"externalId\":\"order-77\"}");
        var first = post("/api/v1/tickets", ticket);
        assertThat(caseId(post("/api/v1/tickets", ticket))).isEqualTo(caseId(first));
        assertProblem(post("/api/v1/tickets", ticket.replace("Pairing", "Else")), 409, "externalId");
        assertThat(get("/api/v1/cases/order-77").statusCode()).isEqualTo(200);
        assertThat(caseId(post("/api/v1/tickets", ticket, "Authorization", "Bearer " + desk.apiKey("warehouse"))))
                .isNotEqualTo(caseId(first));
    }

    @Test
    void aFurtherMessageJoinsItsCase() {
        String id = caseId(post("/api/v1/tickets", TICKET));
        var path = "/api/v1/tickets/" + id + "/messages";
        var first = post(path, "{\"text\":\"And how far?\"}", TicketRoutes.IDEMPOTENCY_KEY, "m-1");
        var second = post(path, "{\"text\":\"And how far?\"}", TicketRoutes.IDEMPOTENCY_KEY, "m-1");
        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 200);
        assertThat(desk.desk().load(new CaseId(id)).messages())
                .extracting(message -> message.written())
                .containsExactly("How do I pair it?", "And how far?");
        assertProblem(post("/api/v1/tickets/SP-0000000000/messages", "{\"text\":\"x\"}"), 404, "SP-0000000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"subject\":\"s\",\"text\":\"t\"}                                   | #/from: expected text of up to 254 characters, found nothing",
                "{\"subject\":\"s\",\"text\":\" \",\"from\":\"a@b.c\"}                | #/text: expected text that is not blank",
                "{\"subject\":7,\"text\":\"t\",\"from\":\"a@b.c\"}                    | #/subject: expected text, found a number",
                "{\"subject\":\"s\",\"text\":\"t\",\"from\":\"nobody\"}               | #/from: expected one e-mail address",
                "{\"subject\":\"s\",\"text\":\"t\",\"from\":\"a@b.c\",\"prio\":1}     | #/prio: expected one of attachments, channel",
                "{\"subject\":\"s\",\"text\":\"t\",\"from\":\"a@b.c\",\"channel\":\"fax\"} | #/channel: expected one of email, web, chat, api",
                "{\"subject\":\"s\",\"text\":\"\\u0000\",\"from\":\"a@b.c\"}          | #/text: expected text of up to 500000 characters, found a text with the character U+0000",
                "{\"subject\":\"s\",\"text\":\"\\ud800\",\"from\":\"a@b.c\"}          | half a character",
                "{\"subject\":\"s\",\"text\":\"t\",\"from\":\"a@b.c\",\"attachments\":[{\"name\":\"x\",\"mediaType\":\"a/b\",\"bytes\":-1}]} | #/attachments/0/bytes: expected a whole number, 0 or more",
                "[]                                                                    | #: expected a JSON object, found a list",
                "{\"subject\":\"s\",                                                   | Line 1, column",
                "{\"subject\":\"s\",\"subject\":\"t\"}                                | Line 1, column",
                "``                                                                    | The body is empty",
            })
    void whatIsWrongIsNamed(String body, String said) {
        assertProblem(post("/api/v1/tickets", body), 400, said);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        JsonNode problem = JSON.readTree(
                post("/api/v1/tickets", "{\"text\":1,\"colour\":2}").body());
        assertThat(problem.get("errors").valueStream().map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("#/colour", "#/subject", "#/text", "#/from");
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() {
        String huge = TICKET.replace("How", "x".repeat(JsonBody.MOST_BYTES));
        assertProblem(post("/api/v1/tickets", huge), 413, "1048576 bytes");
    }

    @Test
    void onlyJsonIsTaken() {
        assertProblem(post("/api/v1/tickets", TICKET, "Content-Type", "text/plain"), 415, "application/json");
    }

    @ParameterizedTest
    @CsvSource({"'',Expected the header", "Bearer nonsense,no API key in use", "Basic abc,no API key in use"})
    void aCallerWithoutAKeyIsToldSo(String authorization, String said) {
        assertProblem(post("/api/v1/tickets", TICKET, "Authorization", authorization), 401, said);
    }

    @Test
    void aRevokedKeyOpensNothing() {
        String old = desk.apiKey("old");
        assertThat(get("/api/v1/cases", "Authorization", "Bearer " + old).statusCode())
                .isEqualTo(200);
        desk.bean(ApiKeys.class).revoke("old");
        assertThat(get("/api/v1/cases", "Authorization", "Bearer " + old).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theFirstKeyLiesInAFileForItsOwnerAlone() throws Exception {
        var file = desk.var().resolve("api-key");
        String first = Files.readString(file).strip();
        assertThat(get("/api/v1/cases", "Authorization", "Bearer " + first).statusCode())
                .isEqualTo(200);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void casesAreListedByWhatWasAskedFor() {
        post("/api/v1/tickets", TICKET.replace("Jo@Example.com", "lists@example.com"));
        JsonNode found = JSON.readTree(
                get("/api/v1/cases?customer=lists@example.com&limit=5").body());
        assertThat(found.get("cases").size()).isEqualTo(1);
        assertProblem(get("/api/v1/cases?standing=lost&limit=0&colour=red"), 400, "?colour");
    }

    @Test
    void theCharacterZeroInAParameterIsAProblemToo() {
        assertProblem(
                get("/api/v1/cases?customer=jo%00@example.com"),
                400,
                "?customer: expected an address, found a text with the character U+0000");
    }

    /** Whoever has the link writes on that page as the customer does. */
    @Test
    void aCaseIsGivenWithoutTheLinkOfItsPage() {
        String id = caseId(post("/api/v1/tickets", TICKET));
        String link = desk.desk().load(new CaseId(id)).ticket().link();
        String given = CaseSchema.checked(get("/api/v1/cases/" + id).body());
        assertThat(given).contains("\"ticket-opened\"").doesNotContain(link).doesNotContain("\"link\"");
    }

    @Test
    void theCustomersPageIsToldToTheKeyThatFiledTheTicketAlone() {
        String warehouse = "Bearer " + desk.apiKey("warehouse-2");
        String id = caseId(post("/api/v1/tickets", TICKET.replace("Jo@", "mine@")));
        var path = "/api/v1/tickets/" + id + "/messages";
        assertThat(post(path, "{\"text\":\"And how far?\"}").body()).contains("customerPage");
        var others = post(path, "{\"text\":\"Tell me.\"}", "Authorization", warehouse);
        assertThat(others.statusCode()).isEqualTo(201);
        assertThat(others.body()).contains(id).doesNotContain("customerPage");
        String naming = TICKET.replace("Jo@", "mine@").replace("Pairing", "Re: " + id);
        var named = post("/api/v1/tickets", naming, "Authorization", warehouse);
        assertThat(named.body()).contains(id).doesNotContain("customerPage");
    }

    @Test
    void unknownAddressesAndMethodsAreProblemsToo() {
        assertProblem(get("/api/v1/nothing"), 404, "nothing at this address");
        assertProblem(get("/api/v1/tickets"), 405, "does not take that method");
        assertProblem(get("/api/v1/cases/SP-0000000000"), 404, "no case");
    }

    @Test
    void theDocumentedCallsWork() throws Exception {
        String document = Files.readString(Path.of("docs", "api.md"));
        Matcher calls = Pattern.compile("curl -i http://[^/]+(\\S+) [^']*?(?:'[^']*'[^']*?)*?-d '([^']*)'")
                .matcher(document);
        assertThat(calls.find()).isTrue();
        HttpResponse<String> filed = post(calls.group(1), calls.group(2));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        assertThat(calls.find()).isTrue();
        var path = calls.group(1).replaceAll("SP-\\w+", caseId(filed));
        assertThat(post(path, calls.group(2)).statusCode()).isEqualTo(201);
        Matcher lists = Pattern.compile("curl 'http://[^/]+([^']+)'").matcher(document);
        assertThat(lists.find()).isTrue();
        assertThat(get(lists.group(1)).statusCode()).isEqualTo(200);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).contains(said);
        assertThat(answer.body()).doesNotContain("xception");
    }

    private static String caseId(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("caseId").asString();
    }

    private static HttpResponse<String> post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(desk.url(path)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body));
        return send(request, headers);
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(desk.url(path))).header("Authorization", "Bearer " + key), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return new Web(desk).send(request.build());
    }
}
