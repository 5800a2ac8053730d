package io.sallyport.flow;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.NewsAnswer;
import io.sallyport.casefile.Standing;
import io.sallyport.delivery.ActionAgent;
import io.sallyport.delivery.ErrandAgent;
import io.sallyport.delivery.Sender;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.routing.HumanQueue;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Runs one step: asks the room whose job it is and writes down what it said. */
final class Steps {

    private static final String WATCHER = "intake-watcher";

    private final CaseStore store;
    private final Journal journal;
    private final Agents agents;
    private final OneTimeCodes codes;
    private final AnswerSteps answer;
    private final ActionSteps action;
    private final HandOverSteps handOver;
    private final Sender sender;
    private final ActionAgent actionAgent;
    private final ErrandAgent errandAgent;

    Steps(CaseStore store, Agents agents, Gatekeeper gatekeeper, LaneModes lanes, Doors doors, InstantSource clock) {
        this.store = store;
        this.journal = new Journal(store);
        this.agents = agents;
        this.codes = doors.actions().codes();
        this.sender = new Sender(store, gatekeeper, lanes, doors.channels(), clock);
        this.actionAgent = new ActionAgent(store, gatekeeper, lanes, doors.actions(), clock);
        this.errandAgent = new ErrandAgent(store, gatekeeper, lanes, doors.errands(), clock);
        this.answer = new AnswerSteps(journal, agents, gatekeeper, lanes, sender);
        this.action = new ActionSteps(journal, agents, gatekeeper, lanes, actionAgent);
        this.handOver = new HandOverSteps(journal, agents, gatekeeper, clock);
    }

    /** What models and tools were asked goes into the case before the step's own fact; what was asked after that, behind it. */
    CaseRecord run(Step step, CaseRecord record) {
        return journal.writeNotes(take(step, record));
    }

    /** An errand that breaks whenever it is tried would keep every other one waiting. */
    List<Fact> afterLastTry(Fact.StepFailed failed, CaseRecord record) {
        boolean isToPutOff = failed.step().equals(Step.ERRAND.name())
                && failed.attempt() >= TicketLife.TRIES
                && record.standing() instanceof Standing.WithPeople;
        return isToPutOff
                ? errandAgent.putOffNext(record, failed.fault()).stream().toList()
                : List.of();
    }

    private CaseRecord take(Step step, CaseRecord record) {
        return switch (step) {
            case SCREEN -> journal.by(WATCHER, record, new Fact.Screened(agents.screen(record)));
            case DISCARD -> journal.by(WATCHER, record, new Fact.Discarded(whyJunk(record)));
            case VERIFY -> action.tried(record, codes.attempt(record));
            case TRIAGE -> journal.by("triage", record, new Fact.Triaged(agents.triage(record)));
            case ROUTE -> route(record);
            case PLAN -> action.plan(record);
            case JUDGE_PLAN -> action.judge(record);
            case CHALLENGE -> actionAgent.challenge(record);
            case HOLD_PLAN -> action.hold(record);
            case DENY -> action.deny(record);
            case ACT -> action.act(record);
            case RESEARCH -> answer.research(record);
            case COMPOSE -> answer.compose(record);
            case JUDGE -> answer.judge(record);
            case HOLD -> answer.hold(record);
            case DELIVER -> answer.deliver(record);
            case LOOK_UP -> lookUp(record);
            case ESCALATE -> journal.escalate(record, Escalations.of(record));
            case PAGE -> handOver.page(record);
            case PACKAGE -> handOver.pack(record);
            case BRIDGE -> handOver.bridge(record);
            case DELIVER_BRIDGE -> sender.deliverBridge(record);
            case TRACK -> handOver.track(record);
            case ERRAND -> errandAgent.run(record);
            case REMIND -> handOver.remind(record);
            case FOLLOW_UP -> handOver.followUp(record);
            case CLOSE -> journal.write(record, Actor.DESK, new Fact.CaseResolved(whyOver(record)));
        };
    }

    /** What is graver than people knew goes to those for it. */
    private CaseRecord route(CaseRecord record) {
        var routed = new Fact.Routed(agents.route(record));
        return Optional.of(record.standing())
                .filter(Standing.WithPeople.class::isInstance)
                .map(Standing.WithPeople.class::cast)
                .flatMap(people -> HumanQueue.afterMore(people, routed.route().triggers()))
                .map(queue -> journal.by(
                        "router",
                        record,
                        routed,
                        new Fact.Reclassified(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(queue),
                                "what the customer adds is for " + queue)))
                .orElseGet(() -> journal.by("router", record, routed));
    }

    /** Whoever posts a reply or carries out a plan is also the one to find out what became of it. */
    private CaseRecord lookUp(CaseRecord record) {
        boolean isReply = record.findOpenEffect().flatMap(Effect::reply).isPresent();
        return isReply
                ? sender.lookUp(record)
                : actionAgent.lookUp(record, Tries.isLast(store.events(record.id()), Step.LOOK_UP));
    }

    private static String whyJunk(CaseRecord record) {
        return record.screening().isEmpty()
                ? "it is empty"
                : record.screening().automatic().label();
    }

    private static String whyOver(CaseRecord record) {
        return NewsAnswer.of(record).equals(Optional.of(NewsAnswer.HELPED))
                ? "the customer says that it helped"
                : "no word from the customer for a week";
    }
}
