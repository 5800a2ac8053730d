package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.CaseId;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of whoever has been signed in for as long as it lasts. */
@Tag("database")
class LongSessionTest {

    private static final String WORDS = "We open at <b>nine</b>, & on Sundays at ten.";

    private final WebDesk web = WebDesk.open();
    private final String password = web.operatorPassword();
    private final Web operator = new Web(web);
    private final CaseId id = web.desk().ticket("person please");
    private final String casePage = "/console/cases/" + id;

    @BeforeEach
    void signIn() {
        web.desk().runUntilQuiet();
        assertThat(Web.target(signIn(operator))).isEqualTo("/console");
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpResponse<String> signIn(Web visitor) {
        return visitor.submit("/console/login", "/console/login", Map.of("password", password));
    }

    private HttpResponse<String> part(String path) {
        return operator.send(HttpRequest.newBuilder(URI.create(web.url(path)))
                .header("HX-Request", "true")
                .build());
    }

    private void workFor(Duration time) {
        Duration hour = Duration.ofHours(1);
        for (Duration left = time; left.isPositive(); left = left.minus(hour)) {
            assertThat(part("/console/waiting").statusCode()).isEqualTo(200);
            web.desk().tick(left.compareTo(hour) < 0 ? left : hour);
        }
    }

    @Test
    void whoIsBusyAllDaySignsInAgainAfterTwelveHoursAndGoesOnWhereTheyWere() {
        workFor(Duration.ofHours(12).minusSeconds(1));
        assertThat(operator.get(casePage).statusCode()).isEqualTo(200);
        web.desk().tick(Duration.ofSeconds(1));
        assertThat(Web.target(operator.get(casePage))).isEqualTo("/console/login?long");
        assertThat(operator.page("/console/login?long").select("[role=status]").text())
                .isEqualTo("You were logged in for 12 hours, which is as long as it lasts."
                        + " Log in again to go on where you were.");
        assertThat(Web.target(signIn(operator))).startsWith(casePage);
        workFor(Duration.ofHours(11));
        assertThat(operator.get(casePage).statusCode()).isEqualTo(200);
    }

    @Test
    void aListsPageIsToldWhyAndIsWhatOneComesBackTo() {
        workFor(Duration.ofHours(12));
        HttpResponse<String> list = part("/console/queue/lines");
        assertThat(list.statusCode()).isEqualTo(401);
        assertThat(list.headers().firstValue("HX-Refresh")).contains("true");
        assertThat(Web.target(operator.get("/console/queue"))).isEqualTo("/console/login?long");
        assertThat(Web.target(signIn(operator))).startsWith("/console/queue");
    }

    @Test
    void aCasesPageStaysSaysWhyAndLeadsBackToTheCase() {
        workFor(Duration.ofHours(12));
        HttpResponse<String> news = part(casePage + "/news?version=0");
        assertThat(Web.target(news)).isEqualTo("/console/login?long&of=" + id);
        Document said = Jsoup.parse(part(Web.target(news)).body());
        assertThat(said.text()).contains("for 12 hours", "You are signed out", "Keep a copy");
        String link = said.select("a").attr("href");
        assertThat(link).isEqualTo(casePage);
        assertThat(Web.target(operator.get(link))).isEqualTo("/console/login?long");
        assertThat(Web.target(signIn(operator))).startsWith(casePage);
    }

    @Test
    void wordsThatCameTooLateAreShownAgainAndNotTaken() {
        Document page = operator.page(casePage);
        workFor(Duration.ofHours(12));
        HttpResponse<String> answer = operator.submit(page, casePage + "/reply", Map.of("words", WORDS));
        assertThat(answer.statusCode()).isEqualTo(401);
        Document said = Jsoup.parse(answer.body());
        assertThat(said.text()).contains("for 12 hours", "nothing was done", "Keep a copy");
        assertThat(said.select("textarea").val()).isEqualTo(WORDS);
        assertThat(web.desk().load(id).isTakenOver()).isFalse();
        String link = said.select("#again").attr("href");
        assertThat(link).isEqualTo(casePage);
        assertThat(Web.target(operator.get(link))).isEqualTo("/console/login");
        assertThat(Web.target(signIn(operator))).startsWith(casePage);
        assertThat(operator.get(casePage).statusCode()).isEqualTo(200);
    }

    @Test
    void aButtonThatCameTooLateDidNothingAndLeadsToItsPage() {
        Document page = operator.page("/console/lanes");
        workFor(Duration.ofHours(12));
        Document said = Jsoup.parse(
                operator.submit(page, "/console/lanes/kill", Map.of()).body());
        assertThat(said.text()).contains("nothing was done").doesNotContain("Keep a copy");
        assertThat(said.select("#again").attr("href")).isEqualTo("/console/lanes");
    }

    @Test
    void whoseAccountIsGoneSeesTheirWordsAgainToo() {
        Document page = operator.page(casePage);
        web.bean(ConsoleAccess.class).resetPassword();
        web.desk().tick(StillSignedIn.BELIEVED.plus(Duration.ofSeconds(1)));
        HttpResponse<String> answer = operator.submit(page, casePage + "/note", Map.of("words", WORDS));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Jsoup.parse(answer.body()).select("textarea").val()).isEqualTo(WORDS);
        assertThat(answer.body()).doesNotContain("12");
    }

    /** Another site could otherwise write on our page. */
    @Test
    void wordsWithoutAFormsTokenAreNotShown() {
        workFor(Duration.ofHours(12));
        HttpResponse<String> answer = operator.post(casePage + "/reply", Map.of("words", WORDS, "version", "0"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Sundays").contains("copy what you wrote");
    }

    @Test
    void howLongItLastsIsASetting() {
        try (var desk = WebDesk.open(Map.of("sallyport.console.longest-session", "2h"))) {
            var someone = new Web(desk);
            someone.submit("/console/login", "/console/login", Map.of("password", desk.operatorPassword()));
            desk.desk().tick(Duration.ofMinutes(119));
            assertThat(someone.get("/console").statusCode()).isEqualTo(200);
            desk.desk().tick(Duration.ofMinutes(1));
            assertThat(Web.target(someone.get("/console"))).isEqualTo("/console/login?long");
            assertThat(someone.page("/console/login?long").text()).contains("for 2 hours");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT59M", "PT90M", "-PT12H"})
    void whatIsNotWholeHoursIsRefused(String longest) {
        assertThatThrownBy(() -> new ConsoleSettings(Duration.parse(longest)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sallyport.console.longest-session", "12h");
    }
}
