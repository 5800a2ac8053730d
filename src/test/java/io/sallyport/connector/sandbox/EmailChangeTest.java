package io.sallyport.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue.Group;
import io.sallyport.casefile.FieldValue.Many;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.ActionPort.Outcome;
import io.sallyport.connector.sandbox.EmailChanges.Step;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.Permits;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address on file changes when the new one is confirmed, by whoever reads mail there, and not before. */
@Tag("database")
class EmailChangeTest {

    private static final String OLD = "mara@example.com";
    private static final String NEW = "mara@mill.example";
    private static final Map<String, String> UNNAMED = Map.of("email", OLD);
    private static final Map<String, String> NAMED = Map.of("email", OLD, "new_email", "Mara@mill.example");

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final Permits permits = new Permits(clock);
    private final SandboxKit kit = new SandboxKit(clock);
    private final ActionPort port = kit.sandbox.actions();
    private final EmailChanges changes = kit.sandbox.emailChanges();

    @AfterEach
    void close() {
        kit.close();
    }

    private void begin(Map<String, String> slots) {
        ActionPlan plan = SandboxKit.plan(permits.caseId(), "email-change", slots, Optional.empty());
        assertThat(port.carryOut(permits.of(plan), "sandbox/email-change", plan))
                .isInstanceOf(Outcome.Done.class);
    }

    private Outcome takeBack(Map<String, String> slots) {
        ActionPlan plan = SandboxKit.plan(permits.caseId(), "email-change", slots, Optional.empty());
        var undo = new Undo(permits.of(plan).effectId(), plan, "Ines");
        return port.undo(permits.of(undo), "sandbox/email-change", undo);
    }

    private BusinessRecord account() {
        return kit.sandbox.records().find("account", "acc-1").orElseThrow();
    }

    /** Of the newest mail to that address. */
    private String link(String address) {
        List<SandboxMail> mails = kit.sandbox.mails(address, 1);
        assertThat(mails).isNotEmpty();
        assertThat(mails.getFirst().pages()).hasSize(1);
        return mails.getFirst().pages().getFirst().substring(LinkRows.PATH.length());
    }

    @Test
    void aNewAddressThatTheAccountKnowsIsConfirmedThere() {
        begin(NAMED);
        assertThat(kit.sandbox.mails(OLD, 1).getFirst().pages()).isEmpty();
        assertThat(account().text("email")).contains(OLD);
        assertThat(changes.step(link(NEW))).isEqualTo(Step.CONFIRM);
        assertThat(account().text("email")).contains(OLD);
        changes.goOn(link(NEW), "");
        assertThat(account().text("email")).contains(NEW);
        assertThat(account().text("contact_changed_at"))
                .contains(clock.instant().toString());
        assertThat(account().find("pending_email")).isEmpty();
        assertThat(kit.sandbox.mails(OLD, 1).getFirst().body())
                .contains("m…@mill.example")
                .doesNotContain(NEW);
        assertThat(kit.sandbox.log("acc-1").getFirst()).contains("e-mail address changed");
    }

    @Test
    void anyOtherIsEnteredFromTheAddressOnFileAndThenConfirmed() {
        begin(UNNAMED);
        String first = link(OLD);
        assertThat(changes.step(first)).isEqualTo(Step.ENTER);
        changes.goOn(first, " Mara@Mill.example ");
        assertThat(account().text("email")).contains(OLD);
        assertThat(changes.step(first)).isEqualTo(Step.NOTHING);
        changes.goOn(link(NEW), "");
        assertThat(account().text("email")).contains(NEW);
    }

    @Test
    void theNewAddressHasTheRoleOfTheOldOne() {
        begin(NAMED);
        changes.goOn(link(NEW), "");
        assertThat(account().find("contacts"))
                .contains(new Many(List.of(new Group(Map.of("email", new Text(NEW), "role", new Text("owner"))))));
    }

    @Test
    void aLinkWorksOnceAndForADay() {
        begin(NAMED);
        String link = link(NEW);
        clock.tick(Duration.ofDays(1));
        assertThat(changes.step(link)).isEqualTo(Step.NOTHING);
        assertThatThrownBy(() -> changes.goOn(link, "")).isInstanceOf(Refusal.class);
        assertThat(account().text("email")).contains(OLD);
        begin(UNNAMED);
        String second = link(OLD);
        changes.goOn(second, NEW);
        assertThatThrownBy(() -> changes.goOn(second, "other@mill.example")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> changes.goOn(link, "")).isInstanceOf(Refusal.class);
    }

    @Test
    void takenBackItCanNoLongerBeConfirmedAndConfirmedNoLongerTakenBack() {
        begin(NAMED);
        String link = link(NEW);
        assertThat(takeBack(NAMED)).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> changes.goOn(link, "")).isInstanceOf(Refusal.class);
        assertThat(account().text("email")).contains(OLD);
        begin(UNNAMED);
        changes.goOn(link(OLD), NEW);
        changes.goOn(link(NEW), "");
        assertThat(takeBack(UNNAMED)).isInstanceOf(Outcome.Refused.class);
        assertThat(account().text("email")).contains(NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tom@example.com",
                "mara@example.com",
                "",
                "nobody",
                "a@b",
                "m\u0430ra@mill.example",
                "\u212Aim@mill.example",
                "a b@mill.example"
            })
    void onlyAFreePlainAddressCanBeEntered(String address) {
        begin(UNNAMED);
        String link = link(OLD);
        assertThatThrownBy(() -> changes.goOn(link, address)).isInstanceOf(Refusal.class);
        assertThat(changes.step(link)).as("it may be tried again").isEqualTo(Step.ENTER);
        assertThat(account().find("pending_email")).isEmpty();
    }

    @Test
    void whatIsNoLinkOpensNothing() {
        begin(NAMED);
        assertThat(changes.step("0".repeat(32))).isEqualTo(Step.NOTHING);
        assertThatThrownBy(() -> changes.goOn("' OR true --", "")).isInstanceOf(Refusal.class);
        kit.database
                .jdbc()
                .sql("UPDATE sandbox_record SET fields = fields || '{\"status\":\"locked\"}' WHERE id = 'acc-1'")
                .update();
        String link = link(NEW);
        assertThatThrownBy(() -> changes.goOn(link, "")).isInstanceOf(Refusal.class);
        assertThat(account().text("email")).contains(OLD);
    }
}
