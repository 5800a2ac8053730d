package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is let into the console, for how long, and what everybody else is told. */
@Tag("database")
class ConsoleDoorTest {

    private final WebDesk web = WebDesk.open();
    private final ConsoleAccess access = web.bean(ConsoleAccess.class);
    private final Web ines = new Web(web);

    @BeforeEach
    void signIn() {
        assertThat(Web.target(signIn(ines, "Ines", access.resetPassword("Ines"))))
                .isEqualTo("/console");
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static HttpResponse<String> signIn(Web visitor, String login, String password) {
        return visitor.submit("/console/login", "/console/login", Map.of("username", login, "password", password));
    }

    private HttpResponse<String> part(Web visitor, String path) {
        return visitor.send(HttpRequest.newBuilder(URI.create(web.url(path)))
                .header("HX-Request", "true")
                .build());
    }

    @Test
    void aListWhoseSessionIsGoneLetsItsPageLoadAnewAndIsNeverWhatOneComesBackTo() {
        String password = access.resetPassword("tomek");
        for (String path : new String[] {"/console/waiting", "/console/queue/lines"}) {
            var tomek = new Web(web);
            HttpResponse<String> answer = part(tomek, path);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
            assertThat(answer.body()).isEmpty();
            assertThat(Web.target(signIn(tomek, "tomek", password))).isEqualTo("/console");
        }
        var tomek = new Web(web);
        tomek.get("/console/quality");
        part(tomek, "/console/waiting");
        assertThat(Web.target(signIn(tomek, "tomek", password))).startsWith("/console/quality");
    }

    /** Sessions are memory, and anybody can ask without end. */
    @Test
    void strangersMakeNoSessions() {
        for (String path : new String[] {"/console", "/console/cases?x=1", "/console/waiting"}) {
            assertThat(new Web(web).get(path).headers().allValues("set-cookie"))
                    .as(path)
                    .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
    }

    @Test
    void aCasesPageIsNotTakenFromWhoeverTypesThere() {
        CaseId id = web.desk().ticket("When do you open?");
        var gone = new Web(web);
        HttpResponse<String> answer = part(gone, "/console/cases/" + id + "/news?version=1");
        assertThat(Web.target(answer)).isEqualTo("/console/login?of=" + id);
        assertThat(part(gone, Web.target(answer)).body())
                .contains("Keep a copy", "role=\"alert\"", "href=\"/console/cases/" + id + "\"")
                .doesNotContain("<html", "hx-get");
    }

    @Test
    void aNewPasswordEndsWhatWasOpenedByTheOldOne() {
        CaseId id = web.desk().ticket("When do you open?");
        assertThat(ines.get("/console").statusCode()).isEqualTo(200);
        String password = access.resetPassword("Ines");
        var again = new Web(web);
        signIn(again, "Ines", password);
        assertThat(again.get("/console").statusCode()).isEqualTo(200);
        web.desk().tick(StillSignedIn.BELIEVED.plus(Duration.ofSeconds(1)));
        assertThat(Web.target(ines.get("/console/cases/" + id))).isEqualTo("/console/login");
        assertThat(part(ines, "/console/waiting").statusCode()).isEqualTo(401);
        assertThat(again.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void whoWasRemovedIsOut() {
        assertThat(ines.get("/console").statusCode()).isEqualTo(200);
        access.remove("Ines");
        web.desk().tick(StillSignedIn.BELIEVED.plus(Duration.ofSeconds(1)));
        assertThat(Web.target(ines.get("/console"))).isEqualTo("/console/login");
    }

    @Test
    void aNameThatNobodyHasIsAnsweredLikeAnother() {
        for (String login : new String[] {"ines", "nobody"}) {
            var stranger = new Web(web);
            for (int i = 0; i < LoginTries.MOST_FOR_A_NAME; i++) {
                assertThat(Web.target(signIn(stranger, login, "guess " + i))).isEqualTo("/console/login?wrong");
            }
            assertThat(Web.target(signIn(stranger, login, "guess"))).isEqualTo("/console/login?locked");
        }
        web.desk().tick(LoginTries.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(Web.target(signIn(new Web(web), "in\0es", "guess"))).isEqualTo("/console/login?wrong");
    }

    @Test
    void noTextOfAFormBreaksOnACharacterThatCannotBeKept() {
        CaseId id = web.desk().ticket("When do you open?");
        web.desk().runUntilQuiet();
        String page = "/console/cases/" + id;
        assertThat(Web.target(ines.submit(page, page + "/note", Map.of("words", "Call\0 them"))))
                .isEqualTo(page);
        assertThat(ines.page(page).select("#notes-card").text()).contains("Call them");
        assertThat(ines.get("/console/cases?customer=a%00b").statusCode()).isEqualTo(200);
        assertThat(ines.get("/console/issues/ISS%001").statusCode()).isBetween(400, 404);
    }
}
