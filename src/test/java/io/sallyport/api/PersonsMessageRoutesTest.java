package io.sallyport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a person wrote in a help desk that is wired by the API. */
@Tag("database")
class PersonsMessageRoutesTest {

    private static final String BODY = "{\"person\":\"Ines\",\"text\":\"We open at nine.\"}";

    private static WebDesk desk;
    private static String key;
    private static String plainKey;

    @BeforeAll
    static void open() {
        desk = WebDesk.open();
        desk.desk().mode(LaneMode.DRAFT);
        key = desk.bean(ApiKeys.class).create("helpdesk", true);
        plainKey = desk.apiKey("shop");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static CaseId asked() {
        CaseId id = desk.desk().ticket("When do you open?");
        desk.desk().runUntilQuiet();
        return id;
    }

    private static HttpResponse<String> post(CaseId id, String body, String apiKey, String idempotencyKey) {
        var request = HttpRequest.newBuilder(URI.create(desk.url("/api/v1/tickets/" + id + "/messages")))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + apiKey)
                .POST(BodyPublishers.ofString(body));
        if (!idempotencyKey.isEmpty()) {
            request.header(TicketRoutes.IDEMPOTENCY_KEY, idempotencyKey);
        }
        return new Web(desk).send(request.build());
    }

    private static List<Message> persons(CaseId id) {
        return desk.desk().load(id).messages().stream()
                .filter(message -> message.author() == Message.Author.PERSON)
                .toList();
    }

    @Test
    void itStandsOnTheCaseWhichIsTheWritersFromThenOn() {
        CaseId id = asked();
        HttpResponse<String> answer = post(id, BODY, key, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("standing").asString())
                .isEqualTo("with people");
        desk.desk().write(id, "And on Sundays?");
        desk.desk().mode(LaneMode.AUTO).runUntilQuiet();
        desk.desk().mode(LaneMode.DRAFT);
        CaseRecord record = desk.desk().load(id);
        assertThat(record.standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.owner()).contains("Ines"));
        assertThat(persons(id))
                .singleElement()
                .satisfies(message -> assertThat(message.written()).isEqualTo("We open at nine."));
        assertThat(desk.desk().channel().posted()).isEmpty();
    }

    @Test
    void theSameRequestAgainIsNotedOnce() {
        CaseId id = asked();
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> post(id, BODY, key, "at-once").statusCode())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(persons(id)).hasSize(1);
        assertThat(post(id, BODY.replace("nine", "ten"), key, "at-once").statusCode())
                .isEqualTo(409);
        assertThat(post(id, BODY.replace("\"person\":\"Ines\",", ""), key, "at-once")
                        .statusCode())
                .as("a customer's words under a person's key")
                .isEqualTo(409);
    }

    @Test
    void manyAtOnceAreAllNoted() {
        CaseId id = asked();
        assertThat(IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(_ -> post(id, BODY, key, "").statusCode()))
                .containsOnly(201);
        assertThat(persons(id)).hasSize(6);
    }

    @Test
    void aKeyThatWasNotMadeForPeoplesDecisionsSpeaksForNobody() {
        CaseId id = asked();
        HttpResponse<String> answer = post(id, BODY, plainKey, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("type").asString())
                .isEqualTo("urn:sallyport:problem:not-allowed");
        assertThat(persons(id)).isEmpty();
        assertThat(desk.desk().load(id).isTakenOver()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"person":" ","text":"x"}                            | #/person: expected text that is not blank
            {"person":7,"text":"x"}                              | #/person: expected text, found a number
            {"person":"Ines"}                                    | #/text: expected text
            {"person":"Ines","text":"x","from":"a@b.c"}          | #/from: expected no such field beside person
            {"person":"Ines","text":"x","senderSignedIn":true}   | #/senderSignedIn: expected no such field beside person
            """)
    void whatIsWrongIsNamed(String body, String said) {
        CaseId id = asked();
        HttpResponse<String> answer = post(id, body, key, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
        assertThat(persons(id)).isEmpty();
    }
}
