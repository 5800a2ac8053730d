package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeSettings;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import io.sallyport.intake.Vouching;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer writes on a case that goes on as another. Each story also with the process killed at every step. */
@Tag("database")
class MergedCaseStoriesTest {

    private static final String INES = "Ines";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);

    private void story(boolean crashing, Consumer<DeskKit> story) {
        try (var desk = TrackedDesk.open(clock, crashing)) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static CaseId handedOver(DeskKit desk) {
        CaseId id = desk.ticket("The import stops half way, a person please. person please");
        desk.runUntilQuiet();
        return id;
    }

    private static void merge(DeskKit desk, CaseId from, CaseId into) {
        assertThat(new Decisions(desk.cases()).merge(Seen.of(desk.load(from)), into, "the same import", INES))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    /** On the customer's page of that case. */
    private Receipt write(DeskKit desk, CaseId on, String externalId, String words) {
        return IntakeWatcher.over(desk.database().dataSource(), desk.cases(), IntakeSettings.defaults(), clock)
                .receive(new Incoming(
                        "page",
                        externalId,
                        Channel.WEB,
                        DeskKit.CUSTOMER,
                        "",
                        Incoming.Body.plain(words),
                        clock.instant(),
                        Map.of(),
                        List.of(),
                        Optional.of(desk.load(on).ticket().link()),
                        Vouching.NONE));
    }

    private static List<String> words(DeskKit desk, CaseId id) {
        return desk.load(id).messages().stream()
                .filter(Message::isFromCustomer)
                .map(Message::written)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMessageAfterAMergeJoinsTheCaseThatGoesOn(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = handedOver(desk);
            CaseId merged = handedOver(desk);
            merge(desk, merged, kept);
            long over = desk.load(merged).version();

            assertThat(write(desk, merged, "m-1", "It is version 2.0.")).isEqualTo(new Receipt.Joined(kept));
            desk.runUntilQuiet();
            assertThat(write(desk, merged, "m-1", "It is version 2.0.")).isEqualTo(new Receipt.AlreadyKnown(kept));
            desk.runUntilQuiet();
            assertThat(words(desk, kept)).hasSize(2).endsWith("It is version 2.0.");
            assertThat(desk.load(merged).version()).isEqualTo(over);
            assertThat(desk.load(kept).handOver().packet().orElseThrow().communication())
                    .as("what was said on both")
                    .extracting(Packet.Said::text)
                    .filteredOn(text -> text.startsWith("The import stops"))
                    .hasSize(2);
            assertThat(desk.load(kept).standing()).isInstanceOf(Standing.WithPeople.class);
            assertThat(desk.load(kept).handOver().isCurrent())
                    .as("whoever has it finds what was added in the packet")
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWentOnTwiceEndsInTheLastOfThem(boolean crashing) {
        story(crashing, desk -> {
            CaseId first = handedOver(desk);
            CaseId second = handedOver(desk);
            CaseId third = handedOver(desk);
            merge(desk, first, second);
            merge(desk, second, third);
            assertThat(write(desk, first, "m-1", "Any news?")).isEqualTo(new Receipt.Joined(third));
            desk.runUntilQuiet();
            assertThat(words(desk, third)).endsWith("Any news?");
            assertThat(words(desk, first)).hasSize(1);
            assertThat(words(desk, second)).hasSize(1);
        });
    }

    /** Its owner answers; the machine does not, whatever the message asks. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theMachineIsSilentWhereAPersonHasTheCaseThatGoesOn(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = handedOver(desk);
            CaseId merged = handedOver(desk);
            merge(desk, merged, kept);
            assertThat(new Decisions(desk.cases()).claim(Seen.of(desk.load(kept)), INES))
                    .isInstanceOf(Decision.Taken.class);
            desk.runUntilQuiet();
            int before = desk.channel().posted().size();
            write(desk, merged, "m-1", "When do you open?");
            desk.runUntilQuiet();
            assertThat(desk.channel().posted()).hasSize(before);
            assertThat(desk.load(kept).isTakenOver()).isTrue();
        });
    }
}
