package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer writes when what they want has been done and they have not heard so. Each story also killed at every step. */
@Tag("database")
class WrittenAfterActingStoriesTest {

    private static final String WISH = "Please cancel order HL-100200.";
    private static final String CANCELLED = "We have cancelled order HL-100200.";
    private static final String MOVE = "Please change the delivery address of order HL-100200 to 4 Harbour Lane.";
    private static final String MOVED = "We have changed the delivery address of order HL-100200.";

    private final ActingDesk story = new ActingDesk();
    private final ActionKit world = story.world();

    @AfterEach
    void close() {
        story.close();
    }

    private DeskKit desk(boolean crashing) {
        return (crashing ? story.crashing().desk() : story.desk()).mode(LaneMode.DRAFT);
    }

    private static CaseId heldReply(DeskKit desk, CaseId id) {
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Done.class);
        assertThat(desk.load(id).answer()).isInstanceOf(AnswerWork.Held.class);
        return id;
    }

    private CaseId cancelled(DeskKit desk) {
        CaseId id = heldReply(desk, desk.ticket(WISH));
        story.order("HL-100200", "cancelled");
        world.policy((_, plan) -> plan.value("order").equals(Optional.of("HL-100200"))
                ? Verdict.stop("authorization", "order-packed: it is cancelled")
                : Verdict.pass("authorization"));
        return id;
    }

    private void write(DeskKit desk, CaseId id, String words) {
        desk.write(id, words);
        desk.runUntilQuiet();
    }

    private static String reply(DeskKit desk, CaseId id) {
        if (desk.load(id).answer() instanceof AnswerWork.Held) {
            desk.approve(id);
            desk.runUntilQuiet();
        }
        assertThat(desk.channel().posted()).hasSize(1);
        return desk.channel().posted().getLast();
    }

    private static long plans(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.ActionPlanned)
                .count();
    }

    private void deliverTo(String address) {
        story.books()
                .put(
                        "order",
                        "HL-100200",
                        "account",
                        "acc-1",
                        "placed",
                        "2026-02-27T10:00:00Z",
                        "status",
                        "processing",
                        "address_id",
                        address);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAddressThatWasChangedIsNotChangedBack(boolean crashing) {
        var here = Map.of("id", "adr-1", "line1", "12 Mill Pond Road", "city", "Whitby");
        var there = Map.of("id", "adr-2", "line1", "4 Harbour Lane", "city", "Whitby");
        story.books()
                .put(
                        "account",
                        "acc-1",
                        "email",
                        DeskKit.CUSTOMER,
                        "status",
                        "active",
                        "addresses",
                        List.of(here, there));
        deliverTo("adr-1");
        DeskKit desk = desk(crashing);
        CaseId id = heldReply(desk, desk.ticket(MOVE));
        deliverTo("adr-2");

        write(desk, id, "Please hurry.");

        assertThat(world.carriedOut()).containsExactly("sandbox/address-change HL-100200");
        assertThat(plans(desk, id)).isOne();
        assertThat(reply(desk, id)).contains(MOVED).doesNotContain(ActingDesk.OPENS);
    }

    @ParameterizedTest
    @CsvSource({"Any news?, DRAFT, false", "Any news?, DRAFT, true", "Hello?, AUTO, false", "Hello?, AUTO, true"})
    void whatWasDoneIsToldAndNotRefused(String words, LaneMode mode, boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = cancelled(desk);
        desk.mode(mode);
        write(desk, id, words);
        assertThat(plans(desk, id)).isOne();
        assertThat(reply(desk, id)).contains(CANCELLED).doesNotContain(ActionWork.Denied.SENTENCE);
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        assertThat(world.carriedOut()).hasSize(1);
    }

    /** Mail was sent when its sender says; what counts is when it came. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neitherItsSubjectNorItsTimeMakesAnAnswerByMailTheSameWish(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = heldReply(desk, desk.ticketFrom(DeskKit.CUSTOMER, "Please cancel order HL-100200", "Thanks!"));
        Instant earlier = desk.clock().instant().minus(Duration.ofHours(1));
        mail(desk, id, earlier, "RE: Please cancel order HL-100200", "Please hurry.");
        assertThat(plans(desk, id)).isOne();
        assertThat(reply(desk, id)).contains(CANCELLED);

        mail(desk, id, earlier, "Re: please cancel order HL-100200", "That was quick.");
        assertThat(plans(desk, id)).as("told, and over").isOne();
        mail(desk, id, earlier, "Please cancel order HL-100200", "I ordered it again.");
        assertThat(plans(desk, id)).as("only repeated").isOne();
    }

    private static void mail(DeskKit desk, CaseId id, Instant sent, String subject, String words) {
        var mail = new Message(
                "mail-" + desk.load(id).version(),
                Message.Author.CUSTOMER,
                DeskKit.CUSTOMER,
                sent,
                subject,
                words,
                "",
                List.of(),
                Map.of());
        var received = new CaseStore.Entry(Actor.customer(DeskKit.CUSTOMER), new Fact.MessageReceived(mail));
        desk.cases().append(desk.load(id), List.of(received));
        desk.runUntilQuiet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenSinceIsAnsweredBehindIt(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = cancelled(desk);
        write(desk, id, "I want to come by on Monday morning.");
        assertThat(reply(desk, id)).containsSubsequence(CANCELLED, ActingDesk.OPENS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNothingAnswersGoesToPeopleWhoSeeWhatWasDone(boolean crashing) {
        DeskKit desk = desk(crashing).mode(Lane.ESCALATION, LaneMode.AUTO);
        CaseId id = cancelled(desk);
        write(desk, id, "The screen shows an unknown letter today.");
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(desk.channel().posted()).singleElement().asString().contains(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherWishIsPlannedAndBothAreTold(boolean crashing) {
        story.order("HL-100300", "processing");
        DeskKit desk = desk(crashing);
        CaseId id = cancelled(desk);
        write(desk, id, "Please cancel order HL-100300, too.");
        assertThat(world.carriedOut())
                .containsExactly("sandbox/order-cancellation HL-100200", "sandbox/order-cancellation HL-100300");
        assertThat(reply(desk, id)).containsSubsequence(CANCELLED, "We have cancelled order HL-100300.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsAskedBackForAnotherWishBeginsWithWhatWasDone(boolean crashing) {
        story.order("HL-100300", "processing");
        story.order("HL-100400", "processing");
        DeskKit desk = desk(crashing);
        CaseId id = cancelled(desk);
        write(desk, id, "Please cancel my other order, too.");
        assertThat(reply(desk, id)).containsSubsequence(CANCELLED, "Please tell us which order it is about");
    }

    /** That nothing was changed would be taken for what was. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereAnotherWishIsRefusedAPersonSaysSo(boolean crashing) {
        story.order("HL-100300", "processing");
        DeskKit desk = desk(crashing);
        CaseId id = cancelled(desk);
        world.policy((_, _) -> new Verdict.Stop(
                "authorization",
                "delivered more than 30 days ago",
                List.of(new Verdict.Flag("a product is taken back within 30 days from delivery", "article:returns"))));
        write(desk, id, "Please cancel order HL-100300, too.");
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Denied.class);
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(desk.channel().posted()).noneMatch(text -> text.contains(ActionWork.Denied.SENTENCE));
    }
}
