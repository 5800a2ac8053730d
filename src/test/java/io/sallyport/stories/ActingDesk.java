package io.sallyport.stories;

import io.sallyport.action.ActionPlanner;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.casefile.SourceRef;
import io.sallyport.flow.Agents;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.Embedder;
import io.sallyport.testkit.ActingAgents;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.Books;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A desk with an action lane over one customer's books; the vendor and the gates of plans are scripted, those of replies are real. */
public final class ActingDesk implements AutoCloseable {

    static final String RETURNS =
            "The returns page takes a product back within 30 days from delivery. You can print the label there.";
    static final String OPENS = "The workshop opens at nine.";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final KnowledgeBase articles = KnowledgeBase.inMemory(new Flat(), clock);
    private final Books books = new Books();
    private final ActionKit world = new ActionKit(clock);
    private boolean isCrashing;
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

    public ActingDesk() {
        write("returns", RETURNS);
        write("opening-hours", OPENS);
        books.put("account", "acc-1", "email", DeskKit.CUSTOMER, "status", "active");
        order("HL-100200", "processing");
        books.put("subscription", "SUB-1", "account", "acc-1", "plan", "Pro", "status", "active");
    }

    void order(String id, String status) {
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

    /** An article for everyone to read, reviewed by a person. */
    void write(String slug, String text) {
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

    /** Killed and started again at every step. */
    ActingDesk crashing() {
        isCrashing = true;
        return this;
    }

    public ActionKit world() {
        return world;
    }

    Books books() {
        return books;
    }

    public DeskKit desk() {
        DeskKit desk = open.orElseGet(this::start);
        open = Optional.of(desk);
        return desk;
    }

    private DeskKit start() {
        SenderAssurance senders = _ -> Assurance.MATCHED;
        var gates = StoryGates.over(articles, clock).telling(senders);
        Agents agents = new ActingAgents(
                ActionPlanner.of(world.catalogue(), books, clock),
                articles,
                senders,
                "Mill Pond Boats",
                new SourceRef("article:opening-hours", 1),
                OPENS);
        var bridging = new BridgingAgents(agents, BridgingAgents.writer(clock, ZoneId.of("Europe/Berlin")));
        return DeskKit.acting(clock, bridging, gates.all(), world, isCrashing)
                .mode(Lane.ANSWER, LaneMode.AUTO)
                .mode(Lane.ACTION, LaneMode.AUTO);
    }

    @Override
    public void close() {
        open.ifPresent(DeskKit::close);
        articles.close();
    }
}
