package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.gate.HandoffGate;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.PackingAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Promise 11 over kill -9: what people get is the same whether or not the process died at every step on the way. */
@Tag("database")
class PacketRestartStoriesTest {

    private static final String ANSWER =
            "I open Reports, press Export and choose CSV. A file with the readings. Chrome 129 on Windows 11.";

    /** What a story came to: once undisturbed, once with a restart after every step. */
    private static <T> List<T> both(Function<DeskKit, T> story) {
        var ends = new ArrayList<T>();
        for (boolean crashing : List.of(false, true)) {
            var clock = new SettableClock(DeskKit.MONDAY_MORNING);
            try (var desk = DeskKit.on(clock, PackingAgents.on(clock, "en"), StoryGates.of(clock), crashing)) {
                ends.add(story.apply(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO)));
                assertThat(desk.restarts() > 0).isEqualTo(crashing);
            }
        }
        return ends;
    }

    private static Packet packet(DeskKit desk, CaseId id) {
        return desk.load(id).handOver().packet().orElseThrow();
    }

    private static long packed(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.Packaged)
                .count();
    }

    @Test
    void askedForWhatIsMissingAndReadFromTheAnswer() {
        List<Packet> packets = both(desk -> {
            CaseId id = desk.ticket("The export is broken.");
            desk.runUntilQuiet();
            assertThat(packet(desk, id).missing())
                    .extracting(Packet.Missing::part)
                    .containsExactly("reproduction.steps", "reproduction.expected", "reproduction.environment");
            assertThat(desk.channel().posted()).singleElement().asString().contains("What do you do, step by step");
            desk.write(id, ANSWER);
            desk.runUntilQuiet();
            assertThat(packed(desk, id)).as("one packet for each message").isEqualTo(2);
            assertThat(desk.channel().posted()).hasSize(1);
            assertThat(new HandoffGate().judge(desk.load(id), packet(desk, id)).isPass())
                    .isTrue();
            return packet(desk, id);
        });
        assertThat(packets.getFirst().isComplete()).isTrue();
        assertThat(packets.getLast().reproduction())
                .isEqualTo(packets.getFirst().reproduction());
        assertThat(packets.getLast().missing()).isEqualTo(packets.getFirst().missing());
        assertThat(packets.getLast().ask().by())
                .isEqualTo(packets.getFirst().ask().by());
    }

    @Test
    void packedAnewForItsOwnerWhenItGetsGraver() {
        List<Packet> packets = both(desk -> {
            CaseId id = desk.ticket("The export is broken.");
            desk.runUntilQuiet();
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            desk.tick(Duration.ofHours(1));
            desk.write(id, "We cannot work, the whole site is down since eight.");
            desk.runUntilQuiet();
            assertThat(packed(desk, id)).isEqualTo(2);
            assertThat(desk.channel().posted())
                    .as("whoever has it tells the customer")
                    .hasSize(1);
            return packet(desk, id);
        });
        assertThat(packets).allSatisfy(packet -> {
            assertThat(packet.severity()).isEqualTo(Priority.P2);
            assertThat(packet.owner()).isEqualTo("Ines");
            assertThat(packet.impact().workflow()).startsWith("We cannot work");
        });
    }
}
