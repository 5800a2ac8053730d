package io.sallyport.flow;

import io.sallyport.action.ActionPlanner;
import io.sallyport.answer.Composer;
import io.sallyport.answer.Composition;
import io.sallyport.answer.Researcher;
import io.sallyport.casefile.Banned;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.BridgeWriter;
import io.sallyport.escalation.Briefing;
import io.sallyport.escalation.Packager;
import io.sallyport.escalation.Reminders;
import io.sallyport.escalation.tracking.TrackerAgent;
import io.sallyport.intake.Screener;
import io.sallyport.routing.HumanQueue;
import io.sallyport.routing.Router;
import io.sallyport.triage.TriageAgent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The agents of this installation. */
record AgentRoster(
        Screener screener,
        TriageAgent triageAgent,
        Router router,
        Researcher researcher,
        Composer composer,
        ActionPlanner actionPlanner,
        Briefing briefing,
        Packager packager,
        BridgeWriter bridgeWriter,
        TrackerAgent tracker,
        Reminders reminders)
        implements Agents {

    @Override
    public Screening screen(CaseRecord record) {
        return screener.screen(record);
    }

    @Override
    public Triage triage(CaseRecord record) {
        return triageAgent.triage(record);
    }

    @Override
    public Route route(CaseRecord record) {
        return router.route(record);
    }

    @Override
    public Evidence research(CaseRecord record) {
        return researcher.gather(record);
    }

    @Override
    public Optional<Brief> brief(CaseRecord record) {
        return briefing.write(record);
    }

    @Override
    public Fact plan(CaseRecord record) {
        return actionPlanner.plan(record);
    }

    @Override
    public Fact estimateWait(CaseRecord record) {
        return bridgeWriter.estimate(record);
    }

    @Override
    public Fact.BridgeComposed bridge(CaseRecord record, Function<Reply, List<Verdict>> gates) {
        return bridgeWriter.write(record, gates);
    }

    @Override
    public Fact.ErrandsPlanned track(CaseRecord record) {
        return tracker.track(record);
    }

    @Override
    public Fact.Reminded remind(CaseRecord record, Instant now) {
        return reminders.remind(record, now);
    }

    @Override
    public Optional<String> passOn(CaseRecord record, int count) {
        return record.standing() instanceof Standing.WithPeople people
                ? HumanQueue.afterReminders(people, count)
                : Optional.empty();
    }

    @Override
    public Fact compose(CaseRecord record) {
        Evidence evidence = record.answer().findEvidence().orElseThrow();
        return switch (composer.compose(record, evidence, Banned.in(record.answer()))) {
            case Composition.Written(Reply reply, double confidence, String frame) ->
                new Fact.ReplyComposed(reply, confidence, frame);
            case Composition.Asked(Reply question, double confidence, String frame) ->
                new Fact.ReplyComposed(question, confidence, frame);
            case Composition.Declined(Trigger why) -> new Fact.ReplyDeclined(why);
        };
    }

    @Override
    public Fact.PagePlanned page(CaseRecord record) {
        return packager.page(record);
    }

    /** What nobody has looked up for this case is looked up now: people read it, too. */
    @Override
    public Fact.Packaged pack(CaseRecord record, Function<Packet, List<Verdict>> gates) {
        Evidence evidence = record.answer().findEvidence().orElseGet(() -> researcher.gather(record));
        return packager.pack(record, evidence, gates);
    }
}
