package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Specialist;
import io.sallyport.gate.ArticleSources;
import io.sallyport.gate.GroundingVerifier;
import io.sallyport.gate.ReplyGates;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Review;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.text.LanguageDetector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What comes of a question when the specialist's model does this or that. */
public final class ComposerUnderFault {

    public static final String WRITES = "writes";
    public static final String QUOTES = "embedded quotes";
    public static final String PERSON = "person";
    public static final String NOTHING = "writes nothing";
    public static final String UNPROVEN = "writes without proof";
    public static final String STOPPED = "stopped";

    public static final String SENTENCE = "A rented kayak may be kept for seven days.";
    public static final String SOURCE = "article:kayaks";

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Embedder EMBEDDER = new OnnxEmbedder(BgeSmall.load());

    private ComposerUnderFault() {}

    /** One specialist alone. */
    public static String specialist(Models models) {
        try (var articles = articles()) {
            var agent = new SpecialistAgent(Specialist.RETURNS, model(models), articles, new NoRecords(), CLOCK);
            var record = record("en");
            return switch (agent.work(record, evidence(articles), List.of(), NOW.plus(Duration.ofMinutes(2)))) {
                case Contribution.Wrote wrote -> wrote.unfound() == 0 ? WRITES : UNPROVEN;
                case Contribution.Broken _,
                        Contribution.Asks _,
                        Contribution.Declines _,
                        Contribution.NotTheirs _,
                        Contribution.Circles _ -> NOTHING;
            };
        }
    }

    /** The composer, with the embedded engine behind it and the Grounding gate's rules in front. */
    public static String composer(Models models) {
        try (var articles = articles()) {
            return switch (compose(models, "en", articles)) {
                case Composition.Written written when !isProven(written.reply(), articles) -> STOPPED;
                case Composition.Written written -> written.frame().startsWith("quoted") ? QUOTES : WRITES;
                case Composition.Asked _ -> "asks";
                case Composition.Declined _ -> PERSON;
            };
        }
    }

    static Composition compose(Models models, String language) {
        try (var articles = articles()) {
            return compose(models, language, articles);
        }
    }

    private static Composition compose(Models models, String language, KnowledgeBase articles) {
        var quoting = new ExtractiveComposer(EMBEDDER, Precedents.none(EMBEDDER), "");
        var composer = new ModelComposer(model(models), articles, new NoRecords(), quoting, "", CLOCK);
        return composer.compose(record(language), evidence(articles), List.of());
    }

    private static boolean isProven(Reply reply, KnowledgeBase articles) {
        return ReplyGates.of(
                        new ArticleSources(articles::findRevision),
                        _ -> new LanguageDetector.Language("en", 1),
                        CLOCK,
                        "",
                        Duration.ofDays(90),
                        Set.of("en"))
                .all()
                .stream()
                .filter(gate -> gate.name().equals(GroundingVerifier.NAME))
                .allMatch(gate -> gate.judge(record("en"), reply).isPass());
    }

    /** What a model writes when nothing is wrong. */
    public static String good() {
        return Moves.answer(new Moves.Said(SENTENCE, SOURCE, 1, SENTENCE));
    }

    /** A claim that no article holds, under the name of one that there is. */
    public static String madeUp() {
        var claim = "Students pay half the price.";
        return Moves.answer(new Moves.Said(claim, SOURCE, 1, claim));
    }

    static CaseRecord record(String language) {
        var asked = ClarifyingTest.thread(
                "How long may I keep a rented kayak, and how much is each further day after the agreed return?");
        var scripted = new ScriptedAgents();
        var route = new Route(Set.of(Lane.ANSWER), Specialist.RETURNS, "returns", List.of());
        var screening = new Screening(language, 1, Screening.Automatic.NONE, List.of(), List.of(), false);
        var findings = new Findings(Optional.of(screening), Optional.of(scripted.triage(asked)), Optional.of(route));
        return CaseRecord.fresh(
                asked.id(), asked.version(), asked.ticket(), asked.openedAt(), asked.messages(), findings);
    }

    private static LanguageModel model(Models models) {
        return models.find(Role.SPECIALIST).orElseThrow();
    }

    private static Evidence evidence(KnowledgeBase articles) {
        var researcher = new Researcher(new KnowledgeEvidence(articles), EMBEDDER, Precedents.none(EMBEDDER));
        return researcher.gather(record("en"));
    }

    private static KnowledgeBase articles() {
        var articles = KnowledgeBase.inMemory(EMBEDDER, CLOCK);
        var text = SENTENCE + " Each further day after the agreed return costs $14.";
        articles.save(
                new ArticleDraft(
                        "kayaks",
                        "Renting a kayak",
                        Optional.empty(),
                        Audience.PUBLIC,
                        Optional.empty(),
                        List.of(),
                        true,
                        text,
                        List.of(new Revision.Section("intro", List.of(), text))),
                List.of(new Review(NOW.minus(Duration.ofDays(5)), "Mara Lindqvist", Review.How.PERSON)));
        return articles;
    }
}
