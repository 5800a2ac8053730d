package io.sallyport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the desk believes that an issue has moved. */
@Tag("database")
class TrackerRoutesTest {

    private static final String SECRET = "between us and the tracker";
    private static final String NEWS =
            "{\"id\":\"77\",\"issue\":\"TR-1\",\"state\":\"fixed\",\"note\":\"Mended in 2.1.\",\"by\":\"Noor\"}";

    private final WebDesk web = WebDesk.open(Map.of("sallyport.tracker.webhook-secret", SECRET));
    private final DeskKit desk = web.desk();
    private CaseId id = CaseId.random();

    @BeforeEach
    void aCaseBelongsToTheIssue() {
        id = desk.ticket("person please");
        desk.runUntilQuiet();
        desk.database()
                .jdbc()
                .sql("INSERT INTO case_issue (case_id, issue, cause, since) VALUES (?, 'TR-1', '', ?)")
                .params(id.value(), Timestamp.from(desk.clock().instant()))
                .update();
    }

    @AfterEach
    void close() {
        web.close();
    }

    private long now() {
        return desk.clock().instant().getEpochSecond();
    }

    static String signed(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<String> say(WebDesk to, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(to.url(TrackerRoutes.PATH)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return new Web(to).send(request.build());
    }

    private int say(String body, Map<String, String> headers) {
        return say(web, body, headers).statusCode();
    }

    private static Map<String, String> headers(String timestamp, String signature) {
        return Map.of("X-Sallyport-Timestamp", timestamp, "X-Sallyport-Signature", signature);
    }

    private Map<String, String> properly(String body) {
        String now = Long.toString(now());
        return headers(now, signed(SECRET, now, body));
    }

    private List<IssueNews> heard() {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.IssueMoved)
                .map(event -> ((Fact.IssueMoved) event.fact()).news())
                .toList();
    }

    @Test
    void whatIsSignedIsHeard() {
        assertThat(say(NEWS, properly(NEWS))).isEqualTo(202);
        assertThat(heard())
                .singleElement()
                .isEqualTo(new IssueNews(
                        "77",
                        "TR-1",
                        IssueNews.State.FIXED,
                        "Mended in 2.1.",
                        "Noor",
                        desk.clock().instant()));
    }

    @Test
    void aSignatureWithAnotherSecretOrOfOtherWordsOrTimesIsNone() {
        String now = Long.toString(now());
        assertThat(say(NEWS, headers(now, signed("guessed", now, NEWS)))).isEqualTo(401);
        assertThat(say(NEWS.replace("2.1", "2.2"), properly(NEWS))).isEqualTo(401);
        assertThat(say(NEWS, headers(Long.toString(now() + 1), signed(SECRET, now, NEWS))))
                .isEqualTo(401);
        assertThat(say(NEWS, headers(now, signed(SECRET, now, NEWS).toUpperCase(Locale.ROOT))))
                .isEqualTo(401);
        assertThat(heard()).isEmpty();
    }

    /** A megabyte of braces would be tens of megabytes of tree. */
    @Test
    void aStrangersBodyIsNeitherReadNorParsed() {
        String now = Long.toString(now());
        assertThat(say("{", Map.of())).isEqualTo(401);
        assertThat(say("x".repeat(JsonBody.MOST_BYTES + 1), headers(now, "sha256=none")))
                .isEqualTo(401);
        assertThat(say("{", headers(now, signed("guessed", now, "{")))).isEqualTo(401);
        assertThat(say("{", properly("{"))).isEqualTo(400);
    }

    @Test
    void whatIsNotSignedIsNotHeard() {
        String now = Long.toString(now());
        assertThat(say(NEWS, Map.of())).isEqualTo(401);
        assertThat(say(NEWS, Map.of("X-Sallyport-Timestamp", now))).isEqualTo(401);
        assertThat(say(NEWS, Map.of("X-Sallyport-Signature", signed(SECRET, now, NEWS))))
                .isEqualTo(401);
        assertThat(say(NEWS, headers("null", signed(SECRET, "null", NEWS)))).isEqualTo(401);
        assertThat(say(NEWS, headers("-1", signed(SECRET, "-1", NEWS)))).isEqualTo(401);
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 86_400})
    void whatWasSignedAtAnotherTimeIsNotHeard(long apart) {
        String then = Long.toString(now() + apart);
        assertThat(say(NEWS, headers(then, signed(SECRET, then, NEWS)))).isEqualTo(401);
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void clocksMayDifferByFiveMinutes(long apart) {
        String then = Long.toString(now() + apart);
        assertThat(say(NEWS, headers(then, signed(SECRET, then, NEWS)))).isEqualTo(202);
    }

    @Test
    void playedAgainItIsHeardOnceAndLaterNotAtAll() {
        Map<String, String> recorded = properly(NEWS);
        assertThat(say(NEWS, recorded)).isEqualTo(202);
        assertThat(say(NEWS, recorded)).isEqualTo(202);
        assertThat(heard()).hasSize(1);
        desk.tick(Duration.ofSeconds(301));
        assertThat(say(NEWS, recorded)).isEqualTo(401);
        assertThat(heard()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsAProblemForWhoSigned() {
        String wrong = NEWS.replace("fixed", "mended");
        HttpResponse<String> answer = say(web, wrong, properly(wrong));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("open, answered, fixed or declined");
    }

    private static String saidAt(String at, String id, String state) {
        return NEWS.replace("77", id).replace("fixed", state).replace("}", ",\"at\":\"" + at + "\"}");
    }

    @Test
    void whatArrivesAfterNewerNewsIsSeenAndMovesNothing() {
        String fixed = saidAt("2026-03-02T08:00:00Z", "2", "fixed");
        String answered = saidAt("2026-03-02T09:30:00+02:00", "1", "answered");
        assertThat(say(fixed, properly(fixed))).isEqualTo(202);
        assertThat(say(answered, properly(answered))).isEqualTo(202);
        assertThat(heard()).extracting(IssueNews::id).containsExactly("2", "1");
        assertThat(desk.load(id).handOver().news()).contains(heard().getFirst());
        assertThat(desk.load(id).handOver().untold()).contains(heard().getFirst());
        assertThat(desk.database()
                        .jdbc()
                        .sql("SELECT state FROM issue_state WHERE issue = 'TR-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("FIXED");
    }

    @Test
    void aTimeToComeIsNowSoThatWhatFollowsIsHeard() {
        String fixed = saidAt("2999-01-01T00:00:00Z", "1", "fixed");
        assertThat(say(fixed, properly(fixed))).isEqualTo(202);
        assertThat(heard().getFirst().at()).isEqualTo(desk.clock().instant());
        desk.tick(Duration.ofSeconds(1));
        String open = NEWS.replace("fixed", "open").replace("77", "2");
        assertThat(say(open, properly(open))).isEqualTo(202);
        assertThat(desk.load(id).handOver().news().map(IssueNews::state)).contains(IssueNews.State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-03-02", "-999999999-01-01T00:00:00Z", ""})
    void whatIsNoTimeIsAProblemForWhoSigned(String at) {
        String wrong = saidAt(at, "1", "fixed");
        HttpResponse<String> answer = say(web, wrong, properly(wrong));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#/at", "2026-03-02T09:00:00Z");
        assertThat(heard()).isEmpty();
    }

    @Test
    void whoIsNotBelievedIsToldWhatIsExpected() {
        HttpResponse<String> answer = say(web, NEWS, Map.of());
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("problem:not-signed", "X-Sallyport-Timestamp", "300 s", "X-Sallyport-Signature")
                .doesNotContain(SECRET);
    }

    /** An empty secret would be everybody's. */
    @Test
    void withoutASecretNobodyIsBelieved() {
        try (var open = WebDesk.open()) {
            String now = Long.toString(open.desk().clock().instant().getEpochSecond());
            assertThat(say(open, NEWS, headers(now, "sha256=")).statusCode()).isEqualTo(401);
            assertThat(say(open, NEWS, headers(now, signed(" ", now, NEWS))).statusCode())
                    .isEqualTo(401);
        }
    }
}
