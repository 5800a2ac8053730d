package io.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.answer.Coverage;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Standing;
import io.sallyport.gate.ArticleSources;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.gate.ReplyGates;
import io.sallyport.gate.judge.Judges;
import io.sallyport.insight.QaReviewer;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.language.Backoff;
import io.sallyport.model.language.Breakers;
import io.sallyport.model.language.Budget;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.RateLimits;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Role;
import io.sallyport.model.language.Safeguards;
import io.sallyport.testkit.Moves.Said;
import io.sallyport.text.LanguageDetector;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A small company with four articles, real gates, and specialists whose language model is a stub behind real HTTP. */
public final class BoatRental implements AutoCloseable {

    public static final String COMPANY = "Mill Pond Boats";

    public static final String QUESTION =
            "How long may I keep a rented kayak, and how much is each further day after the agreed return?";

    public static final Said DAYS = said("A rented kayak may be kept for seven days.", "article:kayaks");
    public static final Said PRICE = said("Each further day after the agreed return costs $14.", "article:kayaks");
    public static final Said MOORING = said("A mooring costs $9 a night.", "article:moorings");
    public static final Said GOODWILL =
            said("Goodwill credits of up to $500 are granted without approval.", "article:playbook");

    private static final Instant REVIEWED = Instant.parse("2026-02-20T00:00:00Z");
    private static final BgeSmall NETWORK = BgeSmall.load();

    private static final Budget NO_MONEY = new Budget() {
        @Override
        public Reservation reserve(String model, Request<?> request) {
            return new Spent("the case has spent its $1.00");
        }

        @Override
        public Cost settle(Reserved reserved, io.sallyport.model.language.Reply reply) {
            return Cost.UNPRICED;
        }
    };

    private final OnnxEmbedder embedder = new OnnxEmbedder(NETWORK);
    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final KnowledgeBase articles = KnowledgeBase.inMemory(embedder, clock);
    private final StubModels stub;
    private final Judges judges;
    private final DeskKit desk;

    private BoatRental(Setting setting, StubModels stub) {
        this.stub = stub;
        write("kayaks", Optional.empty(), Audience.PUBLIC, "Renting a kayak", DAYS.text() + " " + PRICE.text());
        write(
                "moorings",
                Optional.of("billing"),
                Audience.PUBLIC,
                "Moorings",
                MOORING.text() + " It is paid at the gate.");
        write(
                "paddles",
                Optional.of("devices"),
                Audience.PUBLIC,
                "Paddles",
                "A broken paddle is replaced at the pier.");
        write("playbook", Optional.of("billing"), Audience.INTERNAL, "Playbook", GOODWILL.text());
        var models = models(setting);
        var agents = new ModelAgents(
                models.find(Role.SPECIALIST).orElseThrow(),
                articles,
                embedder,
                clock,
                COMPANY,
                setting.category(),
                setting.secondary());
        var writer = BridgingAgents.writer(clock, ZoneId.of("Europe/Oslo"), models.find(Role.ESCALATION));
        this.judges = Judges.of(models);
        this.desk = DeskKit.on(clock, new BridgingAgents(agents, writer), gates(), setting.crashing());
    }

    /**
     * @param roles which model plays which, as in settings; the rest are embedded
     * @param timeout of one call
     * @param isBroke whether there is no money to ask a model
     */
    public record Setting(
            Map<String, String> roles,
            Category category,
            Optional<Category> secondary,
            Duration timeout,
            boolean crashing,
            boolean isBroke) {

        public static final Setting PLAIN = new Setting(
                Map.of("specialist", "anthropic:stub"),
                Category.RETURNS_AND_ORDERS,
                Optional.empty(),
                Duration.ofSeconds(60),
                false,
                false);

        /** The specialist at another vendor. */
        public Setting at(String vendor) {
            return with(Map.of("specialist", vendor + ":stub"));
        }

        public Setting with(Map<String, String> others) {
            return new Setting(others, category, secondary, timeout, crashing, isBroke);
        }

        public Setting about(Category first, Category second) {
            return new Setting(roles, first, Optional.of(second), timeout, crashing, isBroke);
        }

        public Setting within(Duration other) {
            return new Setting(roles, category, secondary, other, crashing, isBroke);
        }

        public Setting crashing(boolean is) {
            return new Setting(roles, category, secondary, timeout, is, isBroke);
        }

        public Setting broke() {
            return new Setting(roles, category, secondary, timeout, crashing, true);
        }
    }

    public static BoatRental open(Setting setting, Script... scripts) {
        return new BoatRental(setting, StubModels.start(scripts));
    }

    /** With the lane open. */
    public static BoatRental inAuto(Setting setting, Script... scripts) {
        var boats = open(setting, scripts);
        boats.desk().mode(LaneMode.AUTO);
        return boats;
    }

    public static BoatRental inAuto(String... written) {
        return inAuto(Setting.PLAIN, Stream.of(written).map(Script.Writes::new).toArray(Script[]::new));
    }

    private static Said said(String text, String source) {
        return new Said(text, source, 1, text);
    }

    private Models models(Setting setting) {
        var settings = ModelKit.settings(stub, stub, setting.roles());
        var guards = new Safeguards(
                setting.isBroke() ? NO_MONEY : Budget.none(),
                RateLimits.none(),
                new Breakers(clock),
                Backoff.never(),
                _ -> {},
                setting.timeout(),
                clock);
        return new Models(settings, ModelKit.vendors(settings), guards);
    }

    /** To review by what was sent. */
    public QaReviewer qaReviewer(Optional<LanguageModel> model) {
        return new QaReviewer(model, new Gatekeeper(Gates.ofReplies(gates()), clock), new Coverage(embedder));
    }

    private List<Gate<Reply>> gates() {
        return ReplyGates.of(
                        new ArticleSources(articles::findRevision),
                        _ -> new LanguageDetector.Language("en", 1),
                        clock,
                        COMPANY,
                        Duration.ofDays(90),
                        Set.of("en"),
                        judges)
                .all();
    }

    private void write(String slug, Optional<String> area, Audience audience, String title, String text) {
        var section = new Revision.Section("intro", List.of(), text);
        var draft = new ArticleDraft(
                slug, title, Optional.empty(), audience, area, List.of(), true, text, List.of(section));
        articles.save(draft, List.of(new Review(REVIEWED, "Mara Lindqvist", Review.How.PERSON)));
    }

    /** One more article for everyone to read, reviewed like the others. */
    public void publish(String slug, String title, String text) {
        write(slug, Optional.empty(), Audience.PUBLIC, title, text);
    }

    /** By which reviews of articles grow old; the desk's is its own. */
    public SettableClock clock() {
        return clock;
    }

    public DeskKit desk() {
        return desk;
    }

    public StubModels stub() {
        return stub;
    }

    /** A customer's message, worked on until nothing moves. */
    public CaseId ask(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return id;
    }

    public CaseId ask() {
        return ask(QUESTION);
    }

    /** What people have of the case that is with them. */
    public Standing.WithPeople people(CaseId id) {
        return (Standing.WithPeople) desk.load(id).standing();
    }

    /** Nothing has left the desk and a person has the case with the reason. */
    public void assertPersonHasIt(CaseId id, String... why) {
        assertThat(desk.channel().posted()).isEmpty();
        assertThat(people(id).why()).contains(why);
    }

    public <F extends Fact> List<F> facts(CaseId id, Class<F> kind) {
        return desk.cases().events(id).stream()
                .map(event -> event.fact())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What the model read when it was asked for the nth time, counted from 1. */
    public String read(int nth) {
        return stub.asked().get(nth - 1).body().toString();
    }

    @Override
    public void close() {
        desk.close();
        stub.close();
        articles.close();
    }
}
