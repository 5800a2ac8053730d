package io.sallyport.flow;

import io.sallyport.action.SecondThoughts;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Proof;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Verdict;
import io.sallyport.delivery.ActionAgent;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of the action lane: from what the customer wants done to a plan that is carried out. */
final class ActionSteps {

    private final Journal journal;
    private final Agents agents;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final ActionAgent actionAgent;

    ActionSteps(Journal journal, Agents agents, Gatekeeper gatekeeper, LaneModes lanes, ActionAgent actionAgent) {
        this.journal = journal;
        this.agents = agents;
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.actionAgent = actionAgent;
    }

    CaseRecord plan(CaseRecord record) {
        if (lanes.mode(Lane.ACTION) == LaneMode.OFF) {
            return journal.by("router", record, new Fact.ActionForPerson("the action lane is off"));
        }
        return record.findUncertain()
                .flatMap(Effect::plan)
                .map(before -> journal.by("router", record, new Fact.ActionForPerson(unsure(before))))
                .orElseGet(() -> journal.by("action-planner", record, agents.plan(record)));
    }

    /** If it happened, what is wished may be wished no more, and would be planned as something else. */
    private static String unsure(ActionPlan before) {
        return "nobody can tell whether the " + before.action() + " (" + before.effectId()
                + ") was carried out; look it up first";
    }

    /** What stands beside a wrong code is read like any other message, before the code is asked for again. */
    CaseRecord tried(CaseRecord record, List<Fact.CodeTried> tries) {
        Fact.CodeTried last = tries.getLast();
        boolean isToRead = last.outcome() == Outcome.WRONG && SecondThoughts.isMoreThanCodes(record);
        Stream<Fact.CodeTried> rest = isToRead
                ? Stream.of(new Fact.CodeTried(last.challenge(), Outcome.NONE_GIVEN, Optional.empty()))
                : Stream.empty();
        return journal.write(
                record,
                Actor.gate("identity"),
                Stream.concat(tries.stream(), rest).toArray(Fact[]::new));
    }

    CaseRecord judge(CaseRecord record) {
        ActionPlan plan = record.action().findPlan().orElseThrow();
        List<Verdict> verdicts = gatekeeper.judge(record, plan);
        return journal.write(record, Actor.gate("gatekeeper"), new Fact.ActionJudged(plan.hash(), verdicts));
    }

    /** A person sees the plan in their queue, with what the gates said of it. */
    CaseRecord hold(CaseRecord record) {
        List<Verdict> verdicts = record.action() instanceof ActionWork.Judged judged ? judged.verdicts() : List.of();
        Fact.Escalated escalated = Escalations.stopped(record, verdicts);
        return journal.by("router", record, new Fact.ActionHeld(escalated.why()), escalated);
    }

    CaseRecord deny(CaseRecord record) {
        return journal.write(record, Actor.gate("gatekeeper"), new Fact.ActionDenied());
    }

    /** Triggers are asked again, and what came with a code is read, unless a person has said yes to this very plan since. */
    CaseRecord act(CaseRecord record) {
        if (isApprovedSince(record)) {
            return actionAgent.act(record);
        }
        ActionPlan plan = record.action().findPlan().orElseThrow();
        Optional<String> doubt = SecondThoughts.on(plan, record, agents::plan);
        if (doubt.isPresent()) {
            return journal.by(
                    "router", record, new Fact.ActionHeld(doubt.get()), Escalations.because(record, doubt.get()));
        }
        if (!record.action().approvals().isEmpty()) {
            return actionAgent.act(record);
        }
        Route now = agents.route(record);
        return now.needsPerson() ? journal.escalate(record, Escalations.rerouted(now)) : actionAgent.act(record);
    }

    /** Whoever said yes had read what the customer wrote, but not what came with a code that was asked for afterwards. */
    private static boolean isApprovedSince(CaseRecord record) {
        Instant proven = record.proof().map(Proof::at).orElse(Instant.EPOCH);
        return record.action().approvals().stream()
                .anyMatch(approval -> approval.at().isAfter(proven));
    }
}
