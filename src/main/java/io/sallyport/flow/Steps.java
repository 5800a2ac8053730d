package io.sallyport.flow;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.AnswerWork.Declined;
import io.sallyport.casefile.AnswerWork.Judged;
import io.sallyport.casefile.AnswerWork.Undelivered;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.NewsAnswer;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.delivery.ActionAgent;
import io.sallyport.delivery.ErrandAgent;
import io.sallyport.delivery.Sender;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.model.language.CaseNotes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one step: asks the room whose job it is and appends what it said. */
final class Steps {

    private static final String ESCALATION_WRITER = "escalation-writer";

    private final CaseStore store;
    private final Agents agents;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final Sender sender;
    private final ActionAgent actionAgent;
    private final OneTimeCodes codes;
    private final ErrandAgent errandAgent;
    private final InstantSource clock;

    Steps(
            CaseStore store,
            Agents agents,
            Gatekeeper gatekeeper,
            LaneModes lanes,
            Sender sender,
            ActionAgent actionAgent,
            OneTimeCodes codes,
            ErrandAgent errandAgent,
            InstantSource clock) {
        this.store = store;
        this.agents = agents;
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.sender = sender;
        this.actionAgent = actionAgent;
        this.codes = codes;
        this.errandAgent = errandAgent;
        this.clock = clock;
    }

    /** What models and tools were asked goes into the case before the step's own fact; what was asked after that, behind it. */
    CaseRecord run(Step step, CaseRecord record) {
        return appendNotes(take(step, record));
    }

    /** What has been asked and is not in the case yet. */
    CaseRecord appendNotes(CaseRecord record) {
        var entries = notes(Actor.DESK);
        return entries.isEmpty() ? record : store.appendAtWork(record, entries);
    }

    private CaseRecord take(Step step, CaseRecord record) {
        return switch (step) {
            case SCREEN -> by(record, "intake-watcher", new Fact.Screened(agents.screen(record)));
            case DISCARD -> by(record, "intake-watcher", new Fact.Discarded(whyJunk(record)));
            case TRIAGE -> by(record, "triage", new Fact.Triaged(agents.triage(record)));
            case ROUTE -> by(record, "router", new Fact.Routed(agents.route(record)));
            case VERIFY -> append(record, Actor.gate("identity"), codes.attempt(record));
            case PLAN -> plan(record);
            case JUDGE_PLAN -> judgePlan(record);
            case CHALLENGE -> actionAgent.challenge(record);
            case HOLD_PLAN -> holdPlan(record);
            case DENY -> append(record, Actor.gate("gatekeeper"), new Fact.ActionDenied());
            case ACT -> act(record);
            case RESEARCH -> research(record);
            case COMPOSE -> by(record, "composer", agents.compose(record));
            case JUDGE -> judge(record);
            case HOLD -> append(record, Actor.DESK, new Fact.ReplyHeld(lanes.mode(Lane.ANSWER)));
            case DELIVER -> deliver(record);
            case LOOK_UP -> lookUp(record);
            case ESCALATE -> by(record, "router", escalation(record));
            case PAGE -> by(record, "escalation-packager", agents.page(record));
            case PACKAGE ->
                by(record, "escalation-packager", agents.pack(record, packet -> gatekeeper.judge(record, packet)));
            case BRIDGE -> bridge(record);
            case DELIVER_BRIDGE -> sender.deliverBridge(record);
            case TRACK -> track(record);
            case ERRAND -> errandAgent.run(record);
            case REMIND -> remind(record);
            case FOLLOW_UP -> followUp(record);
            case CLOSE -> append(record, Actor.DESK, new Fact.CaseResolved(whyOver(record)));
        };
    }

    private CaseRecord research(CaseRecord record) {
        if (lanes.mode(Lane.ANSWER) == LaneMode.OFF) {
            return by(record, "router", toPeople(record, List.of(), "the answer lane is off", List.of()));
        }
        return by(record, "researcher", new Fact.EvidenceGathered(agents.research(record)));
    }

    private CaseRecord plan(CaseRecord record) {
        return lanes.mode(Lane.ACTION) == LaneMode.OFF
                ? by(record, "router", new Fact.ActionForPerson("the action lane is off"))
                : by(record, "action-planner", agents.plan(record));
    }

    private CaseRecord judgePlan(CaseRecord record) {
        ActionPlan plan = record.action().findPlan().orElseThrow();
        List<Verdict> verdicts = gatekeeper.judge(record, plan);
        return append(record, Actor.gate("gatekeeper"), new Fact.ActionJudged(plan.hash(), verdicts));
    }

    /** A person sees the plan in their queue, with what the gates said of it. */
    private CaseRecord holdPlan(CaseRecord record) {
        Actor router = Actor.agent("router");
        Fact.Escalated escalated = stopped(record, verdicts(record));
        var entries = notes(router);
        entries.add(new Entry(router, new Fact.ActionHeld(escalated.why())));
        entries.add(new Entry(router, escalated));
        return store.appendAtWork(record, entries);
    }

    private static List<Verdict> verdicts(CaseRecord record) {
        return record.action() instanceof ActionWork.Judged judged ? judged.verdicts() : List.of();
    }

    /** Triggers are asked again, unless a person has said yes to this very plan. */
    private CaseRecord act(CaseRecord record) {
        Route now = agents.route(record);
        return now.needsPerson() && record.action().approvals().isEmpty()
                ? by(record, "router", rerouted(now))
                : actionAgent.act(record);
    }

    private CaseRecord lookUp(CaseRecord record) {
        boolean isReply = record.findOpenEffect().flatMap(Effect::reply).isPresent();
        return isReply ? sender.lookUp(record) : actionAgent.lookUp(record);
    }

    private CaseRecord judge(CaseRecord record) {
        AnswerWork.Draft draft = record.answer().findDraft().orElseThrow();
        List<Verdict> verdicts = gatekeeper.judge(record, draft.reply());
        return append(record, Actor.gate("gatekeeper"), new Fact.ReplyJudged(draft.contentHash(), verdicts));
    }

    /** Triggers are asked again before anything is sent, unless a person has said yes to these very words. */
    private CaseRecord deliver(CaseRecord record) {
        Route now = agents.route(record);
        return now.needsPerson() && !record.answer().isPersons()
                ? by(record, "router", rerouted(now))
                : sender.deliver(record);
    }

    /** Who has it now and by when they answer; then a reply that says so, with what the gates say of it. */
    private CaseRecord bridge(CaseRecord record) {
        CaseRecord estimated = record.bridge() instanceof BridgeWork.Due
                ? by(record, ESCALATION_WRITER, agents.estimateWait(record))
                : record;
        return estimated.bridge() instanceof BridgeWork.Estimated
                ? by(
                        estimated,
                        ESCALATION_WRITER,
                        agents.bridge(estimated, reply -> gatekeeper.judge(estimated, reply)))
                : estimated;
    }

    /** The customer has been told: now a model may take its time to write for the person who takes the case over. */
    private CaseRecord track(CaseRecord record) {
        CaseRecord briefed = record.handOver().brief().isPresent() ? record : briefed(record);
        return by(briefed, "tracker-agent", agents.track(briefed));
    }

    private static String whyOver(CaseRecord record) {
        return NewsAnswer.of(record).equals(Optional.of(NewsAnswer.HELPED))
                ? "the customer says that it helped"
                : "no word from the customer for a week";
    }

    /** Who was reminded in vain for long enough loses it to others. */
    private CaseRecord remind(CaseRecord record) {
        Actor agent = Actor.agent("follow-up-agent");
        Fact.Reminded reminded = agents.remind(record, clock.instant());
        var entries = notes(agent);
        entries.add(new Entry(agent, reminded));
        agents.passOn(record, reminded.count())
                .map(queue -> new Fact.Reclassified(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(queue),
                        "nobody decided anything after " + reminded.count() + " reminders"))
                .ifPresent(passedOn -> entries.add(new Entry(agent, passedOn)));
        return store.appendAtWork(record, entries);
    }

    /** What a machine may not tell is for the people who have the case; where none has it, they get it back. */
    private CaseRecord followUp(CaseRecord record) {
        Optional<String> whyNot = NewsText.findWhyNot(record);
        if (whyNot.isPresent() && !(record.standing() instanceof Standing.WithPeople)) {
            return by(record, "follow-up-agent", backToPeople(record, whyNot.get()));
        }
        String news = record.handOver().untold().orElseThrow().id();
        return by(record, "follow-up-agent", new Fact.NewsDue(news));
    }

    /** The case is in its queue by now, whatever becomes of this. */
    private CaseRecord briefed(CaseRecord record) {
        return agents.brief(record)
                .map(brief -> by(record, ESCALATION_WRITER, new Fact.Briefed(brief)))
                .orElse(record);
    }

    private static String whyJunk(CaseRecord record) {
        return record.screening().isEmpty()
                ? "it is empty"
                : record.screening().automatic().label();
    }

    /** Why a person gets the case: what the record says, nothing else. */
    private static Fact escalation(CaseRecord record) {
        if (record.failure().isPresent()) {
            Fact.StepFailed failed = record.failure().get();
            String why = failed.step() + " failed " + failed.attempt() + " times: " + failed.fault();
            return toPeople(record, List.of(new Trigger(Trigger.Kind.STEP_FAILED, why)), why, List.of());
        }
        if (NewsAnswer.of(record).equals(Optional.of(NewsAnswer.BROKEN))) {
            return backToPeople(record, "the customer says that it is still broken");
        }
        if (record.bridge() instanceof BridgeWork.Judged judged
                && judged.bridge().round().occasion() == BridgeWork.Occasion.NEWS
                && !judged.bridge().isPassed()) {
            return stopped(record, judged.bridge().verdicts());
        }
        return switch (record.action()) {
            case ActionWork.ForPerson(String why) ->
                toPeople(record, List.of(new Trigger(Trigger.Kind.ACTION_NEEDS_PERSON, why)), why, List.of());
            case ActionWork.Unacted(var _, String why) ->
                toPeople(record, List.of(new Trigger(Trigger.Kind.VENDOR_DOWN, why)), why, List.of());
            case ActionWork _ -> ofAnswer(record);
        };
    }

    private static Fact ofAnswer(CaseRecord record) {
        return switch (record.answer()) {
            case Declined(var _, Trigger why) -> toPeople(record, List.of(why), why.because(), List.of());
            case Judged judged -> stopped(record, judged.verdicts());
            case Undelivered(var _, String why) ->
                toPeople(record, List.of(new Trigger(Trigger.Kind.VENDOR_DOWN, why)), why, List.of());
            case AnswerWork _ -> toPeople(record, record.route().triggers(), because(record.route()), List.of());
        };
    }

    private static Fact.Escalated stopped(CaseRecord record, List<Verdict> verdicts) {
        List<Verdict.Stop> stops = verdicts.stream()
                .filter(Verdict.Stop.class::isInstance)
                .map(Verdict.Stop.class::cast)
                .toList();
        List<Trigger> triggers = stops.stream()
                .map(stop -> new Trigger(Trigger.Kind.GATE_STOPPED, stop.gate() + ": " + stop.reason()))
                .toList();
        List<Verdict.Flag> flags =
                stops.stream().flatMap(stop -> stop.flagged().stream()).toList();
        String why =
                triggers.isEmpty() ? "a gate stopped it" : triggers.getFirst().because();
        return toPeople(record, triggers, why, flags);
    }

    private static String because(Route route) {
        return route.triggers().isEmpty()
                ? "routed to people"
                : route.triggers().getFirst().kind().label() + ": "
                        + route.triggers().getFirst().because();
    }

    /** To those who had it. */
    private static Fact.Escalated backToPeople(CaseRecord record, String why) {
        String had = record.handOver().queue();
        return had.isEmpty()
                ? toPeople(record, List.of(), why, List.of())
                : new Fact.Escalated(had, List.of(), why, List.of());
    }

    /** What was noticed only now decides the queue, too. */
    private static Fact.Escalated rerouted(Route now) {
        return new Fact.Escalated(now.queue(), now.triggers(), because(now), List.of());
    }

    private static Fact.Escalated toPeople(
            CaseRecord record, List<Trigger> triggers, String why, List<Verdict.Flag> flags) {
        String queue = record.findings().route().map(Route::queue).orElse("general");
        return new Fact.Escalated(queue, triggers, why, flags);
    }

    private CaseRecord by(CaseRecord record, String agent, Fact fact) {
        return append(record, Actor.agent(agent), fact);
    }

    private CaseRecord append(CaseRecord record, Actor actor, Fact fact) {
        var entries = notes(actor);
        entries.add(new Entry(actor, fact));
        return store.appendAtWork(record, entries);
    }

    static List<Entry> notes(Actor actor) {
        var entries = new ArrayList<Entry>();
        CaseNotes.take().forEach(note -> entries.add(new Entry(actor, note)));
        return entries;
    }
}
