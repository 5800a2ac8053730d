package io.sallyport.testkit;

import io.sallyport.answer.Composer;
import io.sallyport.answer.Composition;
import io.sallyport.answer.ExtractiveComposer;
import io.sallyport.answer.KnowledgeEvidence;
import io.sallyport.answer.ModelComposer;
import io.sallyport.answer.Precedents;
import io.sallyport.answer.Researcher;
import io.sallyport.casefile.Banned;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Triage;
import io.sallyport.flow.Agents;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import io.sallyport.model.language.LanguageModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Researcher and composer as in service, with a language model; what comes before them is scripted and sees nothing amiss. */
public final class ModelAgents implements Agents {

    private final ScriptedAgents scripted = new ScriptedAgents();
    private final Researcher researcher;
    private final Composer composer;
    private final Category category;
    private final Optional<Category> secondary;

    public ModelAgents(
            LanguageModel model,
            KnowledgeBase articles,
            Embedder embedder,
            InstantSource clock,
            String company,
            Category category,
            Optional<Category> secondary) {
        var precedents = Precedents.none(embedder);
        this.researcher = new Researcher(new KnowledgeEvidence(articles), embedder, precedents);
        this.composer = new ModelComposer(
                model,
                articles,
                new NobodysRecords(),
                new ExtractiveComposer(embedder, precedents, company),
                company,
                clock);
        this.category = category;
        this.secondary = secondary;
    }

    @Override
    public Screening screen(CaseRecord record) {
        return scripted.screen(record);
    }

    @Override
    public Triage triage(CaseRecord record) {
        var found = scripted.triage(record);
        return new Triage(
                new Triage.Classification(category, secondary, 0.9, "", "", false),
                found.urgency(),
                found.impressions(),
                found.mood(),
                found.customer(),
                found.related(),
                found.sla());
    }

    @Override
    public Route route(CaseRecord record) {
        return new Route(Set.of(Lane.ANSWER), category.specialist(), "technical", List.of());
    }

    @Override
    public Evidence research(CaseRecord record) {
        return researcher.gather(record);
    }

    @Override
    public Fact compose(CaseRecord record) {
        Evidence evidence = record.answer().findEvidence().orElseThrow();
        return switch (composer.compose(record, evidence, Banned.in(record.answer()))) {
            case Composition.Written(var reply, var confidence, var frame) ->
                new Fact.ReplyComposed(reply, confidence, frame);
            case Composition.Asked(var question, var confidence, var frame) ->
                new Fact.ReplyComposed(question, confidence, frame);
            case Composition.Declined(var why) -> new Fact.ReplyDeclined(why);
        };
    }
}
