package io.sallyport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.sallyport.SallyportApplication;
import io.sallyport.console.ConsoleAccess;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Progress;
import io.sallyport.testkit.Chromium;
import io.sallyport.testkit.KnownLessons;
import io.sallyport.testkit.TestDatabase;
import io.sallyport.triage.Lessons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Everything as it ships: worker, embedded engine, every gate, and a browser for the customer and one for the operator. */
@Tag("browser")
class WholeDeskInABrowserTest {

    private static final String CLAIM = "CSV export is part of the Pro plan and up.";
    private static final String UNPROVEN = "Pro customers get every second month for free.";

    @TempDir
    private Path folder;

    @Test
    void aCustomerGetsAnAnswerThatIsProvenAndApproved() throws Exception {
        try (var chromium = Chromium.open();
                var database = TestDatabase.fresh();
                var desk = open(database)) {
            String home = "http://127.0.0.1:" + port(desk);
            // The first ticket is triaged once the desk has learned, which on a busy machine takes longer than a page
            // is waited for.
            Lessons.await();
            furnish(desk.getBean(KnowledgeBase.class));
            Page customer = chromium.visitor(390);
            ask(customer, home);
            Page operator = chromium.visitor(1280);
            openTheDraft(operator, home, desk.getBean(ConsoleAccess.class).resetPassword());
            assertThat(operator.locator("#draft-card .quote").first()).containsText(CLAIM);
            addAnUnprovenSentence(operator);
            assertThat(operator.locator("#draft-card mark")).containsText(UNPROVEN);
            assertThat(customer.locator(".message.ours")).hasCount(0);
            mend(operator);
            assertThat(customer.locator(".message.ours")).containsText(CLAIM);
            operator.navigate(home + "/console/audit");
            press(operator, "Recompute every hash now");
            assertThat(operator.locator(".notice.good")).containsText("The record is intact");
            KnownLessons.keep(folder.resolve("var"));
        }
    }

    private ConfigurableApplicationContext open(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.putAll(
                Map.of("server.port", 0, "sallyport.var", folder.resolve("var").toString()));
        KnownLessons.into(folder.resolve("var"));
        return new SpringApplicationBuilder(SallyportApplication.class)
                .initializers(started ->
                        started.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings)))
                .run();
    }

    private static int port(ConfigurableApplicationContext desk) {
        WebServer server = ((WebServerApplicationContext) desk).getWebServer();
        return Objects.requireNonNull(server, "no web server is running").getPort();
    }

    private void furnish(KnowledgeBase knowledge) throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("csv-export.md"), """
                ---
                title: Export readings as CSV
                reviewed: %s
                reviewed_by: Aoife Brennan
                audience: public
                ---

                ## Which plan has CSV export?

                %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).minusDays(3), CLAIM));
        knowledge.importDirectory(articles, ImportOptions.NONE, Progress.SILENT);
    }

    private static void ask(Page customer, String home) {
        customer.navigate(home + "/ask");
        customer.getByLabel("E-mail address").fill("jo@example.com");
        customer.getByLabel("What is it about?").fill("CSV export");
        customer.getByLabel("Your message").fill("Which plan has CSV export?");
        press(customer, "Send");
        assertThat(customer.locator("#standing")).isVisible();
    }

    private static void openTheDraft(Page operator, String home, String password) {
        operator.navigate(home + "/console");
        operator.getByLabel("Password").fill(password);
        press(operator, "Log in");
        assertThat(operator.locator("#lists")).containsText("Drafts to decide · 1");
        operator.locator("#lists a").first().click();
        assertThat(operator.locator("#waits-for")).containsText("passed every gate");
    }

    private static void addAnUnprovenSentence(Page operator) {
        operator.locator("summary").getByText("Edit").click();
        String draft = operator.locator("textarea#words").inputValue();
        operator.locator("textarea#words").fill(draft.replace(CLAIM, CLAIM + " " + UNPROVEN));
        press(operator, "Save, and send once the gates pass it");
        assertThat(operator.locator("#waits-for")).containsText("A gate stopped");
        operator.getByText("Show it as it stands now").click();
    }

    private static void mend(Page operator) {
        String draft = operator.locator("textarea#words").inputValue();
        operator.locator("textarea#words").fill(draft.replace(UNPROVEN, ""));
        press(operator, "Save, and send once the gates pass it");
        assertThat(operator.locator("#standing")).containsText("answered");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
