package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have goes on as a case that they do not have. Each also killed at every step. */
@Tag("database")
class MergedAwayStoriesTest {

    private static final String ASKED = "When I press Export, the page stays blank. It should download. person please";
    private static final String INES = "Ines";

    private static CaseId asked(DeskKit desk) {
        CaseId id = desk.ticket(ASKED);
        desk.runUntilQuiet();
        return id;
    }

    private static CaseId answered(DeskKit desk) {
        CaseId id = report(desk);
        PeopleDecideStoriesTest.write(desk, id, "I had a look at the export.");
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        desk.tick(Duration.ofMinutes(5));
        return id;
    }

    private static Decision merge(DeskKit desk, CaseId from, CaseId into) {
        return new Decisions(desk.cases()).merge(Seen.of(desk.load(from)), into, "the same export", INES);
    }

    private static void merged(DeskKit desk, CaseId from, CaseId into) {
        assertThat(merge(desk, from, into)).isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    private static Standing.WithPeople people(DeskKit desk, CaseId id) {
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        return (Standing.WithPeople) desk.load(id).standing();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoAskedForAPersonGetsOneThoughTheOtherCaseWasAnswered(boolean crashing) {
        story(crashing, desk -> {
            CaseId kept = answered(desk);
            CaseId open = asked(desk);
            int before = desk.channel().posted().size();
            merged(desk, open, kept);
            assertThat(people(desk, kept).queue()).isEqualTo("technical");
            assertThat(people(desk, kept).triggers()).extracting(Trigger::kind).contains(Trigger.Kind.PERSON_ASKED);
            assertThat(people(desk, kept).why()).startsWith(open + " goes on here");
            assertThat(desk.channel().posted()).hasSize(before + 1);
            assertThat(desk.channel().posted().getLast()).contains("You will hear from a person by");
            Packet packet = desk.load(kept).handOver().packet().orElseThrow();
            assertThat(packet.reproduction().orElseThrow().expected()).isEqualTo("It should download.");
            assertThat(packet.problem()).contains("When I press Export");
        });
    }

    @Test
    void whatWentOnTwiceIsStillOpen() {
        story(false, desk -> {
            CaseId last = answered(desk);
            CaseId second = answered(desk);
            merged(desk, asked(desk), second);
            merged(desk, second, last);
            assertThat(people(desk, last).triggers()).extracting(Trigger::kind).contains(Trigger.Kind.PERSON_ASKED);
        });
    }

    /** The reply would end in silence what goes on there. */
    @Test
    void nothingGoesOnAsACaseWhoseReplyIsLeaving() {
        story(false, desk -> {
            CaseId kept = report(desk);
            CaseId open = asked(desk);
            var tries = new ArrayList<Decision>();
            desk.channel().during(() -> tries.add(merge(desk, open, kept)));
            PeopleDecideStoriesTest.write(desk, kept, "I had a look at the export.");
            assertThat(tries)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> assertThat(refused.why()).contains(kept.value(), "on its way"));
            merged(desk, open, kept);
            assertThat(people(desk, kept).owner()).isEmpty();
        });
    }
}
