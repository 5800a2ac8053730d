package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.BrokenCase;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of several cases with one cause. */
@Tag("database")
class ClusterPagesTest {

    private static final String PAGE = "/console/clusters/CL1";

    private final WebDesk web = WebDesk.open();
    private final DeskKit desk = web.desk();
    private final Web operator = new Web(web);

    @BeforeEach
    void logIn() {
        operator.submit("/console/login", "/console/login", Map.of("password", web.operatorPassword()));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private CaseId clustered(String customer) {
        CaseId id = desk.ticketFrom(customer, "Cold", "person please");
        desk.runUntilQuiet();
        desk.decide(id, new Fact.ClusterJoined("CL1", 2, Priority.P2));
        desk.runUntilQuiet();
        return id;
    }

    @Test
    void aCaseThatCannotBeReadIsNamedAndTheOthersAreClosed() {
        CaseId read = clustered("ana@example.com");
        CaseId unread = clustered("bo@example.com");
        BrokenCase.make(desk, unread);
        Document page = operator.page(PAGE);
        assertThat(page.select("h2").text()).isEqualTo("2 cases, one cause");
        assertThat(page.select("tbody tr").eachText())
                .hasSize(2)
                .anyMatch(row -> row.contains(read.value()) && row.contains("with people"))
                .contains(unread + " Cold bo@example.com cannot be read now");

        HttpResponse<String> answer = operator.submit(page, PAGE + "/resolve", Map.of("words", "mended"));
        Document closed = Jsoup.parse(answer.body());
        assertThat(closed.text()).contains("Done for 1 of 2 open cases.");
        assertThat(closed.select("#not-done li").eachText())
                .containsExactly(unread + " The case cannot be read now; try again once it can.");
        assertThat(desk.load(read).standing()).isInstanceOf(Standing.Resolved.class);
    }

    @Test
    void aCaseIsTakenOutOfItOnItsOwnPage() {
        CaseId stays = clustered("ana@example.com");
        CaseId wrong = clustered("bo@example.com");
        String own = "/console/cases/" + wrong;
        Document page = operator.page(own);
        assertThat(page.select("#cluster a").attr("href")).isEqualTo(PAGE);
        HttpResponse<String> answer = operator.submit(page, own + "/leave-cluster", Map.of("words", "It is a kettle."));
        assertThat(Web.target(answer)).isEqualTo(own);
        Document after = operator.page(own);
        assertThat(after.text())
                .contains("Taken out; it goes by its own.", "Taken out of the cluster CL1: It is a kettle.");
        assertThat(after.select("#cluster, form[action$=/leave-cluster]")).isEmpty();
        assertThat(operator.page(PAGE).select("tbody").text())
                .contains(stays.value())
                .doesNotContain(wrong.value());
    }

    @Test
    void thereIsNoPageOfAClusterThatIsNot() {
        assertThat(operator.get("/console/clusters/CL9").statusCode()).isEqualTo(404);
    }
}
