package io.sallyport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.stories.ActingDesk;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.Chromium;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.WebDesk;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person decides on a plan, and takes back what was done, on the console's page of a case. */
@Tag("browser")
class PlanInABrowserTest {

    private static final String WISH = "Please cancel order HL-100200.";
    private static final String DONE = "sandbox/order-cancellation HL-100200";

    private final ActingDesk story = new ActingDesk();
    private Chromium chromium;
    private WebDesk web;
    private DeskKit desk;
    private Page operator;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        story.world()
                .policy((record, _) -> record.action().approvals().isEmpty()
                        ? Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL)
                        : Verdict.pass("authorization"));
        desk = story.desk();
        web = WebDesk.over(desk);
        operator = chromium.visitor(1280);
        operator.navigate(web.url("/console"));
        operator.getByLabel("Password").fill(web.operatorPassword());
        button("Log in").click();
    }

    @AfterEach
    void close() {
        if (web != null) {
            web.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private Locator button(String name) {
        return operator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private CaseId held() {
        CaseId id = desk.ticket(WISH);
        desk.runUntilQuiet();
        operator.navigate(web.url("/console/cases/" + id));
        Locator plan = operator.locator("#plan-card");
        assertThat(plan).containsText("order-cancellation");
        assertThat(plan).containsText("order:HL-100200");
        assertThat(plan).containsText("above the limit");
        assertThat(plan).containsText("risk medium");
        assertThat(story.world().carriedOut()).isEmpty();
        return id;
    }

    @Test
    void anApprovedPlanIsCarriedOutAndTakenBack() {
        CaseId id = held();
        button("Approve the plan").click();
        assertThat(operator.locator(".notice.good")).containsText("Approved");
        desk.runUntilQuiet();
        assertThat(story.world().carriedOut()).containsExactly(DONE);
        operator.navigate(web.url("/console/cases/" + id));
        button("Undo").click();
        assertThat(operator.locator(".notice.good")).containsText("Taken back");
        assertThat(story.world().carriedOut()).containsExactly(DONE, "undo of sandbox/order-cancellation");
        assertThat(button("Undo")).hasCount(0);
    }

    @Test
    void whatNobodyCanTellIsLookedUp() {
        CaseId id = held();
        story.world().calls(ActionKit.Call.UNANSWERED).silent(true);
        button("Approve the plan").click();
        for (int tries = 0; tries < 6; tries++) {
            desk.runUntilQuiet();
            desk.tick(Duration.ofMinutes(3));
        }
        operator.navigate(web.url("/console/cases/" + id));
        button("Look it up").click();
        assertThat(operator.locator(".notice")).containsText("Nobody can tell yet");
        story.world().silent(false);
        button("Look it up").click();
        assertThat(operator.locator(".notice.good")).containsText("It was carried out.");
        assertThat(button("Look it up")).hasCount(0);
        assertThat(button("Undo")).hasCount(1);
        assertThat(story.world().carriedOut()).containsExactly(DONE);
    }

    @Test
    void aRejectedPlanIsThePersonsCase() {
        CaseId id = held();
        operator.locator("summary").getByText("Reject the plan").click();
        operator.getByLabel("Why").last().fill("They called and want to keep it.");
        button("Reject, and take the case").click();
        assertThat(operator.locator("#standing")).containsText("with");
        desk.runUntilQuiet();
        assertThat(story.world().carriedOut()).isEmpty();
        assertThat(desk.load(id).standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.owner()).isPresent());
    }
}
