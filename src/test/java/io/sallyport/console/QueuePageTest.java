package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.escalation.QueueMembers;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class QueuePageTest {

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

    private CaseId handedOver(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return id;
    }

    private CaseId inBilling() {
        CaseId id = handedOver("person please");
        desk.decide(id, new Fact.Reclassified(Optional.empty(), Optional.empty(), Optional.of("billing"), "theirs"));
        return id;
    }

    private Document page(String query) {
        return operator.page("/console/queue" + query);
    }

    @Test
    void showsClocksLoadAndExpectedWait() {
        CaseId calm = handedOver("person please");
        handedOver("a flood, person please");
        desk.decide(calm, new Fact.CaseClaimed());
        desk.tick(Duration.ofMinutes(90));
        Document page = page("");
        assertThat(page.select("table.cases tbody tr td:nth-child(4)").eachText())
                .containsExactly("overdue by 30 min", "overdue by 30 min of office time");
        assertThat(page.select("table.cases .tag.bad").eachText()).contains("overdue by 30 min");
        assertThat(page.select("#counts tbody td").eachText())
                .containsExactly("technical", "2", "1", "0", "everybody", "too few cases to say");
        assertThat(page.select("#loads tbody td").eachText()).containsExactly("Ines", "1", "0", "0", "all", "1");
        assertThat(page.select("#served").text()).isEqualTo("You serve no queue by name, so you see all of them.");
    }

    @Test
    void opensWithTheQueuesThatThePersonServes() {
        CaseId technical = handedOver("person please");
        CaseId billing = inBilling();
        assertThat(page("").text()).contains(technical.value(), billing.value());
        web.bean(QueueMembers.class).serve(ConsoleAccess.FIRST, List.of("billing", "returns"));
        Document page = page("");
        assertThat(page.select("#served").text()).isEqualTo("Your queues: billing, returns");
        assertThat(page.select("#lines .cases").text())
                .contains(billing.value())
                .doesNotContain(technical.value());
        assertThat(page("?view=all").text()).contains(technical.value(), billing.value());
        assertThat(page("/lines?view=my+queues").text())
                .contains(billing.value())
                .doesNotContain(technical.value());
        assertThat(page("?queue=technical&view=all").select(".cases").text())
                .contains(technical.value())
                .doesNotContain(billing.value());
        assertThat(page.select("#loads tbody td").eachText())
                .containsExactly(ConsoleAccess.FIRST, "0", "0", "0", "billing, returns", "1");
        assertThat(page.select("#counts tbody td").eachText()).contains("billing", "1", "everybody");
    }

    @Test
    void staysAsItIsWhileNothingHappens() {
        CaseId id = handedOver("a flood, person please");
        String again = page("").select("#lines").attr("hx-get");
        assertThat(operator.get(again).statusCode()).isEqualTo(204);
        desk.tick(Duration.ofSeconds(20));
        assertThat(operator.get(again).statusCode()).isEqualTo(204);
        desk.decide(id, new Fact.CaseClaimed());
        Document claimed = Jsoup.parse(operator.get(again).body());
        assertThat(claimed.select(".cases").text()).contains("Ines");
        assertThat(claimed.select("#case-" + id)).hasSize(1);
        assertThat(claimed.select("a").eachAttr("id")).doesNotHaveDuplicates().hasSameSizeAs(claimed.select("a"));
        desk.tick(Duration.ofMinutes(1));
        assertThat(operator.get(claimed.select("#lines").attr("hx-get")).statusCode())
                .isEqualTo(200);
    }
}
