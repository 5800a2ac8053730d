package io.sallyport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
class DecisionRoutesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INES = "Ines";

    private static WebDesk desk;
    private static String key;
    private static String plainKey;

    @BeforeAll
    static void open() {
        desk = WebDesk.open();
        desk.desk().mode(LaneMode.AUTO);
        key = desk.bean(ApiKeys.class).create("helpdesk", true);
        plainKey = desk.apiKey("shop");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static CaseId handedOver() {
        CaseId id = desk.desk().ticket("person please");
        desk.desk().runUntilQuiet();
        return id;
    }

    private static long version(CaseId id) {
        return desk.desk().load(id).version();
    }

    private static Map<String, Object> body(CaseId id, String decision, String... fields) {
        Map<String, Object> body = new HashMap<>(Map.of("decision", decision, "person", INES, "version", version(id)));
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return body;
    }

    private static HttpResponse<String> decide(CaseId id, String decision, String... fields) {
        return post(id, JSON.writeValueAsString(body(id, decision, fields)), key, "");
    }

    private static HttpResponse<String> post(CaseId id, String body, String apiKey, String idempotencyKey) {
        var request = HttpRequest.newBuilder(URI.create(desk.url("/api/v1/cases/" + id + "/decisions")))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + apiKey)
                .POST(BodyPublishers.ofString(body));
        if (!idempotencyKey.isEmpty()) {
            request.header(TicketRoutes.IDEMPOTENCY_KEY, idempotencyKey);
        }
        return new Web(desk).send(request.build());
    }

    private static JsonNode taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode taken = JSON.readTree(answer.body());
        assertThat(taken.get("version").asLong())
                .isEqualTo(version(new CaseId(taken.get("caseId").asString())));
        desk.desk().runUntilQuiet();
        return taken;
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:sallyport:problem:" + type);
        return problem;
    }

    private static Fact lastFact(CaseId id) {
        return desk.desk().cases().events(id).getLast().fact();
    }

    @Test
    void aCaseIsClaimedByThePersonAndReleased() {
        CaseId id = handedOver();
        JsonNode claimed = taken(decide(id, "claim"));
        assertThat(claimed.get("owner").asString()).isEqualTo(INES);
        assertThat(claimed.get("queue").asString()).isEqualTo("technical");
        assertThat(desk.desk().cases().events(id)).anySatisfy(event -> {
            assertThat(event.fact()).isInstanceOf(Fact.CaseClaimed.class);
            assertThat(event.actor()).isEqualTo(Actor.person(INES));
        });
        assertThat(taken(decide(id, "release")).get("owner").asString()).isEmpty();
    }

    @Test
    void aReplyLeavesInThePersonsWordsAndTheCaseIsTheirs() {
        CaseId id = handedOver();
        int before = desk.desk().channel().posted().size();
        taken(decide(id, "reply", "text", "We have looked into it; number " + id + " is mended."));
        assertThat(desk.desk().channel().posted())
                .hasSize(before + 1)
                .endsWith("We have looked into it; number " + id + " is mended.");
        assertThat(desk.desk().load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @Test
    void aCaseIsResolvedWithAReason() {
        CaseId id = handedOver();
        assertThat(taken(decide(id, "resolve", "text", "told by phone"))
                        .get("standing")
                        .asString())
                .isEqualTo("resolved");
        assertThat(lastFact(id)).isEqualTo(new Fact.CaseResolved("told by phone"));
    }

    @Test
    void aCaseIsGivenBackToTheMachine() {
        CaseId id = handedOver();
        JsonNode given = taken(decide(id, "give-back", "text", "an article says it"));
        assertThat(given.get("standing").asString()).isEqualTo("at work");
        assertThat(desk.desk().load(id).isTakenOver()).isFalse();
    }

    @Test
    void aCaseIsHandedToAColleagueWithOrWithoutAReason() {
        CaseId id = handedOver();
        assertThat(taken(decide(id, "assign", "colleague", "Omar")).get("owner").asString())
                .isEqualTo("Omar");
        CaseId other = handedOver();
        assertThat(taken(decide(other, "assign", "colleague", "Omar", "text", "knows heaters"))
                        .get("owner")
                        .asString())
                .isEqualTo("Omar");
    }

    @Test
    void aCaseIsCorrected() {
        CaseId id = handedOver();
        JsonNode corrected = taken(decide(
                id,
                "reclassify",
                "text",
                "double charge",
                "category",
                "billing",
                "priority",
                "P1",
                "queue",
                "billing"));
        assertThat(corrected.get("queue").asString()).isEqualTo("billing");
        assertThat(desk.desk().load(id).triage().category()).isEqualTo(Category.BILLING);
        assertThat(desk.desk().load(id).triage().priority()).isEqualTo(Priority.P1);
    }

    @Test
    void aCaseIsTakenOutOfItsCluster() {
        CaseId id = handedOver();
        desk.desk().decide(id, new Fact.ClusterJoined("CL1", 3, Priority.P2));
        taken(decide(id, "leave-cluster", "text", "another matter"));
        assertThat(desk.desk().load(id).handOver().cluster()).isEmpty();
        assertThat(problem(decide(id, "leave-cluster", "text", "x"), 409, "not-taken")
                        .get("detail")
                        .asString())
                .isEqualTo("The case is in no cluster.");
    }

    @Test
    void aNoteIsForColleagues() {
        CaseId id = handedOver();
        int before = desk.desk().channel().posted().size();
        taken(decide(id, "note", "text", "@omar knows this customer"));
        assertThat(desk.desk().load(id).handOver().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.mentions()).containsExactly("omar"));
        assertThat(desk.desk().channel().posted()).hasSize(before);
    }

    @Test
    void aCaseGoesOnWithAnother() {
        CaseId id = handedOver();
        CaseId into = handedOver();
        taken(decide(id, "merge", "into", into.value(), "text", "the same heater"));
        assertThat(desk.desk().load(id).handOver().mergedInto()).contains(into);
    }

    @Test
    void whatDoesNotFitTheCaseIsAConflictThatSaysWhy() {
        CaseId id = handedOver();
        taken(decide(id, "assign", "colleague", "Omar"));
        long before = version(id);
        assertThat(problem(decide(id, "reply", "text", "Over their head."), 409, "not-taken")
                        .get("detail")
                        .asString())
                .isEqualTo("Omar has claimed this case; it has to be released first.");
        problem(decide(id, "merge", "into", "SP-0000000000", "text", "x"), 409, "not-taken");
        problem(decide(handedOver(), "release"), 409, "not-taken");
        assertThat(version(id)).isEqualTo(before);
    }

    @Test
    void whoSawAnEarlierVersionIsToldTheOneThereIsNow() {
        CaseId id = handedOver();
        Map<String, Object> body = body(id, "claim");
        long seen = version(id);
        desk.desk().write(id, "Are you there?");
        desk.desk().runUntilQuiet();
        JsonNode problem = problem(post(id, JSON.writeValueAsString(body), key, "late"), 409, "overtaken");
        assertThat(problem.get("detail").asString()).contains("version " + version(id) + " now", "not " + seen);
        // What was not taken has not used its key up.
        body.put("version", version(id));
        assertThat(post(id, JSON.writeValueAsString(body), key, "late").statusCode())
                .isEqualTo(201);
    }

    @Test
    void theSameRequestAgainChangesNothingAndIsAnsweredTheSame() {
        CaseId id = handedOver();
        String body = JSON.writeValueAsString(body(id, "note", "text", "looked at it"));
        HttpResponse<String> first = post(id, body, key, "note-1");
        long after = version(id);
        HttpResponse<String> second = post(id, body, key, "note-1");
        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(version(id)).isEqualTo(after);
        problem(post(id, body.replace("looked", "peeked"), key, "note-1"), 409, "conflict");
        CaseId other = handedOver();
        String elsewhere = JSON.writeValueAsString(body(other, "note", "text", "looked at it"));
        assertThat(post(other, elsewhere, key, "note-1").statusCode())
                .as("a key is of one case")
                .isEqualTo(201);
    }

    @Test
    void manyAtOnceWithOneKeyDecideOnce() {
        CaseId id = handedOver();
        String body = JSON.writeValueAsString(body(id, "note", "text", "at once"));
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> post(id, body, key, "at-once").statusCode())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(desk.desk().load(id).handOver().notes()).hasSize(1);
    }

    @Test
    void manyAtOnceWithoutAKeyDecideOnceByTheVersion() {
        CaseId id = handedOver();
        String body = JSON.writeValueAsString(body(id, "note", "text", "at once"));
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> post(id, body, key, "").statusCode())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"person":"Ines","version":1}                                               | #/decision: expected one of claim, release, resolve
            {"decision":"approve","person":"Ines","version":1}                          | #/decision: expected one of claim
            {"decision":"claim","version":1}                                            | #/person: expected text of up to 200 characters, found nothing
            {"decision":"claim","person":" ","version":1}                               | #/person: expected text that is not blank
            {"decision":"claim","person":"Ines"}                                        | #/version: expected a whole number, 0 or more, found nothing
            {"decision":"claim","person":"Ines","version":"7"}                          | #/version: expected a whole number, 0 or more, found a text
            {"decision":"claim","person":"Ines","version":1,"text":"x"}                 | #/text: expected one of decision, person, version
            {"decision":"reply","person":"Ines","version":1}                            | #/text: expected text of up to 20000 characters, found nothing
            {"decision":"assign","person":"Ines","version":1}                           | #/colleague: expected text
            {"decision":"merge","person":"Ines","version":1,"text":"x","into":"12"}     | #/into: expected the id of a case
            {"decision":"reclassify","person":"Ines","version":1,"text":"x"}            | #/category: expected category, priority or queue, found none of them
            {"decision":"reclassify","person":"Ines","version":1,"text":"x","queue":"attic"} | #/queue: expected one of legal, security
            {"decision":"claim",                                                        | Line 1, column
            """)
    void whatIsWrongWithTheRequestIsNamed(String body, String said) {
        CaseId id = handedOver();
        HttpResponse<String> answer = post(id, body, key, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("detail").asString()).contains(said);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aKeyThatWasNotMadeForDecisionsTakesNone() {
        CaseId id = handedOver();
        String body = JSON.writeValueAsString(body(id, "claim"));
        problem(post(id, body, plainKey, ""), 403, "not-allowed");
        problem(post(id, body, "nonsense", ""), 401, "no-key");
        assertThat(desk.desk().load(id).isTakenOver()).isFalse();
    }

    @Test
    void aCaseThatIsNotThereIsNotFound() {
        String body = JSON.writeValueAsString(body(handedOver(), "claim"));
        problem(post(new CaseId("SP-0000000000"), body, key, ""), 404, "not-found");
    }
}
