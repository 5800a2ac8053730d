package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.RecordingChannel;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each story runs twice: undisturbed, and with the process killed at every step and around every posting. */
@Tag("database")
class TicketStoriesTest {

    private final List<ScriptedGate> gates = ScriptedGate.required();

    private void story(boolean crashing, BiConsumer<DeskKit, List<ScriptedGate>> story) {
        var agents = new ScriptedAgents();
        try (DeskKit desk = crashing ? DeskKit.crashingEverywhere(agents, gates) : DeskKit.of(agents, gates)) {
            story.accept(desk, gates);
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersByItselfWhenTheLaneIsOpen(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitsForAPersonWhileTheLaneIsInDraft(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            desk.approve(id);
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showsNothingOutsideWhileTheLaneIsInShadow(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.SHADOW).ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesItToPeopleWhenTheLaneIsOff(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.OFF).ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(withPeople(desk, id).why()).contains("off");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsNothingOnceTheLaneWasSwitchedOffEvenIfApproved(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            desk.approve(id);
            desk.desk().lanes().set(Lane.ANSWER, LaneMode.OFF, "Ines");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(withPeople(desk, id).why()).contains("off");
        });
    }

    private static void assertGoesToAPersonUnanswered(DeskKit desk, String text) {
        CaseId id = desk.mode(LaneMode.AUTO).ticket(text);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).isEmpty();
        assertThat(withPeople(desk, id).triggers())
                .extracting(Trigger::kind)
                .containsExactly(Trigger.Kind.PERSON_ASKED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bringsAPersonWhenTheCustomerAsksForOne(boolean crashing) {
        story(crashing, (desk, _) -> assertGoesToAPersonUnanswered(desk, "person please"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksForTriggersAgainBeforeAnythingIsSent(boolean crashing) {
        story(crashing, (desk, _) -> assertGoesToAPersonUnanswered(desk, "noticed late"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void handsOverWhatNoArticleCovers(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.AUTO).ticket("an unknown thing");
            desk.runUntilQuiet();
            assertThat(withPeople(desk, id).why()).isEqualTo("no article covers it");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showsThePersonTheExactSentenceThatAGateStopped(boolean crashing) {
        story(crashing, (desk, installed) -> {
            installed.getFirst().stopOn("nine");
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(withPeople(desk, id).flags())
                    .extracting(Verdict.Flag::sentence)
                    .containsExactly("nine");
            assertThat(desk.load(id).answer().findDraft().orElseThrow().attempt())
                    .isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesAnEditedDraftToTheGatesAgain(boolean crashing) {
        story(crashing, (desk, installed) -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            installed.getFirst().stopOn("ten");
            desk.decide(id, edited(desk.load(id), "The workshop opens at ten."));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).answer())
                    .isInstanceOfSatisfying(
                            AnswerWork.Held.class,
                            held -> assertThat(held.verdicts()).anyMatch(verdict -> !verdict.isPass()));
            desk.decide(id, edited(desk.load(id), "We open at nine."));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).containsExactly("We open at nine.");
        });
    }

    private static Fact edited(CaseRecord record, String text) {
        return new Fact.ReplyEdited(ScriptedAgents.reply(record, text));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksTheGatesAgainAtTheDoor(boolean crashing) {
        story(crashing, (desk, installed) -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            desk.approve(id);
            installed.getFirst().stopOn("nine");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(withPeople(desk, id).why()).contains("contains nine");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnWithASecondMessageADayLater(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            desk.tick(Duration.ofHours(24));
            desk.write(id, "And on Sundays?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(2);
            assertThat(desk.load(id).messages()).hasSize(4);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resolvesAfterAWeekOfSilenceAndReopensWhenTheCustomerWrites(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            desk.tick(Duration.ofDays(7));
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.Resolved.class);
            desk.write(id, "It was closed at nine!");
            desk.runUntilQuiet();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverAnswersAMachine(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.AUTO).ticket("auto-reply: I am away");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.Junk.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAutoReplyToOurAnswerNeitherReopensNorBuriesTheCase(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            desk.write(id, "auto-reply: I am away");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isSilentOnceAPersonHasTakenOver(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            desk.decide(id, new Fact.CaseClaimed());
            desk.mode(LaneMode.AUTO);
            desk.write(id, "Hello?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(withPeople(desk, id).owner()).contains("Ines");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesARejectedDraftToThePersonWhoSaidNo(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            desk.decide(id, new Fact.ReplyRejected("wrong tone"));
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(withPeople(desk, id).owner()).contains("Ines");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoMachinesThatTalkStopBeforeAPerson(boolean crashing) {
        story(crashing, (desk, _) -> {
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            for (int more = 1; more <= 6; more++) {
                desk.write(id, "And when on day " + more + "?");
                desk.runUntilQuiet();
            }
            assertThat(desk.channel().posted()).hasSize(6);
            assertThat(((Standing.WithPeople) desk.load(id).standing()).why()).contains("6 replies within a day");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void handsAnUnknownOutcomeToAPersonAndDoesNotPostAgain(boolean crashing) {
        story(crashing, (desk, _) -> {
            desk.channel().answer(RecordingChannel.Answer.TIME_OUT_AFTER);
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(desk.load(id).effects()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsAPersonWhenTheChannelRefuses(boolean crashing) {
        story(crashing, (desk, _) -> {
            desk.channel().answer(RecordingChannel.Answer.REFUSE);
            CaseId id = desk.mode(LaneMode.AUTO).ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(withPeople(desk, id).why()).contains("mailbox unknown");
        });
    }

    private static Standing.WithPeople withPeople(DeskKit desk, CaseId id) {
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        return (Standing.WithPeople) desk.load(id).standing();
    }
}
