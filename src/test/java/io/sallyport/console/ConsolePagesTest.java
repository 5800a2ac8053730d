package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.insight.QaKit;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class ConsolePagesTest {

    private final WebDesk web = WebDesk.open();
    private final DeskKit desk = web.desk();
    private final Web operator = new Web(web);

    @BeforeEach
    void logIn() {
        HttpResponse<String> entered = logIn(operator, web.operatorPassword());
        assertThat(Web.target(entered)).isEqualTo("/console");
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void nobodyEntersWithoutTheRightPassword() {
        var stranger = new Web(web);
        assertThat(Web.target(stranger.get("/console"))).isEqualTo("/console/login");
        assertThat(Web.target(stranger.get("/console/cases/SP-0000000000"))).isEqualTo("/console/login");
        assertThat(Web.target(logIn(stranger, "guess"))).isEqualTo("/console/login?wrong");
        assertThat(stranger.post("/console/lanes/kill", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void guessingIsStoppedForAMinuteWhereItComesFrom() {
        String password = web.operatorPassword();
        var stranger = new Web(web);
        for (int i = 0; i < LoginTries.MOST_FOR_A_NAME; i++) {
            assertThat(Web.target(logIn(stranger, "guess " + i))).endsWith("wrong");
        }
        assertThat(Web.target(logIn(stranger, password))).endsWith("locked");
        desk.tick(LoginTries.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(Web.target(logIn(stranger, password))).isEqualTo("/console");
    }

    @Test
    void anEmptyListHasNoHeadings() {
        assertThat(operator.page("/console").select("th")).isEmpty();
        assertThat(operator.page("/console/cases").select("th")).isEmpty();
    }

    @Test
    void theFirstPageShowsWhatWaits() {
        CaseId held = quiet("When do you open?");
        CaseId queued = quiet("person please");
        String page = operator.page("/console").text();
        assertThat(page).contains("Drafts to decide · 1", held.value(), "Queue: technical · 1", queued.value());
        assertThat(operator.page("/console/cases?standing=with+people").text())
                .contains(queued.value())
                .doesNotContain(held.value());
    }

    @Test
    void aDraftWhoseTimeHasPassedSaysSo() {
        CaseId late = quiet("When do you open?");
        desk.tick(Duration.ofMinutes(59));
        CaseId early = quiet("When do you close?");
        assertThat(operator.page("/console").select(".tag.bad")).isEmpty();
        desk.tick(Duration.ofMinutes(1));
        assertThat(operator.page("/console").select("tr:has(.tag.bad)").text())
                .contains(late.value(), "overdue")
                .doesNotContain(early.value(), "reminder");
        desk.runUntilQuiet();
        assertThat(operator.page("/console").select(".tag.bad").text()).isEqualTo("overdue, 1 reminder");
        assertThat(operator.page("/console/cases").select(".tag.bad").text()).isEqualTo("overdue, 1 reminder");
        assertThat(casePage(late).text()).contains("waits for your word. It is overdue: 1 reminder.");
    }

    @Test
    void aCaseShowsEachClaimBesideItsProof() {
        CaseId id = quiet("When do you open?");
        Document page = casePage(id);
        assertThat(page.select(".sentence .quote").text()).contains(ScriptedAgents.QUOTE, "article:opening-hours@1");
        assertThat(page.text()).contains("Opening hours", "how-to", "waiting for a decision", "pass grounding");
    }

    @Test
    void anApprovedDraftGoesOut() {
        CaseId id = quiet("When do you open?");
        assertThat(Web.target(decide(id, "approve", Map.of()))).isEqualTo("/console/cases/" + id);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);
        assertThat(casePage(id).text()).contains("answered", "Sent by the desk");
    }

    @Test
    void aReviewOfWhatWasSentStandsOnItsCase() {
        CaseId id = quiet("When do you open?");
        decide(id, "approve", Map.of());
        desk.runUntilQuiet();
        assertThat(casePage(id).select("#reviews")).isEmpty();
        var strict = new ScriptedGate("grounding");
        strict.stopOn(ScriptedAgents.QUOTE);
        QaKit.reviewAllThatWasSent(desk, List.of(strict));
        assertThat(casePage(id).select("section[aria-labelledby=reviews]").text())
                .contains(
                        "not accurate",
                        "by the embedded engine",
                        "accuracy 2 of 5",
                        "completeness",
                        ScriptedAgents.QUOTE);
    }

    @Test
    void whatReviewsFoundIsListedByLaneAndScore() {
        assertThat(operator.page("/console/quality").text()).contains("Nothing has been sent yet.", "No reply fits.");
        CaseId id = quiet("When do you open?");
        decide(id, "approve", Map.of());
        desk.runUntilQuiet();
        var strict = new ScriptedGate("grounding");
        strict.stopOn(ScriptedAgents.QUOTE);
        QaKit.reviewAllThatWasSent(desk, List.of(strict));
        assertThat(findings("")).contains(id.value(), "not accurate", "accuracy 2", ScriptedAgents.QUOTE);
        assertThat(findings("?lane=answer&score=2")).contains(id.value());
        assertThat(findings("?lane=action")).contains("No reply fits.");
        assertThat(findings("?score=1&all=true")).contains(id.value(), "completeness 1");
        assertThat(findings("?page=2")).contains("No reply fits.", "Page 2");
        assertThat(findings("?lane=nonsense&score=9&page=-7")).contains(id.value());
    }

    @Test
    void reviewsAreListedAPageAtATime() {
        desk.database().jdbc().sql("""
                INSERT INTO qa_review (effect_id, case_id, lane, number, sent_at, state, next_at)
                SELECT 'e' || n, 'SP-0000000000', 'answer', n, now() - n * interval '1 minute', 'not-reviewed', now()
                FROM generate_series(1, ?) AS n
                """).param(QualityPages.PAGE + 2).update();
        assertThat(findings("?score=4")).contains("No reply fits.");
        Document first = operator.page("/console/quality");
        assertThat(first.select("#findings tbody tr")).hasSize(QualityPages.PAGE);
        Document second = operator.page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("#findings tbody tr")).hasSize(2);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(operator.page(second.select("a[rel=prev]").attr("href")).select("#findings tbody tr"))
                .hasSize(QualityPages.PAGE);
    }

    private String findings(String query) {
        return operator.page("/console/quality" + query).select("#findings").text();
    }

    @Test
    void anEditThatAGateStopsComesBackWithTheSentenceMarked() {
        CaseId id = quiet("When do you open?");
        web.gate("grounding").stopOn("We never close.");
        decide(id, "edit", Map.of("words", ScriptedAgents.QUOTE + " We never close."));
        desk.runUntilQuiet();
        Document page = casePage(id);
        assertThat(page.select("mark").eachText()).contains("We never close.").doesNotContain(ScriptedAgents.QUOTE);
        assertThat(page.select("form[action$=/approve]")).isEmpty();
        assertThat(page.select("form[action$=/edit]")).isNotEmpty();
        assertThat(desk.channel().posted()).isEmpty();
    }

    @Test
    void aDecisionOnACaseThatMovedOnLosesNothing() {
        CaseId id = quiet("When do you open?");
        Document before = casePage(id);
        desk.write(id, "On Sundays, too?");
        desk.runUntilQuiet();
        HttpResponse<String> answer =
                operator.submit(before, "/console/cases/" + id + "/edit", Map.of("words", "My careful words."));
        assertThat(answer.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.text()).contains("has moved on", "On Sundays, too?", "My careful words.");
        assertThat(desk.load(id).answer()).isInstanceOf(Held.class);
    }

    @Test
    void wordsAreKeptEvenWhenTheDraftIsGone() {
        CaseId id = quiet("When do you open?");
        Document before = casePage(id);
        desk.approve(id);
        desk.runUntilQuiet();
        HttpResponse<String> answer =
                operator.submit(before, "/console/cases/" + id + "/edit", Map.of("words", "My careful words."));
        assertThat(Jsoup.parse(answer.body()).text()).contains("not saved My careful words.");
    }

    @Test
    void aPageLearnsThatItsCaseMovedOn() {
        CaseId id = quiet("When do you open?");
        String news = casePage(id).select("#news").attr("hx-get");
        assertThat(operator.get(news).statusCode()).isEqualTo(204);
        desk.write(id, "On Sundays, too?");
        assertThat(operator.get(news).body()).contains("has moved on");
        String atWork = casePage(id).select("#news").attr("hx-get");
        desk.runUntilQuiet();
        HttpResponse<String> settled = operator.get(atWork);
        assertThat(settled.headers().firstValue("hx-refresh")).isEmpty();
        Document said = Jsoup.parse(settled.body());
        assertThat(said.select("[role=status]").text()).contains("has moved on");
        assertThat(said.select("#standing[hx-swap-oob]").text()).isEqualTo("waiting for a decision");
        assertThat(said.select("#waits-for[hx-swap-oob]").text()).contains("waits for your word");
        assertThat(operator.get(said.select("#news").attr("hx-get")).statusCode())
                .isEqualTo(204);
    }

    @Test
    void theFirstPageStaysAsItIsWhileNothingHappens() {
        quiet("When do you open?");
        Document page = operator.page("/console");
        String again = page.select("#lists").attr("hx-get");
        assertThat(operator.get(again).statusCode()).isEqualTo(204);
        desk.tick(Duration.ofSeconds(20));
        assertThat(operator.get(again).statusCode()).isEqualTo(204);
        CaseId queued = quiet("person please");
        Document changed = Jsoup.parse(operator.get(again).body());
        assertThat(changed.select("#case-" + queued).attr("href")).endsWith(queued.value());
        assertThat(changed.select("a").eachAttr("id")).hasSize(2).doesNotHaveDuplicates();
        desk.tick(Duration.ofMinutes(2));
        assertThat(operator.get(changed.select("#lists").attr("hx-get")).body()).contains("2 min ago");
    }

    @Test
    void aCaseIsClaimedReleasedAndResolved() {
        CaseId id = quiet("person please");
        decide(id, "claim", Map.of());
        assertThat(desk.load(id).isTakenOver()).isTrue();
        assertThat(casePage(id).text()).contains("With operator");
        decide(id, "release", Map.of());
        assertThat(desk.load(id).isTakenOver()).isFalse();
        decide(id, "resolve", Map.of("words", "called them"));
        assertThat(desk.load(id).standing())
                .isInstanceOfSatisfying(
                        Standing.Resolved.class,
                        resolved -> assertThat(resolved.by()).isEqualTo("operator"));
    }

    @Test
    void theHistoryOfACaseReadsInPlainWords() {
        CaseId id = quiet("When do you open?");
        decide(id, "approve", Map.of());
        desk.runUntilQuiet();
        assertThat(casePage(id).select(".history").text())
                .contains(
                        "Came in by web",
                        "Every gate passed (grounding",
                        "Held for a person, since the lane is in draft",
                        "Approved the draft operator",
                        "Sent");
    }

    @Test
    void theRecordIsProvenOnDemand() {
        CaseId id = quiet("When do you open?");
        assertThat(proven()).contains("The record is intact", "of 1 cases");
        JdbcClient owner = desk.database().jdbc();
        owner.sql("ALTER TABLE case_event DISABLE TRIGGER USER").update();
        owner.sql("UPDATE case_event SET actor = 'nobody' WHERE case_id = ? AND seq = 2")
                .param(id.value())
                .update();
        assertThat(proven()).contains("The record was changed", id.value());
    }

    private String proven() {
        var page = operator.page("/console/audit");
        return Jsoup.parse(
                        operator.submit(page, "/console/audit/verify", Map.of()).body())
                .text();
    }

    @Test
    void whatPressesMostIsFirstInItsQueue() {
        CaseId calm = quiet("person please");
        CaseId pressing = quiet("person please, a flood");
        String page = operator.page("/console").text();
        assertThat(page.indexOf(pressing.value())).isBetween(0, page.indexOf(calm.value()));
    }

    @Test
    void lanesAreSwitchedAndKilled() {
        Document lanes = operator.page("/console/lanes");
        operator.submit(lanes, "/console/lanes/answer", Map.of("mode", "auto"));
        assertThat(desk.desk().lanes().mode(Lane.ANSWER)).isEqualTo(LaneMode.AUTO);
        assertThat(operator.page("/console/lanes").text()).contains("The answer lane is now auto");
        operator.submit(lanes, "/console/lanes/kill", Map.of());
        assertThat(desk.desk().lanes().all().values()).containsOnly(LaneMode.OFF);
        assertThat(operator.page("/console/lanes").text()).contains("Every lane is off");
    }

    @Test
    void whatCustomersWriteIsShownAsTextNeverAsMarkup() {
        CaseId id = quiet("<script>alert(1)</script>");
        assertThat(operator.get("/console/cases/" + id).body()).doesNotContain("<script>alert");
    }

    @Test
    void aStrangeCaseIdIsNotFound() {
        assertThat(operator.get("/console/cases/SP-0000000000").statusCode()).isEqualTo(404);
        assertThat(operator.get("/console/cases/nonsense").statusCode()).isEqualTo(404);
    }

    private CaseId quiet(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return id;
    }

    private Document casePage(CaseId id) {
        return operator.page("/console/cases/" + id);
    }

    private HttpResponse<String> decide(CaseId id, String choice, Map<String, String> typed) {
        return operator.submit(casePage(id), "/console/cases/" + id + "/" + choice, typed);
    }

    private static HttpResponse<String> logIn(Web visitor, String password) {
        return visitor.submit("/console/login", "/console/login", Map.of("password", password));
    }
}
