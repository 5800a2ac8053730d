package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.IssueNews.State;
import io.sallyport.connector.builtin.BuiltInTools;
import io.sallyport.connector.builtin.Issue;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of the built-in tracker and team chat. */
@Tag("database")
class IssuePagesTest {

    private final WebDesk web = WebDesk.open();
    private final Web operator = new Web(web);
    private final BuiltInTools tools = web.bean(BuiltInTools.class);
    private final Permits permits = new Permits(web.desk().clock());
    private String id = "";

    @BeforeEach
    void anIssueIsFiled() {
        operator.submit("/console/login", "/console/login", Map.of("password", web.operatorPassword()));
        var errand = new Errand(Errand.Kind.ISSUE, "hand-over 3", "", "Exports <b>fail</b>", "Steps: press Export.");
        id = ((Delivery.Accepted) tools.tracker().file(permits.of(errand), errand)).remoteId();
    }

    @AfterEach
    void close() {
        web.close();
    }

    private Issue issue() {
        return tools.issues().load(id);
    }

    private HttpResponse<String> say(String to, String text, boolean isPublic) {
        return operator.submit(
                "/console/issues/" + id,
                "/console/issues/" + id,
                Map.of("to", to, "text", text, "isPublic", Boolean.toString(isPublic)));
    }

    @Test
    void anIssueIsListedAndShownWithItsCasesAndWords() {
        assertThat(operator.page("/console/issues").select("tbody td").eachText())
                .startsWith(id, "Exports <b>fail</b>", "open", "1");
        Document page = operator.page("/console/issues/" + id);
        assertThat(page.select("h1").text()).isEqualTo(id + ": Exports <b>fail</b>");
        assertThat(page.text())
                .contains("Steps: press Export.", permits.caseId().value(), "Nothing yet.");
        assertThat(page.select("h1 b")).as("what customers wrote is text").isEmpty();
    }

    @Test
    void commentsAreInternalUnlessSaidOtherwise() {
        assertThat(Web.target(say("", "Looks like the writer.", false))).isEqualTo("/console/issues/" + id);
        say("", "We are looking into it.", true);
        assertThat(issue().entries()).extracting(Issue.Entry::isPublic).containsExactly(false, true);
        assertThat(issue().entries()).extracting(Issue.Entry::by).containsOnly(ConsoleAccess.FIRST);
        assertThat(operator.page("/console/issues/" + id).text())
                .contains("internal", "Looks like the writer.", "for customers", "We are looking into it.");
    }

    @Test
    void anIssueIsAnsweredFixedAndOpenedAgain() {
        say("ANSWERED", "Export month by month.", false);
        assertThat(issue().state()).isEqualTo(State.ANSWERED);
        assertThat(operator.page("/console/issues/" + id).text()).contains("Its cases hear of it.");
        say("FIXED", "", false);
        assertThat(issue().state()).isEqualTo(State.FIXED);
        assertThat(operator.page("/console/issues").text()).contains("No issue is open.");
        assertThat(operator.page("/console/issues?all=true").text()).contains(id, "fixed");
        say("OPEN", "", false);
        assertThat(issue().state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatCustomersAreToldNeedsWords() {
        say("DECLINED", " ", false);
        assertThat(operator.page("/console/issues/" + id).text()).contains("say in the note why nothing is done");
        say("ANSWERED", "", false);
        assertThat(operator.page("/console/issues/" + id).text())
                .contains("needs the words that customers are to read");
        say("", "", false);
        assertThat(operator.page("/console/issues/" + id).text()).contains("a comment needs words");
        assertThat(issue().state()).isEqualTo(State.OPEN);
        assertThat(issue().entries()).isEmpty();
    }

    @Test
    void whatIsNoIssueIsNotFound() {
        assertThat(operator.get("/console/issues/ISS-999").statusCode()).isEqualTo(404);
        assertThat(operator.get("/console/issues/nonsense").statusCode()).isEqualTo(404);
        assertThat(new Web(web).get("/console/issues/" + id).statusCode())
                .as("who is not logged in")
                .isEqualTo(302);
    }

    @Test
    void whatTheDeskSaidToPeopleIsShown() {
        var post = new Errand(Errand.Kind.CHAT, "hand-over 3", "", "P2 in technical", "The export stops.");
        tools.chat().post(permits.of(post), post);
        var page = new Errand(Errand.Kind.PAGE, "hand-over 3", "", "P1 in security", "A break-in.");
        tools.pageLog().page(permits.of(page), page);
        assertThat(operator.page("/console/chat").text())
                .contains("P2 in technical", "The export stops.", "P1 in security", "A break-in.");
    }
}
