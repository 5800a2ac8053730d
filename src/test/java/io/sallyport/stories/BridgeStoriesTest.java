package io.sallyport.stories;

import static io.sallyport.stories.BridgingDesk.handOver;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.flow.Agents;
import io.sallyport.testkit.Around;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.RecordingChannel;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.ScriptedAgents;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers are told while people have their case. Each story also with the process killed at every step. */
@Tag("database")
class BridgeStoriesTest {

    private final BridgingDesk bridging = new BridgingDesk();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCustomerHearsAtOnceWhoHasTheirCaseAndByWhen(boolean crashing) {
        bridging.story(crashing, desk -> {
            CaseId id = handOver(desk);
            assertThat(desk.channel().posted()).containsExactly("""
                    Hello,

                    Thank you for your message.

                    Your question is with our technical team. You will hear from a person by Monday, 2 March 2026, 11:00 (Europe/Berlin, UTC+1).

                    If you have anything to add, just reply to this message.

                    This message was written by an automated agent.""");
            assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Sent.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "pack"})
    void theCustomerHearsEvenWhereTheRestOfTheHandOverIsBroken(String broken) {
        var agents = Around.each(Agents.class, bridging.agents(), (method, _, call) -> {
            if (method.getName().equals(broken)) {
                throw new IllegalStateException(broken + " is broken");
            }
            return call.go();
        });
        bridging.story(false, agents, desk -> {
            CaseId id = desk.ticket("person please");
            desk.decide(
                    id,
                    new Fact.Escalated(
                            "security",
                            List.of(new Trigger(Trigger.Kind.SECURITY, "break-in")),
                            "break-in",
                            List.of()));
            for (int passed = 0; passed < 12; passed++) {
                desk.runUntilQuiet();
                desk.tick(Duration.ofMinutes(10));
            }
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("Thank you for your message."))
                    .hasSize(1);
            assertThat(desk.load(id).failure()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onceForEachHandOver(boolean crashing) {
        bridging.story(crashing, desk -> {
            CaseId id = handOver(desk);
            desk.write(id, "Are you there? A person please!");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
            desk.decide(id, new Fact.CaseResolved("by phone"));
            desk.runUntilQuiet();
            desk.tick(Duration.ofDays(2));
            desk.write(id, "It is back. A person please, person please");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMachineIsToldNothing(boolean crashing) {
        bridging.story(crashing, desk -> {
            desk.ticket("auto-reply: person please");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUnknownOutcomeIsNotPostedAgain(boolean crashing) {
        bridging.story(crashing, desk -> {
            desk.channel().answer(RecordingChannel.Answer.TIME_OUT_AFTER);
            CaseId id = handOver(desk);
            assertThat(desk.channel().posted()).hasSize(1);
            // After the crash the channel was asked what became of it, and knew.
            assertThat(desk.load(id).bridge())
                    .isInstanceOf(crashing ? BridgeWork.Sent.class : BridgeWork.Omitted.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStoppedAnswerBecomesAPromisedTime(boolean crashing) {
        bridging.story(crashing, desk -> {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .contains("our technical team", "2 March 2026")
                            .doesNotContain(ScriptedAgents.QUOTE));
            assertThat(desk.load(id).bridge()).isInstanceOf(BridgeWork.Sent.class);
        });
    }

    /** The specialist's model answers nothing, and nothing can be quoted either: the last link of the chain is a person. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withEveryModelDownTheCustomerHasATimeAndThePersonTheReason(boolean crashing) {
        try (var boats = BoatRental.open(Setting.PLAIN.crashing(crashing), new Script.Answers(500))) {
            DeskKit desk = boats.desk().mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO);
            CaseId id = desk.ticket("Which vaccination does my elderly parrot need before we emigrate in February?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .contains("is with our technical team.")
                            .contains("by Monday, 2 March 2026, 11:00 (Europe/Oslo, UTC+1)."));
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.why()).contains("no language model could be asked"));
        }
    }
}
