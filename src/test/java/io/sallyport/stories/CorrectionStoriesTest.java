package io.sallyport.stories;

import static io.sallyport.stories.TrackedDesk.issues;
import static io.sallyport.stories.TrackedDesk.passTime;
import static io.sallyport.stories.TrackedDesk.report;
import static io.sallyport.stories.TrackedDesk.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.PacketPart;
import io.sallyport.casefile.Priority;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person corrects holds for the packet, the clock and the colleagues. Each also killed at every step. */
@Tag("database")
class CorrectionStoriesTest {

    private static void correct(DeskKit desk, CaseId id, Optional<Category> category, Optional<Priority> priority) {
        desk.decide(id, new Fact.Reclassified(category, priority, Optional.empty(), "a person read it"));
        desk.runUntilQuiet();
    }

    private static Packet packet(CaseRecord record) {
        return record.handOver().packet().orElseThrow();
    }

    private static void passTo(DeskKit desk, Instant time) {
        desk.tick(Duration.between(desk.clock().instant(), time));
        desk.runUntilQuiet();
    }

    private static long updates(DeskKit desk) {
        return desk.channel().posted().stream()
                .filter(text -> text.contains("Nobody has an answer for you yet."))
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPersonFindsGraverIsDueSoonerForPeopleAndForTheCustomer(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = report(desk);
            passTo(desk, desk.load(id).handOver().remindAt().orElseThrow());
            passTime(desk, Duration.ofSeconds(30), 3);
            long before = updates(desk);
            Instant hour = desk.clock().instant().plus(Duration.ofHours(1));
            assertThat(desk.load(id).handOver().remindAt().orElseThrow()).isAfter(hour.plus(Duration.ofDays(1)));

            correct(desk, id, Optional.empty(), Optional.of(Priority.P1));
            CaseRecord corrected = desk.load(id);
            assertThat(packet(corrected).severity()).isEqualTo(Priority.P1);
            assertThat(packet(corrected).ask().by()).isBeforeOrEqualTo(hour);
            assertThat(corrected.handOver().remindAt().orElseThrow()).isBeforeOrEqualTo(hour);
            assertThat(desk.tools().pages(10)).hasSize(1);

            passTo(desk, hour);
            assertThat(updates(desk)).isEqualTo(before + 1);
        });
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void whatAPersonFindsToBeAFaultGoesToEngineeringOnceWhoeverHasIt(boolean claimed, boolean crashing) {
        story(crashing, desk -> {
            CaseId id = desk.ticket("The page of my invoice stops half way, a person please");
            desk.runUntilQuiet();
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(issues(desk)).isEmpty();
            if (claimed) {
                desk.decide(id, new Fact.CaseClaimed());
            }

            correct(desk, id, Optional.of(Category.BUG), Optional.empty());
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(packet(desk.load(id)).missing())
                    .extracting(Packet.Missing::part)
                    .contains(PacketPart.STEPS.path());
            assertThat(issues(desk)).hasSize(1);
            assertThat(desk.load(id).handOver().findIssue())
                    .contains(issues(desk).getFirst().id());
            assertThat(desk.tools().posts(10)).hasSize(1);

            correct(desk, id, Optional.of(Category.DATA), Optional.empty());
            passTime(desk, Duration.ofMinutes(1), 3);
            assertThat(issues(desk))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.cases()).isEqualTo(1));
        });
    }
}
