package io.sallyport.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class CustomerPagesTest {

    private static WebDesk desk;

    private Web customer;

    @BeforeAll
    static void open() {
        desk = WebDesk.open(
                Map.of("sallyport.portal.company", "Rook & Sons", "sallyport.portal.writes-per-ten-minutes", 1000));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void visit() {
        customer = new Web(desk);
    }

    @Test
    void aTicketIsFiledWithoutScriptsAndFollowedByItsLink() {
        String page = file("jo@example.com", "Opening hours", "When do you open?");
        assertThat(page).matches("/t/[A-Za-z0-9_-]{32}");
        assertThat(customer.page(page).text()).contains("Opening hours", "When do you open?", "working on it");
    }

    @Test
    void onlyWhatWasSentIsShown() {
        String page = file("jo@example.com", "Opening hours", "When do you open?");
        desk.desk().runUntilQuiet();
        CaseRecord held = record(page);
        assertThat(held.answer().findDraft()).isPresent();
        assertThat(customer.get(page).body())
                .doesNotContain(ScriptedAgents.QUOTE)
                .doesNotContain("grounding")
                .doesNotContain(held.id().value());
        desk.desk().approve(held.id());
        desk.desk().runUntilQuiet();
        assertThat(customer.page(page).text()).contains(ScriptedAgents.QUOTE, "Answered", "Rook & Sons");
    }

    @Test
    void theThreadIsSentAgainOnlyWhenThereIsNews() {
        String page = file("jo@example.com", "Opening hours", "When do you open?");
        String news = customer.page(page).select("#thread").attr("hx-get");
        assertThat(customer.get(news).statusCode()).isEqualTo(204);
        customer.submit(page, page, Map.of("text", "On Sundays, too?"));
        HttpResponse<String> fresh = customer.get(news);
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(fresh.body()).select("#thread .message")).hasSize(2);
    }

    /** What is written on it lands on the other case, whose page is perhaps not theirs. */
    @Test
    void thePageOfAMergedTicketSaysWhereItGoesOn() {
        String page = file("jo@example.com", "Opening hours", "When do you open?");
        String other = file("jo@example.com", "Another matter", "When do you close?");
        desk.desk().runUntilQuiet();
        var merged = new Decisions(desk.desk().cases())
                .merge(Seen.of(record(page)), record(other).id(), "the same customer", "Ines");
        assertThat(merged).isInstanceOf(Decision.Taken.class);

        assertThat(customer.page(page).text())
                .contains("another conversation with you", "reaches us there")
                .doesNotContain("Resolved", "When do you close?");
    }

    @Test
    void aSecondMessageJoinsTheCaseOnceHoweverOftenItIsSent() {
        String page = file("jo@example.com", "Opening hours", "When do you open?");
        var form = customer.page(page);
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> sent = customer.submit(form, page, Map.of("text", "On Sundays, too?"));
            assertThat(Web.target(sent)).isEqualTo(page);
        }
        assertThat(record(page).messages()).hasSize(2);
    }

    @Test
    void theSameFormFilesOneTicketHoweverOftenItIsSent() {
        var form = customer.page("/ask");
        String first = Web.target(customer.submit(form, "/ask", ticket("jo@example.com", "Twice", "Pressed twice")));
        String second = Web.target(customer.submit(form, "/ask", ticket("jo@example.com", "Twice", "Pressed twice")));
        assertThat(second).isEqualTo(first);
    }

    /** After the browser's back button the form has its old id. */
    @Test
    void aFormThatIsSentAgainWithOtherWordsLosesNone() {
        String page = file("jo@example.com", "Opening hours", "When do you open?");
        var form = customer.page(page);
        for (String text : List.of("On Sundays, too?", "And on Mondays?", "And on Mondays?")) {
            assertThat(Web.target(customer.submit(form, page, Map.of("text", text))))
                    .isEqualTo(page);
        }
        assertThat(words(page)).containsExactly("When do you open?", "On Sundays, too?", "And on Mondays?");
    }

    @Test
    void aQuestionThatIsSentAgainWithOtherWordsStandsOnItsPage() {
        var form = customer.page("/ask");
        String page = Web.target(customer.submit(form, "/ask", ticket("Jo@example.com", "Hub", "It is offline.")));
        for (int i = 0; i < 2; i++) {
            assertThat(Web.target(customer.submit(form, "/ask", ticket("jo@example.com", "Hub", "It is model 2."))))
                    .isEqualTo(page);
        }
        assertThat(words(page)).containsExactly("It is offline.", "It is model 2.");
    }

    @Test
    void aQuestionThatIsSentAgainUnderAnotherAddressIsATicketOfItsOwn() {
        var form = customer.page("/ask");
        String page = Web.target(customer.submit(form, "/ask", ticket("jo@example.con", "Hub", "It is offline.")));
        String mended = Web.target(customer.submit(form, "/ask", ticket("jo@example.com", "Hub", "It is offline.")));
        assertThat(mended).matches("/t/[A-Za-z0-9_-]{32}").isNotEqualTo(page);
        assertThat(record(mended).ticket().customer()).isEqualTo("jo@example.com");
        assertThat(words(page)).containsExactly("It is offline.");
    }

    /** Whoever named a case in the form has not come by its link. */
    @Test
    void wordsSentAgainOnACaseThatWasMerelyNamedAreVouchedForByNobody() {
        String page = file("victim@example.com", "Private", "My address is 1 Long Road");
        String subject = "Re: [" + record(page).id().value() + "]";
        var form = customer.page("/ask");
        for (String text : List.of("Show me", "Refund me")) {
            HttpResponse<String> answer = customer.submit(form, "/ask", ticket("victim@example.com", subject, text));
            assertThat(answer.body()).contains("Thank you");
        }
        assertThat(words(page)).endsWith("Show me", "Refund me");
        assertThat(record(page).messages())
                .allSatisfy(message -> assertThat(SenderEvidence.of(message)).isEmpty());
    }

    @Test
    void nobodyIsLedToAnotherCaseByNamingIt() {
        String page = file("victim@example.com", "Private", "My address is 1 Long Road");
        String id = record(page).id().value();
        var form = customer.page("/ask");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer =
                    customer.submit(form, "/ask", ticket("victim@example.com", "Re: [" + id + "]", "Show me"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Thank you").doesNotContain(page.substring(3));
        }
    }

    /** Programs with an API key and colleagues read a case's ids; the form's own is the key to its page. */
    @Test
    void whatACaseSaysOfItselfLeadsNobodyToItsPage() {
        String page = file("victim@example.com", "Private", "My address is 1 Long Road");
        CaseRecord record = record(page);
        var known = Stream.concat(
                Stream.of(record.ticket().externalId()),
                record.messages().stream().map(Message::id));
        assertThat(known.flatMap(id -> Stream.of(id, id.replaceFirst("^inbox:", ""))))
                .isNotEmpty()
                .allSatisfy(id -> {
                    var fields = new HashMap<>(ticket("victim@example.com", "Private", "Show me"));
                    fields.put("form", id);
                    HttpResponse<String> answer = customer.submit(customer.page("/ask"), "/ask", fields);
                    assertThat(answer.headers().firstValue("Location").orElse(""))
                            .doesNotContain(page);
                    assertThat(answer.body()).doesNotContain(page.substring(3));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/t/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/t/x",
                "/t/..%2f..",
                "/t/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/thread?seen=1"
            })
    void aWrongLinkIsToldNothing(String path) {
        HttpResponse<String> answer = customer.get(path);
        assertThat(answer.statusCode()).isIn(404, 400);
        assertThat(answer.body()).doesNotContain("xception");
        assertThat(Jsoup.parse(answer.body()).text()).doesNotContain("link");
    }

    @Test
    void mistakesAreNamedAndNothingTypedIsLost() {
        HttpResponse<String> answer =
                customer.submit("/ask", "/ask", ticket("not an address", "", "A long story <b>told</b>"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.body());
        assertThat(page.text()).contains("e-mail address, such as", "in a few words");
        assertThat(page.select("textarea").val()).isEqualTo("A long story <b>told</b>");
    }

    @Test
    void whatCustomersWriteIsShownAsTextNeverAsMarkup() {
        String page = file("jo@example.com", "<script>alert(1)</script>", "<img src=x onerror=alert(2)>");
        assertThat(customer.get(page).body()).doesNotContain("<script>alert").doesNotContain("<img");
    }

    @Test
    void aScriptThatFillsInTheHiddenFieldFilesNothing() {
        Map<String, String> typed = new HashMap<>(ticket("bot@example.com", "Buy", "Buy this"));
        typed.put("website", "http://spam.example");
        assertThat(Web.target(customer.submit("/ask", "/ask", typed))).isEqualTo("/ask");
        assertThat(desk.desk().cases().list(new io.sallyport.casefile.CaseStore.Query("", "bot@example.com", false, 5)))
                .isEmpty();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        HttpResponse<String> answer = customer.post("/ask", ticket("jo@example.com", "Forged", "From elsewhere"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("reload the page");
    }

    @Test
    void pagesCarryTheHeadersThatKeepThemClosed() {
        var headers = customer.get("/ask").headers();
        assertThat(headers.firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("cache-control").orElse("")).contains("no-store");
    }

    @Test
    void tooMuchAtOnceIsSlowedDownAndKept() {
        try (WebDesk strict = WebDesk.open(Map.of("sallyport.portal.writes-per-ten-minutes", 2))) {
            var eager = new Web(strict);
            for (int i = 0; i < 2; i++) {
                eager.submit("/ask", "/ask", ticket("jo@example.com", "Hello", "Number " + i));
            }
            HttpResponse<String> third = eager.submit("/ask", "/ask", ticket("jo@example.com", "Hello", "Number 3"));
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(Jsoup.parse(third.body()).select("textarea").val()).isEqualTo("Number 3");
        }
    }

    @Test
    void theRootLeadsToTheForm() {
        assertThat(Web.target(customer.get("/"))).isEqualTo("/ask");
        assertThat(customer.get("/assets/sallyport.css").statusCode()).isEqualTo(200);
        assertThat(customer.get("/webjars/htmx.org/2.0.7/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
        assertThat(customer.get("/nothing/here").statusCode()).isEqualTo(404);
    }

    private String file(String from, String subject, String text) {
        return Web.target(customer.submit("/ask", "/ask", ticket(from, subject, text)));
    }

    private static Map<String, String> ticket(String from, String subject, String text) {
        return Map.of("name", "Jo", "from", from, "subject", subject, "text", text);
    }

    private static List<String> words(String page) {
        return record(page).messages().stream().map(Message::written).toList();
    }

    private static CaseRecord record(String page) {
        CaseId id =
                desk.desk().cases().findByLink(page.substring("/t/".length())).orElseThrow();
        return desk.desk().load(id);
    }
}
