package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer adds while people have their case is read like the first of it, and may be graver. */
@Tag("database")
class AddedWordsStoriesTest {

    private static final String A_PERSON = "I would like to talk to a person about my bill, please.";
    private static final String A_LAWYER = "Nobody answers. My solicitor will file the claim on Monday.";
    private static final String FAREWELL =
            "I won't need it next week, I have decided that it is better for everyone without me.";

    private static void story(boolean crashing, Consumer<DeskKit> story) {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        try (var desk = TrackedDesk.open(clock, crashing, ShippedReading.in("en"), StoryGates.of(clock))) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static CaseId handedOver(DeskKit desk) {
        CaseId id = desk.ticket(A_PERSON);
        desk.runUntilQuiet();
        assertThat(pages(desk.load(id))).isZero();
        return id;
    }

    private static void add(DeskKit desk, CaseId id, String words) {
        desk.write(id, words);
        desk.runUntilQuiet();
    }

    private static Standing.WithPeople people(DeskKit desk, CaseId id) {
        return (Standing.WithPeople) desk.load(id).standing();
    }

    private static long pages(CaseRecord record) {
        return record.handOver().errands().stream()
                .filter(work -> work.errand().kind() == Errand.Kind.PAGE && work.stage() instanceof ErrandWork.Done)
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsGraverGoesToThoseForItAndSomebodyIsCalled(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            add(desk, id, A_LAWYER);
            assertThat(people(desk, id).queue()).isEqualTo("legal");
            assertThat(people(desk, id).triggers())
                    .extracting(Trigger::kind)
                    .contains(Trigger.Kind.PERSON_ASKED, Trigger.Kind.LEGAL);
            assertThat(pages(desk.load(id))).isOne();
            add(desk, id, "As I said, my solicitor will file it.");
            assertThat(pages(desk.load(id))).isOne();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dangerIsCalledForThoughSomebodyHasTheCase(boolean crashing) {
        story(crashing, desk -> {
            CaseId id = handedOver(desk);
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            int before = desk.channel().posted().size();
            add(desk, id, FAREWELL);
            assertThat(people(desk, id).owner()).isPresent();
            assertThat(people(desk, id).queue()).isEqualTo("security");
            assertThat(pages(desk.load(id))).isOne();
            assertThat(desk.channel().posted()).hasSize(before);
        });
    }

    @Test
    void theirQueueKeepsALegalMatterWhateverElseIsAdded() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            add(desk, id, A_LAWYER);
            add(desk, id, "And somebody else is logged in to my account from another country.");
            assertThat(people(desk, id).queue()).isEqualTo("legal");
            assertThat(people(desk, id).triggers()).extracting(Trigger::kind).contains(Trigger.Kind.SECURITY);
        });
    }

    @Test
    void whatAPersonCorrectedStandsWhenTheCustomerWritesAgain() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            desk.decide(
                    id,
                    new Fact.Reclassified(
                            Optional.of(Category.BILLING), Optional.of(Priority.P2), Optional.of("billing"), "a bill"));
            add(desk, id, "The number on it is 4711.");
            assertThat(desk.load(id).triage().category()).isEqualTo(Category.BILLING);
            assertThat(desk.load(id).triage().priority()).isEqualTo(Priority.P2);
            assertThat(people(desk, id).queue()).isEqualTo("billing");
        });
    }

    @Test
    void whatAPersonMovedOutOfTheLawyersQueueStaysOutUntilTheCustomerSaysSomethingGraver() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            add(desk, id, A_LAWYER);
            desk.decide(
                    id, new Fact.Reclassified(Optional.empty(), Optional.empty(), Optional.of("billing"), "a bill"));
            add(desk, id, "The number on it is 4711.");
            assertThat(people(desk, id).queue()).isEqualTo("billing");
            add(desk, id, FAREWELL);
            assertThat(people(desk, id).queue()).isEqualTo("security");
        });
    }

    /** The people of a queue that was chosen by hand get back whoever writes to their answer. */
    @Test
    void whoWritesBackComesToThePeopleWhoAnswered() {
        story(false, desk -> {
            CaseId id = handedOver(desk);
            desk.decide(
                    id, new Fact.Reclassified(Optional.empty(), Optional.empty(), Optional.of("returns"), "theirs"));
            desk.decide(id, new Fact.CaseClaimed());
            desk.runUntilQuiet();
            PeopleDecideStoriesTest.write(desk, id, "Please send it back to us.");
            assertThat(desk.load(id).handOver().remindAt()).isEmpty();
            add(desk, id, "Where to?");
            assertThat(people(desk, id).queue()).isEqualTo("returns");
            assertThat(desk.load(id).handOver().reminders()).isZero();
        });
    }
}
