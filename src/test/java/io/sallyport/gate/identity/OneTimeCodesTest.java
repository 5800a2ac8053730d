package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact.CodeTried;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.gate.OneTimeCodes.Issue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code that was mailed proves, and what voids it. */
@Tag("database")
class OneTimeCodesTest {

    private final CodeDesk desk = new CodeDesk();
    private final IdentityKit kit = desk.kit;
    private final PostgresOneTimeCodes codes = desk.codes;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theRightCodeProvesTheCustomerForThirtyMinutes() {
        Issue.Issued code = desk.issued();
        assertThat(code.code()).matches("[0-9]{6}");
        assertThat(code.mail().address()).isEqualTo(IdentityKit.JO);
        kit.clock.tick(Duration.ofMinutes(9));
        CodeTried tried = desk.reply(code.mail(), "Here it is: " + code.code() + ".\nJo");
        assertThat(tried.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(tried.proof().orElseThrow().customer()).isEqualTo(IdentityKit.ACCOUNT);
        assertThat(tried.proof().orElseThrow().at()).isEqualTo(kit.clock.instant());
        assertThat(tried.proof().orElseThrow().until())
                .isEqualTo(kit.clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void theSameMessageToldAgainAfterACrashIsNoSecondTry() {
        Issue.Issued code = desk.issued();
        CodeTried first = desk.reply(code.mail(), code.code());
        kit.clock.tick(Duration.ofMinutes(1));
        assertThat(desk.attempt(code.mail())).isEqualTo(first);
    }

    @Test
    void aReplayedCodeIsVoid() {
        Issue.Issued code = desk.issued();
        desk.reply(code.mail(), code.code());
        CodeTried again = desk.reply(code.mail(), code.code());
        assertThat(again.outcome()).isEqualTo(Outcome.VOID);
        assertThat(again.proof()).isEmpty();
    }

    @Test
    void theThirdWrongCodeExhaustsIt() {
        Issue.Issued code = desk.issued();
        String wrong = CodeDesk.otherThan(code.code());
        assertThat(desk.reply(code.mail(), wrong).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(desk.reply(code.mail(), wrong).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(desk.reply(code.mail(), wrong).outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(desk.reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.EXHAUSTED);
    }

    @Test
    void aListOfGuessesIsOneTryAndWrongEvenWithTheRightOneInIt() {
        Issue.Issued code = desk.issued();
        assertThat(desk.reply(code.mail(), code.code() + " or " + CodeDesk.otherThan(code.code()))
                        .outcome())
                .isEqualTo(Outcome.WRONG);
        assertThat(desk.reply(code.mail(), code.code() + "\n" + code.code()).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT11M", "PT-2M", "P1D"})
    void aCodeProvesNothingWhenItIsTooOldOrTheClockWasSetBack(Duration later) {
        Issue.Issued code = desk.issued();
        kit.clock.tick(later);
        assertThat(desk.reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
        kit.clock.tick(later.negated());
        assertThat(desk.reply(code.mail(), code.code()).outcome())
                .as("void stays void")
                .isEqualTo(Outcome.VOID);
    }

    @Test
    void aClockSetBackAfterLaterCodesVoidsAnOldOne() {
        Issue.Issued code = desk.issued();
        kit.clock.tick(Duration.ofHours(2));
        var other = new IdentityKit();
        other.caseId = new CaseId("SP-ABCDEFGHJK");
        other.form(IdentityKit.JO, "refund");
        codes.issue(other.planned(), other.plan());
        kit.clock.tick(Duration.ofHours(-2));
        assertThat(desk.reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
    }

    @Test
    void aCodeOfAnotherCaseProvesNothing() {
        Issue.Issued code = desk.issued();
        kit.caseId = new CaseId("SP-ABCDEFGHJK");
        assertThat(desk.reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
        Issue.Issued own = desk.issued();
        var taken = new CodeMail(
                kit.caseId,
                code.mail().challenge(),
                IdentityKit.ACCOUNT,
                IdentityKit.JO,
                own.mail().expires());
        assertThat(desk.reply(taken, code.code()).outcome()).isEqualTo(Outcome.VOID);
        assertThat(desk.reply(own.mail(), code.code()).outcome())
                .isEqualTo(code.code().equals(own.code()) ? Outcome.ACCEPTED : Outcome.WRONG);
    }

    @Test
    void aChangedAddressOrALockedAccountVoidsTheCode() {
        Issue.Issued code = desk.issued();
        kit.set("status", "locked");
        assertThat(desk.reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);
        kit.set("status", "active");
        assertThat(desk.reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.VOID);

        Issue.Issued next = desk.issued();
        kit.set("email", "jo.new@fjordmail.example");
        assertThat(desk.reply(next.mail(), next.code()).outcome()).isEqualTo(Outcome.VOID);
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        Issue.Issued first = desk.issued();
        Issue.Issued second = desk.issued();
        assertThat(desk.reply(first.mail(), first.code()).outcome()).isEqualTo(Outcome.VOID);
        assertThat(desk.reply(second.mail(), second.code()).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aCodeFromAnotherSenderIsNoTry() {
        Issue.Issued code = desk.issued();
        kit.form("evil@evil.example", code.code());
        assertThat(desk.attempt(code.mail()).outcome()).isEqualTo(Outcome.NONE_GIVEN);
    }

    @Test
    void aCodeInAQuotedThreadIsNoTry() {
        Issue.Issued code = desk.issued();
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
        assertThat(desk.attempt(code.mail()).outcome()).isEqualTo(Outcome.NONE_GIVEN);
    }

    @Test
    void theCodeIsNowhereButInTheMail() {
        Issue.Issued code = desk.issued();
        assertThat(code.toString()).doesNotContain(code.code());
        assertThat(code.mail().canonicalContent()).doesNotContain(code.code());
        assertThat(WrittenCode.in(code.code()).toString()).doesNotContain(code.code());
        String stored = desk.database
                .jdbc()
                .sql("select code_hash from one_time_code")
                .query(String.class)
                .single();
        assertThat(stored).hasSize(64);
        assertThat(stored)
                .as("another key, another hash")
                .isNotEqualTo(new CodeKey(CodeDesk.KEY + "x")
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
