package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.HandoffGate;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.PackingAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get with a case, and how what they lack is asked of the customer without a person asking. */
@Tag("database")
class PacketStoriesTest {

    private static final String ANSWER =
            "I open Reports, press Export and choose CSV. A file with the readings. Chrome 129 on Windows 11.";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);

    private void story(String language, boolean crashing, Consumer<DeskKit> story) {
        try (var desk =
                DeskKit.on(clock, PackingAgents.on(clock, language), StoryGates.of(clock, language), crashing)) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
        }
    }

    private static Packet packet(DeskKit desk, CaseId id) {
        return desk.load(id).handOver().packet().orElseThrow();
    }

    private static List<String> missing(DeskKit desk, CaseId id) {
        return packet(desk, id).missing().stream().map(Packet.Missing::part).toList();
    }

    @Test
    void whatAPersonCannotDoWithoutIsAskedWithTheFirstWordAndReadFromTheAnswer() {
        story("en", false, desk -> {
            CaseId id = desk.ticket("The export is broken.");
            desk.runUntilQuiet();
            assertThat(missing(desk, id))
                    .containsExactly("reproduction.steps", "reproduction.expected", "reproduction.environment");
            assertThat(desk.channel().posted()).singleElement().asString().contains("""
                    To help them begin, please tell us this as well. \
                    What do you do, step by step, and what should happen then? \
                    Which device, which system and which version of the app or browser is it on?""");

            desk.write(id, ANSWER);
            desk.runUntilQuiet();
            Packet packet = packet(desk, id);
            assertThat(packet.isComplete()).isTrue();
            assertThat(packet.reproduction())
                    .contains(new Packet.Reproduction(
                            List.of("I open Reports, press Export and choose CSV."),
                            "A file with the readings.",
                            "The export is broken.",
                            "Chrome 129 on Windows 11."));
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(new HandoffGate().judge(desk.load(id), packet).isPass()).isTrue();
        });
    }

    @Test
    void whatTheCustomerAddsIsReadForItsPriorityAndStaysInItsQueue() {
        story("en", false, desk -> {
            CaseId id = desk.ticket("The export is broken.");
            desk.runUntilQuiet();
            assertThat(packet(desk, id).severity()).isEqualTo(Priority.P3);
            desk.restart();
            desk.write(id, "We cannot work, the whole site is down since eight.");
            desk.runUntilQuiet();
            assertThat(packet(desk, id).severity()).isEqualTo(Priority.P2);
            assertThat(packet(desk, id).impact().workflow()).startsWith("We cannot work");
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.queue()).isEqualTo("technical"));
        });
    }

    @Test
    void whoCannotSayIsNotTakenForHavingSaid() {
        story("en", false, desk -> {
            CaseId id = desk.ticket("The export is broken.");
            desk.runUntilQuiet();
            desk.write(id, "No idea, sorry.");
            desk.runUntilQuiet();
            assertThat(missing(desk, id)).contains("reproduction.steps", "reproduction.environment");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "tr", "zh"})
    void inOtherLanguagesTheReviewedQuestionsAreAskedAndTheWholeAnswerStandsForThem(String language) {
        story(language, false, desk -> {
            CaseId id = desk.ticket("Der Export ist kaputt.");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(desk.load(id).bridge().findBridge().orElseThrow().verdicts())
                    .allMatch(Verdict::isPass);
            desk.write(id, "Ich klicke auf Export.");
            desk.runUntilQuiet();
            assertThat(packet(desk, id).reproduction().orElseThrow().steps()).containsExactly("Ich klicke auf Export.");
        });
    }

    @Test
    void aClaimedCaseIsPackedAnewAndTheMachineAsksNothing() {
        story("en", false, desk -> {
            desk.mode(Lane.ESCALATION, LaneMode.DRAFT);
            CaseId id = desk.ticket("The export is broken.");
            desk.runUntilQuiet();
            desk.decide(id, new Fact.CaseClaimed());
            desk.write(id, ANSWER);
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).isEmpty();
            assertThat(packet(desk, id).reproduction().orElseThrow().environment())
                    .isEqualTo("Chrome 129 on Windows 11.");
            assertThat(packet(desk, id).owner()).isEqualTo("Ines");
        });
    }
}
