package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers who write more than the code before the desk looks, against the shipped gates, codes and sandbox. */
@Tag("database")
class CodeAmongWordsStoriesTest {

    private static final String MARA = ShippedDesk.MARA;

    private final ShippedDesk desk = new ShippedDesk();

    CodeAmongWordsStoriesTest() {
        desk.order("HL-100100", MARA, 9600, 5);
        desk.order("HL-100200", MARA, 4900, 4);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseRecord afterwards(CaseId id, String... words) {
        desk.run();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Challenged.class);
        for (String each : words) {
            desk.write(id, MARA, each.replace("CODE", desk.code(MARA)));
        }
        desk.run();
        return desk.load(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE|Hurry, please!",
                "Why do you need that?|The code is CODE",
                "Wait, I have to look for it.|Here: CODE|I need it by Friday.",
                "CODE|When will I have my money? Please refund it quickly.",
            })
    void theRightCodeIsSeenWhateverElseTheyWrite(String words) {
        CaseRecord ended = afterwards(desk.mail(MARA, "Please refund order HL-100100."), words.split("\\|", -1));
        assertThat(ended.action()).isInstanceOf(ActionWork.Done.class);
        assertThat(desk.refunded()).isEqualTo(9600);
        assertThat(desk.sandbox.mails(MARA, 9)).as("one code was sent").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE|Stop! Please do not refund it.",
                "CODE|Sorry, I have changed my mind.",
                "CODE|Hello again.|Never mind, I will keep it.",
                "CODE, but I no longer want it.|Thanks",
                "CODE, but I no longer want it.",
                "CODE. And please refund order HL-100200, too.",
                "Never mind, I will keep it.|CODE",
                "CODE|I'd rather you didn't do that.",
                "CODE|Please refund order HL-100200, too.",
                "CODE|I will call my lawyer.",
            })
    void whatSpeaksAgainstItIsForAPersonToRead(String words) {
        CaseRecord ended = afterwards(desk.mail(MARA, "Please refund order HL-100100."), words.split("\\|", -1));
        assertThat(ended.standing()).as(ended.action().toString()).isInstanceOf(Standing.WithPeople.class);
        assertThat(ended.action().findPlan()).as("it is there to be approved").isPresent();
        assertThat(desk.refunded()).isZero();
    }

    @Test
    void threeGuessesAtOnceAreAllThereAre() {
        CaseId id = desk.mail(MARA, "Please refund order HL-100100.");
        desk.run();
        int right = Integer.parseInt(desk.code(MARA));
        for (int guess = 1; guess <= 3; guess++) {
            desk.write(id, MARA, "%06d".formatted((right + guess) % 1_000_000));
        }
        desk.write(id, MARA, "%06d".formatted(right));
        desk.run();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(desk.load(id).proof()).isEmpty();
        assertThat(desk.refunded()).isZero();
    }

    @Test
    void aCodeFromBeforeTheChallengeIsNotReadForTheNewOne() {
        CaseId id = desk.mail(MARA, "Please refund order HL-100100.");
        desk.run();
        String first = desk.code(MARA);
        desk.clock.tick(Duration.ofMinutes(11));
        desk.write(id, MARA, "Here: " + first);
        desk.write(id, MARA, "Hurry, please");
        desk.run();
        var again = (ActionWork.Challenged) desk.load(id).action();
        assertThat(again.wrongTries()).isZero();
        assertThat(again.unread(desk.load(id).messages())).isEmpty();
        desk.write(id, MARA, desk.code(MARA));
        desk.run();
        assertThat(desk.refunded()).isEqualTo(9600);
    }

    /** The plan is from before the code; what stands behind it may be somebody else's. */
    @Test
    void behindWordsThatAnybodyMayHaveTypedTheProofEndsWithThePlan() {
        CaseId alone = desk.form(MARA, "Please refund order HL-100100.");
        desk.run();
        desk.writeByLink(alone, MARA, desk.code(MARA));
        desk.run();
        assertThat(desk.load(alone).proof()).isPresent();

        desk.account("acc-2", "tom@example.com");
        desk.order("HL-200100", "tom@example.com", 4900, 4);
        CaseId other = desk.form("tom@example.com", "Please refund order HL-200100.");
        desk.run();
        desk.writeByLink(other, "tom@example.com", desk.code("tom@example.com"));
        desk.writeByLink(other, "tom@example.com", "Hurry, please!");
        desk.run();
        assertThat(desk.load(other).action()).isInstanceOf(ActionWork.Done.class);
        assertThat(desk.load(other).proof()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void norDoesItSpeakForWhatComesNextWhileThePlanWaitsForAPerson(boolean isVouchedFor) {
        CaseId id = desk.form(MARA, "Please refund order HL-100100.");
        desk.run();
        desk.writeByLink(id, MARA, desk.code(MARA));
        if (isVouchedFor) {
            desk.write(id, MARA, "No, never mind.");
        } else {
            desk.writeByLink(id, MARA, "No, never mind.");
        }
        desk.run();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        assertThat(desk.load(id).proof()).isPresent();
        desk.write(id, MARA, "Any news?");
        assertThat(desk.load(id).proof().isPresent()).isEqualTo(isVouchedFor);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedAtEveryStepOneCodeIsSentAndTheActionDoneOnce(boolean isCrashing) {
        try (var story = isCrashing ? new ActingDesk().crashing() : new ActingDesk()) {
            story.world().needingProof();
            DeskKit kit = story.desk();
            CaseId id = kit.ticket("Please cancel order HL-100200.");
            kit.runUntilQuiet();
            kit.write(id, "Where is it? Ah, here: " + ActionKit.CODE);
            kit.write(id, "Hurry, please!");
            kit.runUntilQuiet();
            assertThat(kit.restarts()).isGreaterThanOrEqualTo(isCrashing ? 10 : 0);
            assertThat(story.world().mailed()).hasSize(1);
            assertThat(story.world().carriedOut()).hasSize(1);
            assertThat(kit.load(id).receipts()).hasSize(1);
            assertThat(kit.channel().posted()).hasSize(2);
        }
    }
}
