package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact.CodeTried;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.gate.OneTimeCodes.Issue;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class OneTimeCodesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final TestDatabase database = TestDatabase.fresh();
    private final IdentityKit kit = new IdentityKit();
    private final PostgresOneTimeCodes codes = node();

    private PostgresOneTimeCodes node() {
        return new PostgresOneTimeCodes(
                database.jdbc(),
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())),
                kit.verifier(),
                kit,
                new CodeKey(KEY),
                5,
                kit.clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Issue.Issued issued() {
        if (kit.messages.isEmpty()) {
            kit.form(IdentityKit.JO, "Please refund my order");
        }
        return (Issue.Issued) codes.issue(kit.planned(), kit.plan());
    }

    private CodeTried reply(CodeMail mail, String text) {
        kit.form(IdentityKit.JO, text);
        return codes.attempt(kit.challenged(mail));
    }

    private static String otherThan(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    @Test
    void theRightCodeProvesTheCustomerForThirtyMinutes() {
        Issue.Issued code = issued();
        assertThat(code.code()).matches("[0-9]{6}");
        assertThat(code.mail().address()).isEqualTo(IdentityKit.JO);
        kit.clock.tick(Duration.ofMinutes(9));
        CodeTried tried = reply(code.mail(), "Here it is: " + code.code() + ".\nJo");
        assertThat(tried.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(tried.proof().orElseThrow().customer()).isEqualTo(IdentityKit.ACCOUNT);
        assertThat(tried.proof().orElseThrow().at()).isEqualTo(kit.clock.instant());
        assertThat(tried.proof().orElseThrow().until())
                .isEqualTo(kit.clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void theSameMessageToldAgainAfterACrashIsNoSecondTry() {
        Issue.Issued code = issued();
        CodeTried first = reply(code.mail(), code.code());
        kit.clock.tick(Duration.ofMinutes(1));
        assertThat(codes.attempt(kit.challenged(code.mail()))).isEqualTo(first);
    }

    @Test
    void aReplayedCodeIsVoid() {
        Issue.Issued code = issued();
        reply(code.mail(), code.code());
        CodeTried again = reply(code.mail(), code.code());
        assertThat(again.outcome()).isEqualTo(Outcome.VOID);
        assertThat(again.proof()).isEmpty();
    }

    @Test
    void theThirdWrongCodeExhaustsIt() {
        Issue.Issued code = issued();
        String wrong = otherThan(code.code());
        assertThat(reply(code.mail(), wrong).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(reply(code.mail(), wrong).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(reply(code.mail(), wrong).outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.EXHAUSTED);
    }

    @Test
    void aListOfGuessesIsOneTryAndWrongEvenWithTheRightOneInIt() {
        Issue.Issued code = issued();
        assertThat(reply(code.mail(), code.code() + " or " + otherThan(code.code()))
                        .outcome())
                .isEqualTo(Outcome.WRONG);
        assertThat(reply(code.mail(), code.code() + "\n" + code.code()).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT11M", "PT-2M", "P1D"})
    void aCodeProvesNothingWhenItIsTooOldOrTheClockWasSetBack(Duration later) {
        Issue.Issued code = issued();
        kit.clock.tick(later);
        assertThat(reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
        kit.clock.tick(later.negated());
        assertThat(reply(code.mail(), code.code()).outcome())
                .as("void stays void")
                .isEqualTo(Outcome.VOID);
    }

    @Test
    void aClockSetBackAfterLaterCodesVoidsAnOldOne() {
        Issue.Issued code = issued();
        kit.clock.tick(Duration.ofHours(2));
        var other = new IdentityKit();
        other.caseId = new CaseId("SP-ABCDEFGHJK");
        other.form(IdentityKit.JO, "refund");
        codes.issue(other.planned(), other.plan());
        kit.clock.tick(Duration.ofHours(-2));
        assertThat(reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
    }

    @Test
    void aCodeOfAnotherCaseProvesNothing() {
        Issue.Issued code = issued();
        kit.caseId = new CaseId("SP-ABCDEFGHJK");
        assertThat(reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
        Issue.Issued own = issued();
        var taken = new CodeMail(
                kit.caseId,
                code.mail().challenge(),
                IdentityKit.ACCOUNT,
                IdentityKit.JO,
                own.mail().expires());
        assertThat(reply(taken, code.code()).outcome()).isEqualTo(Outcome.VOID);
        assertThat(reply(own.mail(), code.code()).outcome())
                .isEqualTo(code.code().equals(own.code()) ? Outcome.ACCEPTED : Outcome.WRONG);
    }

    @Test
    void aChangedAddressOrALockedAccountVoidsTheCode() {
        Issue.Issued code = issued();
        kit.set("status", "locked");
        assertThat(reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
        kit.set("status", "active");
        assertThat(reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);

        Issue.Issued next = issued();
        kit.set("email", "jo.new@fjordmail.example");
        assertThat(reply(next.mail(), next.code()).outcome()).isEqualTo(Outcome.VOID);
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        Issue.Issued first = issued();
        Issue.Issued second = issued();
        assertThat(reply(first.mail(), first.code()).outcome()).isEqualTo(Outcome.VOID);
        assertThat(reply(second.mail(), second.code()).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aCodeFromAnotherSenderIsNoTry() {
        Issue.Issued code = issued();
        kit.form("evil@evil.example", code.code());
        assertThat(codes.attempt(kit.challenged(code.mail())).outcome()).isEqualTo(Outcome.NONE_GIVEN);
    }

    @Test
    void aCodeInAQuotedThreadIsNoTry() {
        Issue.Issued code = issued();
        kit.messages.add(new io.sallyport.casefile.Message(
                "m-quoted",
                io.sallyport.casefile.Message.Author.CUSTOMER,
                IdentityKit.JO,
                kit.clock.instant(),
                "Re: your code " + code.code(),
                "I did not ask for this",
                "> Your code is " + code.code(),
                List.of(),
                java.util.Map.of()));
        assertThat(codes.attempt(kit.challenged(code.mail())).outcome()).isEqualTo(Outcome.NONE_GIVEN);
    }

    @Test
    void threeCodesForOneCaseAndNoMore() {
        issued();
        issued();
        issued();
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
    }

    @Test
    void fiveCodesADayForOneAddressOverAllCases() {
        for (int i = 0; i < 5; i++) {
            kit.caseId = new CaseId("SP-000000000" + i);
            issued();
        }
        kit.caseId = new CaseId("SP-0000000009");
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        kit.clock.tick(Duration.ofHours(25));
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Issued.class);
    }

    @Test
    void noCodeForAStrangerOrALockedOrLatelyChangedAccountOrABrokenCrm() {
        kit.form("jo.new@fjordmail.example", "send the code to my new address");
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        kit.messages.clear();
        kit.form(IdentityKit.JO, "refund");
        kit.set("contact_changed_at", kit.clock.instant().minusSeconds(60).toString());
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        kit.account.remove("contact_changed_at");
        kit.isDown = true;
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        assertThat(database.jdbc()
                        .sql("select count(*) from one_time_code")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCrmThatIsDownCountsNoTry() {
        Issue.Issued code = issued();
        kit.form(IdentityKit.JO, code.code());
        CaseRecord record = kit.challenged(code.mail());
        kit.isDown = true;
        assertThatThrownBy(() -> codes.attempt(record)).isInstanceOf(BusinessRecords.Unreachable.class);
        kit.isDown = false;
        assertThat(codes.attempt(record).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void parallelTriesOnTwoNodesAreNeverMoreThanThree() throws Exception {
        Issue.Issued code = issued();
        var nodes = List.of(codes, node());
        var tries = new ArrayList<Callable<CodeTried>>();
        for (int i = 0; i < 40; i++) {
            String guess = "%06d".formatted((Integer.parseInt(code.code()) + 1 + i) % 1_000_000);
            kit.form(IdentityKit.JO, guess);
            CaseRecord record = kit.challenged(code.mail());
            PostgresOneTimeCodes node = nodes.get(i % 2);
            tries.add(() -> node.attempt(record));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Outcome>();
            for (var future : threads.invokeAll(tries)) {
                outcomes.add(future.get().outcome());
            }
            assertThat(outcomes).filteredOn(Outcome.WRONG::equals).hasSize(2);
            assertThat(outcomes).filteredOn(Outcome.EXHAUSTED::equals).hasSize(38);
        }
        assertThat(reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.EXHAUSTED);
    }

    @Test
    void parallelRequestsForCodesAreNeverMoreThanThreeForACase() throws Exception {
        kit.form(IdentityKit.JO, "refund");
        var nodes = List.of(codes, node());
        var requests = new ArrayList<Callable<Issue>>();
        for (int i = 0; i < 20; i++) {
            PostgresOneTimeCodes node = nodes.get(i % 2);
            requests.add(() -> node.issue(kit.planned(), kit.plan()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int issued = 0;
            for (var future : threads.invokeAll(requests)) {
                issued += future.get() instanceof Issue.Issued ? 1 : 0;
            }
            assertThat(issued).isEqualTo(3);
        }
    }

    @Test
    void theCodeIsNowhereButInTheMail() {
        Issue.Issued code = issued();
        assertThat(code.toString()).doesNotContain(code.code());
        assertThat(code.mail().canonicalContent()).doesNotContain(code.code());
        assertThat(WrittenCode.in(code.code()).toString()).doesNotContain(code.code());
        String stored = database.jdbc()
                .sql("select code_hash from one_time_code")
                .query(String.class)
                .single();
        assertThat(stored).hasSize(64);
        assertThat(stored)
                .as("another key, another hash")
                .isNotEqualTo(new CodeKey(KEY + "x")
                        .hash(
                                code.mail().challenge(),
                                IdentityKit.CASE,
                                IdentityKit.ACCOUNT,
                                IdentityKit.JO,
                                code.code()));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new CodeKey("short")).hasMessageContaining("sallyport.identity.code-key");
    }
}
