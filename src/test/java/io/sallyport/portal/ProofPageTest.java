package io.sallyport.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.StepUp;
import io.sallyport.gate.identity.IdentityVerifier;
import io.sallyport.gate.identity.StepUpProof;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

@Tag("database")
class ProofPageTest {

    private static final String JO = "jo.fenwick@fjordmail.example";
    private static final String LINK = "a-link-that-nobody-can-guess";

    private final SignIns provider = new SignIns();
    private final WebDesk desk = WebDesk.open(Map.of(), this::addBeans);
    private final CaseId caseId = challenged();
    private final Web browser = new Web(desk);

    private void addBeans(GenericApplicationContext started) {
        started.registerBean(StepUp.class, () -> provider);
        started.registerBean(StepUpProof.class, () -> {
            InstantSource clock = started.getBean(InstantSource.class);
            return new StepUpProof(
                    new IdentityVerifier(new OneAccount(), Duration.ofDays(7), clock), new OneAccount(), clock);
        });
    }

    /** A provider at which whoever comes signs in with one address. */
    private static final class SignIns implements StepUp {
        String address = JO;
        Attempt begun = new Attempt("", "", "");

        @Override
        public URI begin(Attempt attempt, URI back) {
            begun = attempt;
            assertThat(back.toString()).endsWith("/proof/return");
            return URI.create("https://login.example/authorize?state=" + attempt.state());
        }

        @Override
        public Outcome finish(Attempt attempt, String code, URI back) {
            return attempt.equals(begun) && code.equals("good")
                    ? new Outcome.SignedIn(address)
                    : new Outcome.Refused("unknown code");
        }
    }

    private record OneAccount() implements BusinessRecords {
        private static final BusinessRecord JOS = new BusinessRecord(
                "account",
                "acc-1",
                Map.of(
                        "email", new FieldValue.Text(JO),
                        "status", new FieldValue.Text("active"),
                        "email_verified", new FieldValue.Flag(true)));

        @Override
        public Optional<BusinessRecord> find(String kind, String id) {
            return Optional.of(JOS).filter(found -> found.id().equals(id));
        }

        @Override
        public List<BusinessRecord> of(String kind, String customer) {
            return List.of();
        }

        @Override
        public Optional<BusinessRecord> findAccount(String address) {
            return Optional.of(JOS).filter(_ -> address.equals(JO));
        }
    }

    /** Somebody who says that they are Jo wants a refund, and a code is on its way to Jo. */
    private CaseId challenged() {
        Instant now = desk.desk().clock().instant();
        var message = new Message(
                "m-1", Message.Author.CUSTOMER, JO, now, "Refund", "Please refund it", "", List.of(), Map.of());
        var ticket = new Ticket("inbox", "t-1", Channel.WEB, JO, "Refund", LINK);
        CaseRecord opened = desk.desk()
                .cases()
                .open(Actor.customer(JO), new Fact.TicketOpened(ticket, message))
                .record();
        var plan = new ActionPlan(
                opened.id(), "refund", "0".repeat(64), "acc-1", List.of(), "defective", Optional.empty());
        var mail = new CodeMail(opened.id(), "code-1", "acc-1", JO, now.plusSeconds(600));
        var slip = new Effect.PermitSlip("0".repeat(64), 2, List.of("address-on-file"), List.of(), now);
        desk.desk()
                .cases()
                .append(
                        opened,
                        List.of(
                                new Entry(Actor.agent("action-planner"), new Fact.ActionPlanned(plan)),
                                new Entry(
                                        Actor.agent("action-agent"),
                                        new Fact.EffectIntended(new Effect("fx-1", mail, slip, now, Optional.empty()))),
                                new Entry(
                                        Actor.agent("action-agent"),
                                        new Fact.EffectSettled("fx-1", new Delivery.Accepted("mail-1")))));
        return opened.id();
    }

    private CaseRecord record() {
        return desk.desk().load(caseId);
    }

    private String back(Web from, String code) {
        return from.get("/proof/return?state=" + provider.begun.state() + "&code=" + code)
                .body();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSignInWithTheAddressOnFileProvesTheCase() {
        assertThat(browser.page("/proof/" + LINK).text()).contains("refund", "If you did not ask for this");
        String go = browser.submit("/proof/" + LINK, "/proof/" + LINK, Map.of()).body();
        assertThat(go).contains("https://login.example/authorize?state=" + provider.begun.state());
        assertThat(go).doesNotContain(provider.begun.verifier(), provider.begun.nonce());

        assertThat(back(browser, "good")).contains("Thank you");
        assertThat(record().proof().orElseThrow().customer()).isEqualTo("acc-1");
        assertThat(browser.page("/proof/" + LINK).text()).contains("nothing to confirm");
    }

    @Test
    void aWayBackIsTakenOnceAndByTheBrowserThatBegan() {
        browser.submit("/proof/" + LINK, "/proof/" + LINK, Map.of());
        var other = new Web(desk);
        assertThat(other.get("/proof/return?state=" + provider.begun.state() + "&code=good")
                        .statusCode())
                .isEqualTo(404);
        assertThat(record().proof()).isEmpty();
        assertThat(back(browser, "bad")).contains("did not work");
        assertThat(browser.get("/proof/return?state=" + provider.begun.state() + "&code=good")
                        .statusCode())
                .as("taken")
                .isEqualTo(404);
        assertThat(record().proof()).isEmpty();
    }

    @Test
    void anotherAddressThanTheOneOnFileProvesNothing() {
        provider.address = "evil@fjordmail.example";
        browser.submit("/proof/" + LINK, "/proof/" + LINK, Map.of());
        assertThat(back(browser, "good")).contains("did not work");
        assertThat(record().proof()).isEmpty();
    }

    /** Each is a call to the company's sign-in. */
    @Test
    void aSignInIsNotBegunWithoutEnd() {
        String begun = "";
        for (int i = 0; i < 20; i++) {
            browser.submit("/proof/" + LINK, "/proof/" + LINK, Map.of());
            begun = provider.begun.state();
        }
        var answer = browser.submit("/proof/" + LINK, "/proof/" + LINK, Map.of());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(provider.begun.state()).isEqualTo(begun);
    }

    @Test
    void aWayBackAfterTenMinutesIsNone() {
        browser.submit("/proof/" + LINK, "/proof/" + LINK, Map.of());
        desk.desk().tick(Duration.ofMinutes(10));
        assertThat(browser.get("/proof/return?state=" + provider.begun.state() + "&code=good")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingBeginsWithoutAClickAndAWrongLinkLearnsNothing() {
        browser.get("/proof/" + LINK);
        assertThat(provider.begun.state()).isEmpty();
        assertThat(browser.get("/proof/another-link-that-is-wrong").statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/proof/" + LINK, Map.of()).statusCode())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(provider.begun.state()).isEmpty();
    }
}
