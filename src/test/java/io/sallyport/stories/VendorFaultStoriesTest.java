package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.ActionKit.Call;
import io.sallyport.testkit.RecordingChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vendor, or its connector, that fails for as long as a test wants it to. */
@Tag("database")
class VendorFaultStoriesTest {

    private static final int TRIES = 5;
    private static final String WISH = "Please cancel order HL-100200.";

    private final ActingDesk story = new ActingDesk();

    @AfterEach
    void close() {
        story.close();
    }

    /** Longer than all pauses between tries together. */
    private void letTimePass() {
        for (int i = 0; i < 200; i++) {
            story.desk().tick(Duration.ofSeconds(10));
            story.desk().runUntilQuiet();
        }
    }

    private long failures(CaseId id) {
        return story.desk().cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.StepFailed failed
                        && failed.step().equals("ACT"))
                .count();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "BREAKS_BEFORE"})
    void whatNeverArrivesIsTriedFiveTimesAndThenAPersonGetsIt(Call fault) {
        story.world().calls(fault);
        CaseId id = story.desk().ticket(WISH);
        story.desk().runUntilQuiet();
        assertThat(story.world().calls()).as("at once").isEqualTo(1);
        letTimePass();
        assertThat(story.world().calls()).isEqualTo(TRIES);
        assertThat(failures(id)).isEqualTo(TRIES);
        assertThat(story.desk().load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(story.desk().load(id).findOpenEffect()).isEmpty();
        assertThat(story.world().carriedOut()).isEmpty();
        assertThat(story.world().reserved()).as("it may still arrive").hasSize(1);
    }

    @Test
    void whatTheVendorRefusesAtOnceUsesUpNothing() {
        story.world().calls(Call.REFUSED);
        CaseId id = story.desk().ticket(WISH);
        letTimePass();
        assertThat(story.desk().load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(story.world().calls()).isEqualTo(1);
        assertThat(story.world().reserved()).isEmpty();
    }

    @Test
    void whatTheVendorRefusesAfterACallThatWasLostGoesOnCounting() {
        story.world().calls(Call.LOST);
        CaseId id = story.desk().ticket(WISH);
        story.desk().runUntilQuiet();
        story.world().calls(Call.REFUSED);
        letTimePass();
        assertThat(story.desk().load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(story.world().calls()).isEqualTo(2);
        assertThat(story.world().reserved())
                .as("the lost call may still arrive")
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "BREAKS_BEFORE"})
    void onceTheVendorIsBackItIsDoneOnce(Call fault) {
        story.world().calls(fault);
        CaseId id = story.desk().ticket(WISH);
        story.desk().runUntilQuiet();
        story.desk().tick(Duration.ofSeconds(5));
        story.desk().runUntilQuiet();
        story.world().calls(Call.DONE);
        letTimePass();
        assertThat(story.world().carriedOut()).hasSize(1);
        assertThat(story.world().reserved()).hasSize(1);
        assertThat(story.desk().load(id).receipts()).hasSize(1);
        assertThat(story.desk().channel().posted()).hasSize(1);
    }

    @Test
    void whatArrivedBeforeTheConnectorBrokeIsFoundAndNotRepeated() {
        story.world().calls(Call.BREAKS_AFTER);
        CaseId id = story.desk().ticket(WISH);
        letTimePass();
        assertThat(story.world().calls()).isEqualTo(1);
        assertThat(story.desk().load(id).action()).isInstanceOf(ActionWork.Done.class);
        assertThat(story.desk().channel().posted()).hasSize(1);
    }

    @Test
    void aReplyWhoseChannelBreaksIsTriedFiveTimesAndThenAPersonGetsTheCase() {
        story.desk().channel().answer(RecordingChannel.Answer.THROW);
        CaseId id = story.desk().ticket(WISH);
        letTimePass();
        assertThat(story.world().carriedOut()).hasSize(1);
        assertThat(story.desk().channel().calls()).isEqualTo(TRIES);
        assertThat(story.desk().load(id).standing()).isInstanceOf(Standing.WithPeople.class);
    }
}
