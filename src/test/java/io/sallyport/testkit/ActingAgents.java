package io.sallyport.testkit;

import io.sallyport.action.ActionPlanner;
import io.sallyport.answer.ActionComposer;
import io.sallyport.answer.Composition;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.flow.Agents;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.routing.Router;
import io.sallyport.routing.RoutingSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The real planner, router and composer of an action lane; the rest is scripted. */
public final class ActingAgents implements Agents {

    private final ScriptedAgents scripted = new ScriptedAgents();
    private final Function<CaseRecord, Screening> screener;
    private final ActionPlanner planner;
    private final Router router;
    private final ActionComposer composer;
    private final SourceRef source;
    private final String sentence;

    /**
     * @param source an article and {@code sentence} what it answers whatever is asked besides, but for {@code "unknown"}
     */
    public ActingAgents(
            ActionPlanner planner,
            KnowledgeBase articles,
            SenderAssurance senders,
            String company,
            SourceRef source,
            String sentence) {
        this(planner, articles, senders, company, source, sentence, new ScriptedAgents()::screen);
    }

    /** With messages screened as in service. */
    public ActingAgents(
            ActionPlanner planner,
            KnowledgeBase articles,
            SenderAssurance senders,
            String company,
            SourceRef source,
            String sentence,
            Function<CaseRecord, Screening> screener) {
        this.screener = screener;
        this.planner = planner;
        this.router = new Router(new RoutingSettings(Set.of("en")), planner::offers);
        this.source = source;
        this.sentence = sentence;
        this.composer =
                new ActionComposer((record, _, _) -> answer(record), articles, planner.leftOver(), senders, company);
    }

    private Composition answer(CaseRecord record) {
        if (record.latestFromCustomer().written().contains("unknown")) {
            return new Composition.Declined(new Trigger(Trigger.Kind.NO_ANSWER, "no article covers it"));
        }
        return new Composition.Written(
                new Reply(
                        Reply.Kind.ANSWER,
                        record.ticket().customer(),
                        "Re: " + record.ticket().subject(),
                        "en",
                        List.of(new Sentence(
                                sentence, Sentence.Layout.PARAGRAPH, List.of(new Citation(source, sentence))))),
                0.9,
                "scripted");
    }

    @Override
    public Screening screen(CaseRecord record) {
        return screener.apply(record);
    }

    @Override
    public Triage triage(CaseRecord record) {
        return scripted.triage(record);
    }

    @Override
    public Route route(CaseRecord record) {
        return router.route(record);
    }

    @Override
    public Evidence research(CaseRecord record) {
        var passage = new Passage(source.id() + "#1", source, "", sentence, 1, Optional.empty());
        return new Evidence("", List.of(passage), List.of());
    }

    @Override
    public Fact plan(CaseRecord record) {
        return planner.plan(record);
    }

    @Override
    public Fact compose(CaseRecord record) {
        Evidence evidence =
                record.answer() instanceof AnswerWork.Researched(Evidence found, var _) ? found : research(record);
        return switch (composer.compose(record, evidence, List.<Verdict.Flag>of())) {
            case Composition.Written(Reply reply, double confidence, String frame) ->
                new Fact.ReplyComposed(reply, confidence, frame);
            case Composition.Asked(Reply question, double confidence, String frame) ->
                new Fact.ReplyComposed(question, confidence, frame);
            case Composition.Declined(var why) -> new Fact.ReplyDeclined(why);
        };
    }
}
