package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the customer writes while a plan waits for a person's yes outlives the yes. Each story also killed at every step. */
@Tag("database")
class WrittenWhileHeldStoriesTest {

    private static final String WISH = "Please cancel order HL-100200.";
    private static final String ANOTHER = "Please cancel order HL-100300, too.";
    private static final String FIRST = "sandbox/order-cancellation HL-100200";
    private static final String SECOND = "sandbox/order-cancellation HL-100300";
    private static final String CANCELLED = "We have cancelled order HL-100200.";
    private static final String CANCELLED_TOO = "We have cancelled order HL-100300.";

    private final ActingDesk story = new ActingDesk();
    private final ActionKit world = story.world();

    @BeforeEach
    void needAYesForTheFirst() {
        story.order("HL-100300", "processing");
        world.policy((record, plan) -> isOfFirst(plan) ? withYes(record) : Verdict.pass("authorization"));
    }

    @AfterEach
    void close() {
        story.close();
    }

    private static boolean isOfFirst(ActionPlan plan) {
        return plan.value("order").equals(Optional.of("HL-100200"));
    }

    private static Verdict withYes(CaseRecord record) {
        return record.action().approvals().isEmpty()
                ? Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL)
                : Verdict.pass("authorization");
    }

    private DeskKit desk(boolean crashing) {
        return crashing ? story.crashing().desk() : story.desk();
    }

    private static CaseId held(DeskKit desk, String words) {
        CaseId id = desk.ticket(words);
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        return id;
    }

    private static void write(DeskKit desk, CaseId id, String words) {
        desk.write(id, words);
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
    }

    private static CaseRecord approve(DeskKit desk, CaseId id) {
        return approve(desk, id, "Ines");
    }

    private static CaseRecord approve(DeskKit desk, CaseId id, String person) {
        CaseRecord record = desk.load(id);
        String hash = record.action().findPlan().map(ActionPlan::hash).orElseThrow();
        var yes = new Approval(hash, person, "lead", desk.clock().instant());
        assertThat(new Decisions(desk.cases()).approvePlan(Seen.of(record), yes))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        return desk.load(id);
    }

    private static CaseRecord give(DeskKit desk, CaseId id) {
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Challenged.class);
        desk.write(id, "The code is " + ActionKit.CODE + ".");
        desk.runUntilQuiet();
        return desk.load(id);
    }

    private static String reply(DeskKit desk) {
        return desk.channel().posted().getLast();
    }

    private static long plans(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.ActionPlanned)
                .count();
    }

    /** Whether people's queue had read it by then or not. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void anotherWishIsPlannedOnceTheFirstIsCarriedOut(boolean isRead, boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        if (isRead) {
            write(desk, id, ANOTHER);
        } else {
            desk.write(id, ANOTHER);
        }

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly(FIRST, SECOND);
        assertThat(reply(desk)).containsSubsequence(CANCELLED, CANCELLED_TOO);
        assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        assertThat(ended.receipts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherWishNeedsAYesOfItsOwn(boolean crashing) {
        world.policy((record, _) -> withYes(record));
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);

        CaseRecord between = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(between.action())
                .isInstanceOfSatisfying(
                        ActionWork.Held.class,
                        next -> assertThat(next.plan().value("order")).contains("HL-100300"));
        assertThat(between.standing()).isInstanceOf(Standing.WithPeople.class);

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly(FIRST, SECOND);
        assertThat(ended.action()).isInstanceOf(ActionWork.Done.class);
    }

    /** Two people have to say yes, and the customer writes between the two. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherWishBetweenTwoYesesIsPlannedToo(boolean crashing) {
        world.policy((record, plan) -> isOfFirst(plan) && record.action().approvals().size() < 2
                ? Verdict.stop("authorization", "above the limit", Verdict.Remedy.SECOND_APPROVAL)
                : Verdict.pass("authorization"));
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        assertThat(approve(desk, id).action()).isInstanceOf(ActionWork.Held.class);
        write(desk, id, ANOTHER);

        approve(desk, id, "Tom");

        assertThat(world.carriedOut()).containsExactly(FIRST, SECOND);
    }

    /** Nobody vouches for who wrote the second, so the first one's code does not speak for it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherWishIsPlannedBehindACodeThatIsAskedForAfterTheYes(boolean crashing) {
        world.needingProof();
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        approve(desk, id);
        assertThat(world.carriedOut()).isEmpty();

        give(desk, id);
        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(world.mailed()).as("a code for each").hasSize(2);
        assertThat(reply(desk)).containsSubsequence(CANCELLED, "Please reply to this message with the code");

        CaseRecord ended = give(desk, id);
        assertThat(world.carriedOut()).containsExactly(FIRST, SECOND);
        assertThat(reply(desk)).contains(CANCELLED_TOO);
        assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aWordInBetweenIsNoSecondWish(boolean needsProof, boolean crashing) {
        if (needsProof) {
            world.needingProof();
        }
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, "Any news?");
        CaseRecord ended = approve(desk, id);
        if (needsProof) {
            ended = give(desk, id);
        }
        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(reply(desk)).contains(CANCELLED);
        assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameWishOnceMoreIsTheOneThatWasCarriedOut(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, "Please cancel order HL-100200, as I asked you to.");
        CaseRecord ended = approve(desk, id);
        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(plans(desk, id)).isOne();
        assertThat(reply(desk)).contains(CANCELLED);
        assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    /** By then the other address is the one that the first wish was to leave. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherChangeOfTheSameThingIsForAPerson(boolean crashing) {
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
        CaseId id = held(desk, "Please change the delivery address of order HL-100200 to 4 Harbour Lane.");
        write(desk, id, "Please change the delivery address of order HL-100200 to my other address.");
        world.meanwhile(() -> deliverTo("adr-2"));

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly("sandbox/address-change HL-100200");
        assertThat(plans(desk, id)).isOne();
        assertThat(ended.standing()).isInstanceOf(Standing.WithPeople.class);
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
    void whatAColleagueHasAnsweredIsNotReadAgain(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        assertThat(new Decisions(desk.cases())
                        .reply(Seen.of(desk.load(id)), "That one has left our house already.", "Olu"))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(plans(desk, id)).isOne();
        assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    /** Told from the article of the first, they would take the second for refused, or heard. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereTheGatesNowSayNoAPersonReadsTheRest(boolean crashing) {
        DeskKit desk = desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        world.policy((_, _) -> new Verdict.Stop(
                "authorization",
                "delivered more than 30 days ago",
                List.of(new Verdict.Flag("a product is taken back within 30 days from delivery", "article:returns"))));

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).isEmpty();
        assertThat(ended.standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(ended.action())
                .isInstanceOfSatisfying(ActionWork.ForPerson.class, person -> assertThat(person.why())
                        .contains("wrote more"));
        assertThat(desk.channel().posted()).noneMatch(text -> text.contains(ActionWork.Denied.SENTENCE));
    }
}
