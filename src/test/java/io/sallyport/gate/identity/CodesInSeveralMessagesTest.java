package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact.CodeTried;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.casefile.Message;
import io.sallyport.gate.OneTimeCodes.Issue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer writes several messages before the desk looks: each is read for the code, in order, and none twice. */
@Tag("database")
class CodesInSeveralMessagesTest {

    private final CodeDesk desk = new CodeDesk();
    private final IdentityKit kit = desk.kit;
    private final Issue.Issued code = desk.issued();
    private final CodeMail mail = code.mail();
    private final String right = code.code();
    private final String wrong = CodeDesk.otherThan(right);
    private final int before = kit.messages.size();

    @AfterEach
    void close() {
        desk.close();
    }

    private List<CodeTried> tried() {
        return desk.node().attempt(kit.challenged(mail, before));
    }

    private List<Outcome> outcomes() {
        return tried().stream().map(CodeTried::outcome).toList();
    }

    private CodesInSeveralMessagesTest write(String text) {
        kit.form(IdentityKit.JO, text);
        return this;
    }

    @Test
    void theCodeIsSeenBehindAndBeforeOtherWords() {
        write("Why do you need that?").write("Well then: " + right).write("Hurry, please");
        List<CodeTried> tried = tried();
        assertThat(tried).extracting(CodeTried::outcome).containsExactly(Outcome.ACCEPTED);
        assertThat(tried.getFirst().proof()).isPresent();
    }

    @Test
    void wordsWithoutACodeAreNoTry() {
        write("Hurry, please").write("I am waiting");
        assertThat(outcomes()).containsExactly(Outcome.NONE_GIVEN);
        write("Here: " + right);
        assertThat(outcomes()).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void everyMessageWithACodeIsATryOfItsOwn() {
        write(wrong).write("No, that was an old one").write(right);
        assertThat(outcomes()).containsExactly(Outcome.WRONG, Outcome.ACCEPTED);
    }

    @Test
    void moreGuessesAtOnceAreNotMoreTries() {
        write(wrong).write(wrong).write(wrong).write(right);
        assertThat(outcomes()).containsExactly(Outcome.WRONG, Outcome.WRONG, Outcome.EXHAUSTED);
        assertThat(desk.reply(mail, right).outcome()).isEqualTo(Outcome.EXHAUSTED);
    }

    @Test
    void guessesInEarlierMessagesCount() {
        write(wrong).write(wrong);
        assertThat(outcomes()).containsExactly(Outcome.WRONG, Outcome.WRONG);
        assertThat(desk.reply(mail, wrong).outcome()).isEqualTo(Outcome.EXHAUSTED);
    }

    @Test
    void whatWasTriedBeforeACrashIsToldAgainAndOnlyWhatCameSinceIsTried() {
        write(wrong).write("Hurry, please");
        List<CodeTried> first = tried();
        assertThat(tried()).as("told again").isEqualTo(first);
        write(right);
        List<CodeTried> second = tried();
        assertThat(second).extracting(CodeTried::outcome).containsExactly(Outcome.WRONG, Outcome.ACCEPTED);
        write("Thank you").write(wrong);
        kit.clock.tick(Duration.ofMinutes(1));
        assertThat(tried()).as("nothing behind it is a try").isEqualTo(second);
        assertThat(wrongTries()).isEqualTo(1);
    }

    @Test
    void aCodeThatLapsedBeforeTheDeskLookedIsVoidInEveryMessage() {
        write("One moment").write(right).write(right);
        kit.clock.tick(Duration.ofMinutes(10));
        assertThat(outcomes()).containsExactly(Outcome.VOID);
    }

    @Test
    void aCodeThatIsOlderThanTheChallengeNeverCounts() {
        write("It says " + right);
        assertThat(desk.codes.attempt(kit.challenged(mail, kit.messages.size())))
                .extracting(CodeTried::outcome)
                .containsExactly(Outcome.NONE_GIVEN);
        write("And now?");
        assertThat(desk.attempt(mail).outcome()).isEqualTo(Outcome.NONE_GIVEN);
        assertThat(wrongTries()).isZero();
    }

    @Test
    void aQuotedCodeOrOneFromAnotherSenderCountsInNoMessage() {
        kit.messages.add(new Message(
                "m-quoted",
                Message.Author.CUSTOMER,
                IdentityKit.JO,
                kit.clock.instant(),
                "Re: " + right,
                "I did not ask for this",
                "> Your code is " + right,
                List.of(),
                Map.of()));
        kit.messages.add(new Message(
                "m-ours",
                Message.Author.DESK,
                "",
                kit.clock.instant(),
                "",
                "For the test: " + right,
                "",
                List.of(),
                Map.of()));
        write("What is this?");
        assertThat(outcomes()).containsExactly(Outcome.NONE_GIVEN);
        kit.form("eve@evil.example", right);
        write("Hello?");
        assertThat(outcomes()).containsExactly(Outcome.NONE_GIVEN);
        write(right);
        assertThat(outcomes()).as("a stranger has written on the case").containsExactly(Outcome.VOID);
    }

    @Test
    void theCodeOfAnotherCaseIsVoidInAnEarlierMessageToo() {
        write(right).write("Hurry, please");
        kit.caseId = new CaseId("SP-ABCDEFGHJK");
        assertThat(outcomes()).containsExactly(Outcome.VOID);
    }

    private int wrongTries() {
        return desk.database
                .jdbc()
                .sql("select wrong_tries from one_time_code")
                .query(Integer.class)
                .single();
    }
}
