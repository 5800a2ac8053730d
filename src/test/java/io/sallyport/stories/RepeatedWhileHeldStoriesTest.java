package io.sallyport.stories;

import static io.sallyport.stories.YesDesk.ANOTHER;
import static io.sallyport.stories.YesDesk.CANCELLED;
import static io.sallyport.stories.YesDesk.FIRST;
import static io.sallyport.stories.YesDesk.WISH;
import static io.sallyport.stories.YesDesk.answer;
import static io.sallyport.stories.YesDesk.approve;
import static io.sallyport.stories.YesDesk.give;
import static io.sallyport.stories.YesDesk.held;
import static io.sallyport.stories.YesDesk.plans;
import static io.sallyport.stories.YesDesk.reply;
import static io.sallyport.stories.YesDesk.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written while a plan waits for a yes may be of that very plan. Each story also killed at every step. */
@Tag("database")
class RepeatedWhileHeldStoriesTest {

    private final YesDesk story = new YesDesk();
    private final ActionKit world = story.world();

    @AfterEach
    void close() {
        story.close();
    }

    /** Whoever said yes had read it, so what asks nothing is not answered. */
    @ParameterizedTest
    @CsvSource({
        "Any news?, false, false",
        "Any news?, true, true",
        "The screen shows an unknown letter today., false, true",
        "The screen shows an unknown letter today., true, false"
    })
    void aWordInBetweenIsNoSecondWish(String words, boolean needsProof, boolean crashing) {
        if (needsProof) {
            world.needingProof();
        }
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, words);
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
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, "Please cancel order HL-100200, as I asked you to.");
        world.meanwhile(() -> story.acting().order("HL-100200", "cancelled"));
        CaseRecord ended = approve(desk, id);
        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(plans(desk, id)).isOne();
        assertThat(reply(desk)).contains(CANCELLED);
        assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    /** The only order that could be meant by then is not the one that they meant. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWishThatNamesNothingIsForAPerson(boolean crashing) {
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, "Please cancel my order, I have waited for two days.");
        world.meanwhile(() -> story.acting().order("HL-100200", "cancelled"));
        CaseRecord ended = approve(desk, id);
        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(ended.standing()).isInstanceOf(Standing.WithPeople.class);
    }

    /** Whatever they answered, it would name no record, and a person would have to read it all the same. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWishThatNamesNothingAndLacksSomethingIsForAPersonAtOnce(boolean crashing) {
        story.acting().books().put("subscription", "SUB-1", "account", "acc-1", "plan", "Free", "status", "active");
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, "Please also upgrade my plan.");
        CaseRecord ended = approve(desk, id);
        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(ended.standing()).isInstanceOf(Standing.WithPeople.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichRecordIsMeantIsAskedAndNamedInTheAnswer(boolean crashing) {
        paidInvoice("INV-2026-000101");
        paidInvoice("INV-2026-000102");
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, "Please also send me my invoice again.");
        CaseRecord asked = approve(desk, id);
        assertThat(asked.action()).isInstanceOf(ActionWork.Asking.class);

        desk.write(id, "INV-2026-000102");
        desk.runUntilQuiet();

        assertThat(world.carriedOut()).hasSize(2).contains("sandbox/invoice-resend INV-2026-000102");
    }

    private void paidInvoice(String id) {
        story.acting().books().put("invoice", id, "account", "acc-1", "status", "paid", "issued", "2026-02-20");
    }

    /** By then the other address is the one that the first wish was to leave. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherChangeOfTheSameThingIsForAPerson(boolean crashing) {
        var here = Map.of("id", "adr-1", "line1", "12 Mill Pond Road", "city", "Whitby");
        var there = Map.of("id", "adr-2", "line1", "4 Harbour Lane", "city", "Whitby");
        story.acting()
                .books()
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
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, "Please change the delivery address of order HL-100200 to 4 Harbour Lane.");
        write(desk, id, "Please change the delivery address of order HL-100200 to my other address.");
        world.meanwhile(() -> deliverTo("adr-2"));

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly("sandbox/address-change HL-100200");
        assertThat(plans(desk, id)).isOne();
        assertThat(ended.standing()).isInstanceOf(Standing.WithPeople.class);
    }

    private void deliverTo(String address) {
        story.acting()
                .books()
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
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        answer(desk, id);

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(plans(desk, id)).isOne();
        assertThat(ended.standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void norIfTheyAnsweredBetweenTwoYeses(boolean crashing) {
        story.needYeses(2);
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        assertThat(approve(desk, id).action()).isInstanceOf(ActionWork.Held.class);
        answer(desk, id);

        approve(desk, id, "Tom");

        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(plans(desk, id)).isOne();
    }
}
