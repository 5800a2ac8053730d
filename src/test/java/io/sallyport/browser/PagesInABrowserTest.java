package io.sallyport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.testkit.Chromium;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.WebDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("browser")
class PagesInABrowserTest {

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private WebDesk web;
    private DeskKit desk;
    private String password = "";
    private Page operator;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void signIn() {
        web = WebDesk.open();
        desk = web.desk();
        password = web.operatorPassword();
        operator = visitor(1280);
        signIn(operator);
    }

    @AfterEach
    void close() {
        web.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    void aCustomerAsksWritesAgainAndReadsTheAnswer() {
        Page customer = visitor(390);
        customer.navigate(web.url("/ask"));
        customer.getByLabel("E-mail address").fill("jo@example.com");
        customer.getByLabel("What is it about?").fill("Opening hours");
        customer.getByLabel("Your message").fill("When do you open?");
        customer.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(customer).hasURL(Pattern.compile(".*/t/[A-Za-z0-9_-]{32}"));
        customer.getByLabel("Write again").fill("On Saturdays, too?");
        customer.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(customer.locator(".message")).hasCount(2);
        CaseId id = desk.cases()
                .findByLink(customer.url().replaceAll(".*/t/([A-Za-z0-9_-]{32}).*", "$1"))
                .orElseThrow();
        desk.runUntilQuiet();
        open(operator, id);
        button(operator, "Approve and send").click();
        desk.runUntilQuiet();
        // Nobody reloads the customer's page: it asks for news by itself.
        assertThat(customer.locator(".message.ours")).containsText(ScriptedAgents.QUOTE);
    }

    @Test
    void anOperatorReadsADraftWithItsProofAndApprovesIt() {
        CaseId id = quiet("When do you open?");
        operator.navigate(web.url("/console"));
        assertThat(operator.locator("#lists")).containsText("Drafts to decide · 1");
        operator.getByText("A question").first().click();
        Locator draft = operator.locator("#draft-card");
        assertThat(draft.locator(".quote")).containsText(ScriptedAgents.QUOTE);
        assertThat(draft).containsText("article:opening-hours@1");
        assertThat(operator.locator("main")).containsText("grounding");
        button(operator, "Approve and send").click();
        assertThat(operator.locator(".notice.good")).containsText("Approved");
        assertThat(desk.channel().posted()).isEmpty();
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);
        // The page says how the case stands while the desk is at work on it.
        assertThat(operator.locator("#standing")).containsText("answered");
        assertThat(id.value()).startsWith("SP-");
    }

    @Test
    void anEditThatAGateStopsComesBackWithTheSentenceMarkedAndCanBeMended() {
        CaseId id = quiet("When do you open?");
        web.gate("grounding").stopOn("We never close.");
        edit(id, ScriptedAgents.QUOTE + " We never close.");
        assertThat(operator.locator("#draft-card mark")).hasText("We never close.");
        assertThat(operator.locator("#waits-for")).containsText("A gate stopped");
        assertThat(button(operator, "Approve and send")).hasCount(0);
        assertThat(desk.channel().posted()).isEmpty();
        edit(id, ScriptedAgents.QUOTE);
        assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);
    }

    private void edit(CaseId id, String words) {
        open(operator, id);
        if (!operator.locator("textarea#words").isVisible()) {
            operator.getByText("Edit", new Page.GetByTextOptions().setExact(true))
                    .click();
        }
        operator.locator("textarea#words").fill(words);
        button(operator, "Save, and send once the gates pass it").click();
        assertThat(operator.locator(".notice.good")).containsText("the gates are reading it");
        desk.runUntilQuiet();
        open(operator, id);
    }

    @Test
    void aPersonFindsACaseInTheQueueAndAnswersItInTheirOwnWords() {
        CaseId id = quiet("person please");
        operator.navigate(web.url("/console/queue"));
        assertThat(operator.locator("#lines")).containsText("person-asked: person please");
        operator.getByLabel("Show").selectOption("unclaimed");
        button(operator, "Show").click();
        assertThat(operator.locator("#lines")).containsText(id.value());
        operator.getByText("A question").first().click();
        operator.getByText("Answer in your own words").click();
        operator.locator("textarea#reply").fill("We open at nine tomorrow.");
        button(operator, "Send once the gates pass it").click();
        assertThat(operator.locator(".notice.good")).containsText("the case is yours");
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly("We open at nine tomorrow.");
        open(operator, id);
        assertThat(operator.locator(".message.ours")).containsText("Sent by a person");
    }

    @Test
    void aRejectedDraftIsTheirsAndTheMachineIsSilent() {
        CaseId id = quiet("When do you open?");
        open(operator, id);
        operator.getByText("Reject", new Page.GetByTextOptions().setExact(true)).click();
        operator.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("We moved last week");
        button(operator, "Reject, and take the case").click();
        assertThat(operator.locator("#waits-for")).containsText("With operator");
        desk.write(id, "Hello?");
        desk.runUntilQuiet();
        assertThat(desk.load(id).isTakenOver()).isTrue();
        assertThat(desk.channel().posted()).isEmpty();
    }

    @Test
    void aPageSaysSoWhenItsCaseMovedOnAndLosesNoWord() {
        CaseId id = quiet("When do you open?");
        open(operator, id);
        operator.getByText("Edit", new Page.GetByTextOptions().setExact(true)).click();
        operator.locator("textarea#words").fill("My careful words.");
        desk.write(id, "On Sundays, too?");
        desk.runUntilQuiet();
        assertThat(operator.locator("[role=status]")).containsText("has moved on");
        assertThat(operator.locator("textarea#words")).hasValue("My careful words.");
    }

    @Test
    void aListThatChangesLeavesTheKeyboardWhereItIs() {
        CaseId id = quiet("When do you open?");
        operator.navigate(web.url("/console"));
        operator.locator("#draft-" + id).focus();
        quiet("When do you close?");
        assertThat(operator.locator("#lists")).containsText("Drafts to decide · 2");
        assertThat(operator.locator("#draft-" + id)).isFocused();
    }

    @Test
    void lanesAreOpenedShutAndKilled() {
        operator.navigate(web.url("/console/lanes"));
        for (LaneMode mode : List.of(LaneMode.AUTO, LaneMode.DRAFT, LaneMode.AUTO)) {
            operator.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Mode of the answer lane"))
                    .getByText(mode.label())
                    .click();
            assertThat(operator.locator(".notice.good")).containsText("now " + mode.label());
            assertThat(desk.desk().lanes().mode(Lane.ANSWER)).isEqualTo(mode);
        }
        button(operator, "Turn all lanes off").click();
        assertThat(operator.locator(".notice.good")).containsText("Every lane is off");
        assertThat(desk.desk().lanes().all().values()).containsOnly(LaneMode.OFF);
        quiet("When do you open?");
        assertThat(desk.channel().posted()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sallyport.testkit.Chromium#widths")
    void noPageIsWiderThanTheScreen(int width) {
        CaseId id = desk.ticket("https://example.com/" + "a-very-long-address-".repeat(20));
        desk.runUntilQuiet();
        Page visitor = visitor(width);
        signIn(visitor);
        for (String path : List.of(
                "/console",
                "/console/cases",
                "/console/cases/" + id,
                "/console/lanes",
                "/console/knowledge",
                "/console/audit",
                "/ask")) {
            visitor.navigate(web.url(path));
            visitor.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            assertThat((Integer) visitor.evaluate("document.documentElement.scrollWidth"))
                    .as(path + " at " + width)
                    .isLessThanOrEqualTo(width);
        }
    }

    private void signIn(Page page) {
        page.navigate(web.url("/console"));
        page.getByLabel("Password").fill(password);
        button(page, "Log in").click();
        assertThat(page.locator("h1")).containsText("Waiting for you");
    }

    private Page visitor(int width) {
        Page page = chromium.visitor(width);
        page.onConsoleMessage(said -> {
            if (said.type().equals("error")) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private void open(Page page, CaseId id) {
        page.navigate(web.url("/console/cases/" + id));
    }

    private CaseId quiet(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return id;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
