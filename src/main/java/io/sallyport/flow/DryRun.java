package io.sallyport.flow;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Rehearsal;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.ErrandDoors;
import io.sallyport.flow.Next.Run;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.gate.LaneModes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays a case's life by {@link TicketLife} and {@link Steps} over a {@link ScratchCase}, with nothing behind the door. */
final class DryRun implements Rehearsal {

    private static final Set<Step> TO_THE_ROUTE = Set.of(Step.SCREEN, Step.DISCARD, Step.TRIAGE, Step.ROUTE);
    private static final Set<Step> TO_THE_EVIDENCE = Set.of(Step.RESEARCH);

    /** No step that tries or sends a code, changes an account or asks what became of an effect. */
    private static final Set<Step> TO_THE_DOOR = Set.of(
            Step.PLAN,
            Step.JUDGE_PLAN,
            Step.HOLD_PLAN,
            Step.DENY,
            Step.RESEARCH,
            Step.COMPOSE,
            Step.JUDGE,
            Step.HOLD,
            Step.DELIVER,
            Step.ESCALATE);

    private final Agents agents;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final InstantSource clock;

    DryRun(Agents agents, Gates gates, LaneModes lanes, InstantSource clock) {
        this.agents = agents;
        this.gatekeeper = new Gatekeeper(gates, clock);
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public Played play(CaseRecord record, Until until) {
        var scratch = new ScratchCase(record, clock);
        run(scratch, TO_THE_ROUTE, false);
        var route = scratch.findFirst(Fact.Routed.class).map(Fact.Routed::route);
        var isForced = route.map(found -> switch (until) {
                    case ROUTED -> false;
                    case RESEARCHED -> open(scratch, found, TO_THE_EVIDENCE);
                    case AT_THE_DOOR -> open(scratch, found, TO_THE_DOOR);
                    case HANDED_OVER -> handOver(scratch);
                })
                .orElse(false);
        return new Played(
                scratch.record(),
                route,
                scratch.drafts(),
                scratch.findFirst(Fact.Briefed.class).map(Fact.Briefed::brief),
                scratch.findFirst(Fact.Packaged.class),
                next(scratch.record()),
                isForced);
    }

    /** As if no trigger had fired and the lane were not off; at the door both are asked again and speak. */
    private boolean open(ScratchCase scratch, Route route, Set<Step> steps) {
        if (route.needsPerson() || steps.equals(TO_THE_EVIDENCE)) {
            append(
                    scratch,
                    new Fact.Routed(new Route(Set.of(Lane.ANSWER), route.specialist(), route.queue(), List.of())));
        }
        run(scratch, steps, true);
        return route.needsPerson() || lanes.mode(Lane.ANSWER) == LaneMode.OFF;
    }

    /** None of the steps up to the door writes for the person, who is to read it all the same. */
    private boolean handOver(ScratchCase scratch) {
        run(scratch, TO_THE_DOOR, false);
        boolean isForced = !(scratch.record().standing() instanceof Standing.WithPeople);
        if (isForced) {
            var queue = scratch.record().route().queue();
            append(scratch, new Fact.Escalated(queue, List.of(), "asked for, not by the desk", List.of()));
        }
        brief(scratch.record()).ifPresent(written -> append(scratch, new Fact.Briefed(written)));
        append(scratch, pack(scratch.record()));
        return isForced;
    }

    @Override
    public Optional<Brief> brief(CaseRecord record) {
        return agents.brief(record);
    }

    @Override
    public Fact.Packaged pack(CaseRecord record) {
        return agents.pack(record, packet -> gatekeeper.judge(record, packet));
    }

    private static void append(ScratchCase scratch, Fact fact) {
        scratch.appendAtWork(scratch.record(), List.of(new Entry(Actor.DESK, fact)));
    }

    /** Goes on while the next step is one of these. */
    private void run(ScratchCase scratch, Set<Step> steps, boolean isWrittenAnyway) {
        var door = new RehearsedDoor(lanes, isWrittenAnyway);
        var doors = new Doors(List.of(door), ActionDoors.NONE, ErrandDoors.NONE);
        var life = new Steps(scratch, agents, gatekeeper, door, doors, clock);
        while (TicketLife.next(scratch.record()) instanceof Run(var step) && steps.contains(step)) {
            life.run(step, scratch.record());
        }
    }

    @Override
    public Upcoming next(CaseRecord record) {
        return NextWords.of(TicketLife.next(record), record);
    }
}
