package io.sallyport.flow;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.PersonName;
import io.sallyport.casefile.Standing;
import io.sallyport.gate.Gatekeeper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps around a case that people have: what they get, what its customer and colleagues hear, and the clock. */
final class HandOverSteps {

    private static final String WRITER = "escalation-writer";
    private static final String PACKAGER = "escalation-packager";
    private static final String FOLLOW_UP_AGENT = "follow-up-agent";

    private final Journal journal;
    private final Agents agents;
    private final Gatekeeper gatekeeper;
    private final InstantSource clock;

    HandOverSteps(Journal journal, Agents agents, Gatekeeper gatekeeper, InstantSource clock) {
        this.journal = journal;
        this.agents = agents;
        this.gatekeeper = gatekeeper;
        this.clock = clock;
    }

    CaseRecord page(CaseRecord record) {
        return journal.by(PACKAGER, record, agents.page(record));
    }

    CaseRecord pack(CaseRecord record) {
        return journal.by(PACKAGER, record, agents.pack(record, packet -> gatekeeper.judge(record, packet)));
    }

    /** Who has it now and by when they answer; then a reply that says so, with what the gates say of it. */
    CaseRecord bridge(CaseRecord record) {
        CaseRecord estimated = record.bridge() instanceof BridgeWork.Due
                ? journal.by(WRITER, record, agents.estimateWait(record))
                : record;
        return estimated.bridge() instanceof BridgeWork.Estimated
                ? journal.by(WRITER, estimated, agents.bridge(estimated, reply -> gatekeeper.judge(estimated, reply)))
                : estimated;
    }

    /** The customer has been told: now a model may take its time to write for the person who takes the case over. */
    CaseRecord track(CaseRecord record) {
        CaseRecord briefed = isToBrief(record) ? briefed(record) : record;
        // What was written now goes into the packet first, and from there to colleagues.
        return briefed.handOver().isCurrent() ? journal.by("tracker-agent", briefed, agents.track(briefed)) : briefed;
    }

    /** Once, for whoever takes it over: what comes later they read themselves. */
    private static boolean isToBrief(CaseRecord record) {
        return record.handOver().brief().isEmpty() && !record.handOver().isAnnounced() && !record.isTakenOver();
    }

    /** The case is in its queue by now, whatever becomes of this. */
    private CaseRecord briefed(CaseRecord record) {
        return agents.brief(record)
                .map(brief -> journal.by(WRITER, record, new Fact.Briefed(brief)))
                .orElse(record);
    }

    /** Who was reminded in vain for long enough loses it to others; released first, so that its customer hears with the reminder. */
    CaseRecord remind(CaseRecord record) {
        Fact.Reminded reminded = agents.remind(record, clock.instant());
        int count = reminded.count();
        var facts = new ArrayList<Fact>();
        record.findLoser(count).ifPresent(owner -> {
            facts.add(new Fact.NoteAdded(
                    owner + " had the case and decided nothing after " + count + " reminders; it is free again",
                    List.of(PersonName.of(owner).folded())));
            facts.add(new Fact.CaseReleased());
        });
        facts.add(reminded);
        agents.passOn(record, count).map(queue -> passedOn(queue, count)).ifPresent(facts::add);
        return journal.by(FOLLOW_UP_AGENT, record, facts.toArray(Fact[]::new));
    }

    private static Fact passedOn(String queue, int reminders) {
        return new Fact.Reclassified(
                Optional.empty(),
                Optional.empty(),
                Optional.of(queue),
                "nobody decided anything after " + reminders + " reminders");
    }

    /** What a machine may not tell is for the people who have the case; where none has it, they get it back. */
    CaseRecord followUp(CaseRecord record) {
        Optional<String> whyNot = NewsText.findWhyNot(record);
        if (whyNot.isPresent() && !(record.standing() instanceof Standing.WithPeople)) {
            return journal.by(FOLLOW_UP_AGENT, record, Escalations.back(record, whyNot.get()));
        }
        String news = record.handOver().untold().orElseThrow().id();
        return journal.by(FOLLOW_UP_AGENT, record, new Fact.NewsDue(news));
    }
}
