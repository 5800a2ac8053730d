package io.sallyport.stories;

import static io.sallyport.stories.YesDesk.ANOTHER;
import static io.sallyport.stories.YesDesk.CANCELLED;
import static io.sallyport.stories.YesDesk.CANCELLED_TOO;
import static io.sallyport.stories.YesDesk.FIRST;
import static io.sallyport.stories.YesDesk.SECOND;
import static io.sallyport.stories.YesDesk.WISH;
import static io.sallyport.stories.YesDesk.approve;
import static io.sallyport.stories.YesDesk.give;
import static io.sallyport.stories.YesDesk.held;
import static io.sallyport.stories.YesDesk.reply;
import static io.sallyport.stories.YesDesk.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the customer writes while a plan waits for a person's yes outlives the yes. Each story also killed at every step. */
@Tag("database")
class WrittenWhileHeldStoriesTest {

    private final YesDesk story = new YesDesk();
    private final ActionKit world = story.world();

    @AfterEach
    void close() {
        story.close();
    }

    /** Whether people's queue had read it by then or not. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void anotherWishIsPlannedOnceTheFirstIsCarriedOut(boolean isRead, boolean crashing) {
        DeskKit desk = story.desk(crashing);
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
        world.policy((record, _) -> record.action().approvals().isEmpty()
                ? Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL)
                : Verdict.pass("authorization"));
        DeskKit desk = story.desk(crashing);
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
        story.needYeses(2);
        DeskKit desk = story.desk(crashing);
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
        DeskKit desk = story.desk(crashing);
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

    /** The person who said yes has read the second wish, so it speaks against nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here is my code: CODE",
                "CODE. Thank you very much!",
                "CODE\n\nSent from my iPhone",
                "CODE\n\nKind regards,\nMaya Lindqvist\nPhone: +49 30 901820",
                "Sorry that it took me so long to find it: CODE",
            })
    void whatStandsBesideTheCodeIsNotReadWithIt(String words) {
        world.needingProof();
        DeskKit desk = story.desk(false);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        approve(desk, id);

        desk.write(id, words.replace("CODE", ActionKit.CODE));
        desk.runUntilQuiet();

        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Challenged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CODE. Please put us on the Fleet plan, too.", "CODE. I meant the order HL-100300 instead."})
    void butWhatElseIsWantedWithTheCodeIsForAPerson(String words) {
        world.needingProof();
        DeskKit desk = story.desk(false);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        approve(desk, id);

        desk.write(id, words.replace("CODE", ActionKit.CODE));
        desk.runUntilQuiet();

        assertThat(world.carriedOut()).isEmpty();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoTakesTheCaseOverMeanwhileHasTheRestToo(boolean crashing) {
        DeskKit desk = story.desk(crashing);
        CaseId id = held(desk, WISH);
        write(desk, id, ANOTHER);
        world.meanwhile(() -> desk.decide(id, new Fact.CaseClaimed()));

        CaseRecord ended = approve(desk, id);

        assertThat(world.carriedOut()).containsExactly(FIRST);
        assertThat(ended.isTakenOver()).isTrue();
        assertThat(ended.action()).isInstanceOf(ActionWork.Done.class);

        desk.decide(id, new Fact.CaseReturned("the machine may do it"));
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).containsExactly(FIRST, SECOND);
        assertThat(reply(desk)).containsSubsequence(CANCELLED, CANCELLED_TOO);
    }

    /** Told from the article of the first, they would take the second for refused, or heard. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereTheGatesNowSayNoAPersonReadsTheRest(boolean crashing) {
        DeskKit desk = story.desk(crashing);
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
                .isInstanceOfSatisfying(
                        ActionWork.ForPerson.class,
                        person -> assertThat(person.why()).contains("wrote more"));
        assertThat(desk.channel().posted()).noneMatch(text -> text.contains(ActionWork.Denied.SENTENCE));
    }
}
