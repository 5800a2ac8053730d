package io.sallyport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.sallyport.casefile.CaseId;
import io.sallyport.testkit.Chromium;
import io.sallyport.testkit.WebDesk;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that are open when somebody has been signed in for as long as it lasts. */
@Tag("browser")
class LongSessionInABrowserTest {

    private final Chromium chromium = Chromium.open();
    private final WebDesk web = WebDesk.open();
    private final String password = web.operatorPassword();
    private final Page operator = chromium.visitor(1280);

    @AfterEach
    void close() {
        chromium.close();
        web.close();
    }

    private void open(String path) {
        operator.navigate(web.url(path));
        signIn();
    }

    private void signIn() {
        operator.getByLabel("Password").fill(password);
        click("Log in");
    }

    private void click(String button) {
        operator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private void aDayPasses() {
        web.desk().tick(Duration.ofHours(12));
    }

    @Test
    void aListLeadsToTheFormByItselfAndFromThereBack() {
        open("/console/queue");
        assertThat(operator.locator("#lines")).isVisible();
        aDayPasses();
        assertThat(operator.locator("[role=status]")).containsText("You were logged in for 12 hours");
        signIn();
        assertThat(operator).hasURL(Pattern.compile(".*/console/queue"));
        assertThat(operator.locator("#lines")).isVisible();
    }

    @Test
    void whoWritesOnACasesPageIsToldAndLosesNoWord() {
        CaseId id = web.desk().ticket("person please");
        web.desk().runUntilQuiet();
        open("/console/cases/" + id);
        operator.getByText("Answer in your own words").click();
        operator.locator("textarea#reply").fill("My careful words.");
        aDayPasses();
        assertThat(operator.locator("[role=alert]")).containsText("You are signed out");
        assertThat(operator.locator("textarea#reply")).hasValue("My careful words.");
        click("Send once the gates pass it");
        assertThat(operator.locator("textarea#typed")).hasValue("My careful words.");
        operator.getByText("Log in and go back to the page").click();
        signIn();
        assertThat(operator).hasURL(Pattern.compile(".*/console/cases/" + id));
    }
}
