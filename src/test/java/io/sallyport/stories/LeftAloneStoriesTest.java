package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case that people have and nobody decides anything about. Each story also with the process killed at every step. */
@Tag("database")
class LeftAloneStoriesTest {

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);

    private void story(boolean crashing, Consumer<DeskKit> story) {
        try (var desk = TrackedDesk.open(clock, crashing)) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    /** Until just after those who have it are reminded next. */
    private void remind(DeskKit desk, CaseId id) {
        Instant due = desk.load(id).handOver().remindAt().orElseThrow();
        desk.tick(Duration.between(clock.instant(), due));
        desk.runUntilQuiet();
    }

    private static String queue(DeskKit desk, CaseId id) {
        return ((Standing.WithPeople) desk.load(id).standing()).queue();
    }

    private static List<Fact.Reclassified> moves(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.Reclassified)
                .map(event -> (Fact.Reclassified) event.fact())
                .toList();
    }

    private static CaseId handedOver(DeskKit desk) {
        CaseId id = desk.ticket("The import stops half way, a person please. person please");
        desk.runUntilQuiet();
        return id;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNobodyAnswersPassesToSeniorOnceAndTheCustomerHears(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            remind(desk, id);
            assertThat(queue(desk, id)).isEqualTo("technical");
            remind(desk, id);
            assertThat(queue(desk, id)).isEqualTo("senior");
            remind(desk, id);
            assertThat(queue(desk, id)).isEqualTo("senior");
            assertThat(moves(desk, id))
                    .singleElement()
                    .satisfies(moved -> assertThat(moved.why()).isEqualTo("nobody decided anything after 2 reminders"));
            CaseRecord record = desk.load(id);
            assertThat(record.handOver().reminders()).isEqualTo(3);
            assertThat(desk.channel().posted())
                    .filteredOn(text -> text.contains("Nobody has an answer for you yet."))
                    .hasSize(3);
            assertThat(desk.tools().posts(20))
                    .filteredOn(post -> post.title().contains("reminder 3"))
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverTakesItUpInTimeKeepsIt(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            remind(desk, id);
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            remind(desk, id);
            assertThat(queue(desk, id)).isEqualTo("technical");
            assertThat(desk.load(id).handOver().reminders()).isEqualTo(1);
            assertThat(moves(desk, id)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverLeavesACaseAloneLosesItAndTheCustomerHearsAgain(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            remind(desk, id);
            assertThat(desk.load(id).isTakenOver()).isTrue();
            int heard = desk.channel().posted().size();
            remind(desk, id);
            CaseRecord record = desk.load(id);
            assertThat(record.isTakenOver()).isFalse();
            assertThat(queue(desk, id)).isEqualTo("senior");
            assertThat(record.handOver().notes()).singleElement().satisfies(note -> {
                assertThat(note.text())
                        .isEqualTo("Ines had the case and decided nothing after 2 reminders; it is free again");
                assertThat(note.mentions()).containsExactly("ines");
            });
            assertThat(desk.channel().posted()).hasSize(heard + 1);
            assertThat(desk.tools().posts(20))
                    .filteredOn(post -> post.title().contains("reminder 2"))
                    .singleElement()
                    .satisfies(post -> assertThat(post.text()).contains("Ines had it, and it is free again"));
        });
    }

    /** Nobody else is to read what is for lawyers. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMatterOfLawStaysWithThoseWhoMayReadIt(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("When do you open?");
            desk.decide(
                    id,
                    new Fact.Escalated(
                            "legal", List.of(new Trigger(Trigger.Kind.LEGAL, "my lawyer")), "my lawyer", List.of()));
            desk.runUntilQuiet();
            for (int reminders = 0; reminders < 4; reminders++) {
                remind(desk, id);
            }
            assertThat(queue(desk, id)).isEqualTo("legal");
            assertThat(moves(desk, id)).isEmpty();
        });
    }
}
