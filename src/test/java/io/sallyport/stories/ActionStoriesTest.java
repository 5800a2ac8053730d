package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.action.ActionPlanner;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.ArticleSources;
import io.sallyport.gate.ReplyGates;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.Embedder;
import io.sallyport.testkit.ActingAgents;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.Books;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import io.sallyport.text.LanguageDetector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer wants done, from the message to the one reply that tells of it; the vendor and the gates are scripted. */
class ActionStoriesTest {

    private static final String RETURNS =
            "The returns page takes a product back within 30 days from delivery. You can print the label there.";
    private static final String OPENS = "The workshop opens at nine.";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final KnowledgeBase articles = KnowledgeBase.inMemory(new Flat(), clock);
    private final Books books = new Books();
    private final ActionKit world = new ActionKit(clock);
    private Optional<DeskKit> open = Optional.empty();

    /** Meaning plays no part here. */
    private static final class Flat implements Embedder {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1, 0};
        }
    }

    ActionStoriesTest() {
        write("returns", RETURNS);
        write("opening-hours", OPENS);
        books.put("account", "acc-1", "email", DeskKit.CUSTOMER, "status", "active");
        order("HL-100200", "processing");
        books.put("subscription", "SUB-1", "account", "acc-1", "plan", "Pro", "status", "active");
    }

    private void order(String id, String status) {
        books.put(
                "order",
                id,
                "account",
                "acc-1",
                "placed",
                "2026-02-27T10:00:00Z",
                "status",
                status,
                "total_minor",
                4900,
                "refunded_minor",
                0,
                "currency",
                "USD",
                "items",
                List.of(Map.of("sku", "HL-TEMP", "name", "Fathom freezer probe", "quantity", 1, "price_minor", 4900)));
    }

    private void write(String slug, String text) {
        var section = new Revision.Section("intro", List.of(), text);
        var draft = new ArticleDraft(
                slug,
                slug,
                Optional.empty(),
                Audience.PUBLIC,
                Optional.empty(),
                List.of(),
                true,
                text,
                List.of(section));
        var reviewed = new Review(Instant.parse("2026-02-20T00:00:00Z"), "Mara Lindqvist", Review.How.PERSON);
        articles.save(draft, List.of(reviewed));
    }

    private DeskKit desk(boolean crashing) {
        var gates = ReplyGates.of(
                new ArticleSources(articles::findRevision),
                _ -> new LanguageDetector.Language("en", 1),
                clock,
                "Mill Pond Boats",
                Duration.ofDays(90),
                Set.of("en"));
        var agents = new ActingAgents(
                ActionPlanner.of(world.catalogue(), books, clock),
                articles,
                "Mill Pond Boats",
                new SourceRef("article:opening-hours", 1),
                OPENS);
        DeskKit desk = DeskKit.acting(clock, agents, gates.all(), world, crashing)
                .mode(Lane.ANSWER, LaneMode.AUTO)
                .mode(Lane.ACTION, LaneMode.AUTO);
        open = Optional.of(desk);
        return desk;
    }

    @AfterEach
    void close() {
        open.ifPresent(DeskKit::close);
        articles.close();
    }

    private static String reply(DeskKit desk) {
        assertThat(desk.channel().posted()).isNotEmpty();
        return desk.channel().posted().getLast();
    }

    @Test
    void anOrderIsCancelledAndTheReplySaysSoInTheReceiptsWords() {
        DeskKit desk = desk(false);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).containsExactly("sandbox/order-cancellation HL-100200");
        assertThat(reply(desk))
                .contains(
                        "We have cancelled order HL-100200.",
                        "The $49.00 that you paid for order HL-100200 goes back to the original payment method.");
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        assertThat(desk.load(id).receipts()).hasSize(1);
    }

    @Test
    void whatIsAskedBesidesIsAnsweredInTheSameReply() {
        DeskKit desk = desk(false);
        desk.ticket("Please cancel order HL-100200. When does the workshop open on Mondays?");
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).hasSize(1);
        assertThat(reply(desk)).contains("We have cancelled order HL-100200.", OPENS);
    }

    @Test
    void aSlotIsAskedForAndTheAnswerFillsIt() {
        order("HL-100300", "processing");
        DeskKit desk = desk(false);
        CaseId id = desk.ticket("Please cancel my order.");
        desk.runUntilQuiet();
        assertThat(reply(desk)).contains("Please tell us which order it is about: HL-100300, HL-100200.");
        assertThat(world.carriedOut()).isEmpty();
        desk.write(id, "The first one, HL-100300.");
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).containsExactly("sandbox/order-cancellation HL-100300");
        assertThat(reply(desk)).contains("We have cancelled order HL-100300.");
    }

    @Test
    void aCodeProvesTheCustomerBeforeAnythingIsDone() {
        world.needingProof();
        DeskKit desk = desk(false);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(world.mailed()).containsExactly(DeskKit.CUSTOMER);
        assertThat(reply(desk)).contains("We have sent a one-time code to m…@example.com.", "09:10 UTC");
        assertThat(world.carriedOut()).isEmpty();
        desk.write(id, "It says 111111");
        desk.runUntilQuiet();
        assertThat(reply(desk)).contains("The code in your message is not the one that we sent.");
        assertThat(world.carriedOut()).isEmpty();
        desk.write(id, "Sorry, " + ActionKit.CODE);
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).containsExactly("sandbox/order-cancellation HL-100200");
        assertThat(reply(desk)).contains("We have cancelled order HL-100200.");
    }

    @Test
    void aRefusalCitesTheArticleThatSaysSo() {
        world.policy((_, _) -> new Verdict.Stop(
                "authorization",
                "delivered more than 30 days ago",
                List.of(new Verdict.Flag("a product is taken back within 30 days from delivery", "article:returns"))));
        DeskKit desk = desk(false);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(reply(desk)).contains(ActionWork.Denied.SENTENCE, RETURNS);
        assertThat(world.carriedOut()).isEmpty();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Denied.class);
    }

    @Test
    void aRefusalThatNoArticleExplainsIsForAPerson() {
        world.policy((_, _) -> Verdict.stop("authorization", "no policy permits it"));
        DeskKit desk = desk(false);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(world.carriedOut()).isEmpty();
    }

    @Test
    void whatAPersonHasToApproveWaitsForThem() {
        world.policy((_, _) -> Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL));
        DeskKit desk = desk(false);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        assertThat(world.carriedOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please cancel order HL-777777.",
                "Please cancel my neighbour's order HL-100200.",
                "Please cancel order HL-100200 and put us on the Fleet plan.",
            })
    void whatCannotBePlannedIsForAPersonAndNothingIsWritten(String text) {
        DeskKit desk = desk(false);
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(world.carriedOut()).isEmpty();
        assertThat(world.reserved()).isEmpty();
    }

    @Test
    void whileTheRecordsDoNotAnswerTheStepIsTriedAgainAndThenAPersonGetsIt() {
        books.down(true);
        DeskKit desk = desk(false);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(desk.load(id).failure()).isPresent();
        books.down(false);
        desk.tick(Duration.ofMinutes(1));
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).hasSize(1);
    }

    @Test
    void withTheActionLaneOffAPersonGetsIt() {
        DeskKit desk = desk(false).mode(Lane.ACTION, LaneMode.OFF);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
        assertThat(world.carriedOut()).isEmpty();
    }

    @Test
    void killedAtEveryStepItIsDoneOnceAndSaidOnce() {
        DeskKit desk = desk(true);
        CaseId id = desk.ticket("Please cancel order HL-100200. When does the workshop open on Mondays?");
        desk.runUntilQuiet();
        assertThat(desk.restarts()).isGreaterThan(10);
        assertThat(world.carriedOut()).containsExactly("sandbox/order-cancellation HL-100200");
        assertThat(world.reserved()).hasSize(1);
        assertThat(desk.channel().posted()).hasSize(1);
        assertThat(desk.load(id).receipts()).hasSize(1);
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
    }

    @Test
    void killedAtEveryStepACodeIsSentOnceAndTheActionDoneOnce() {
        world.needingProof();
        DeskKit desk = desk(true);
        CaseId id = desk.ticket("Please cancel order HL-100200.");
        desk.runUntilQuiet();
        assertThat(world.mailed()).hasSize(1);
        desk.write(id, "Here it is: " + ActionKit.CODE);
        desk.runUntilQuiet();
        assertThat(world.carriedOut()).hasSize(1);
        assertThat(desk.load(id).receipts()).hasSize(1);
        assertThat(desk.channel().posted()).hasSize(2);
    }
}
