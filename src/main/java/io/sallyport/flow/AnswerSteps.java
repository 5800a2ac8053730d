package io.sallyport.flow;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Verdict;
import io.sallyport.delivery.Sender;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.LaneModes;
import java.util.List;

/** The steps of the answer lane: from the customer's question to a reply at the door. */
final class AnswerSteps {

    private final Journal journal;
    private final Agents agents;
    private final Gatekeeper gatekeeper;
    private final LaneModes lanes;
    private final Sender sender;

    AnswerSteps(Journal journal, Agents agents, Gatekeeper gatekeeper, LaneModes lanes, Sender sender) {
        this.journal = journal;
        this.agents = agents;
        this.gatekeeper = gatekeeper;
        this.lanes = lanes;
        this.sender = sender;
    }

    CaseRecord research(CaseRecord record) {
        return lanes.mode(Lane.ANSWER) == LaneMode.OFF
                ? journal.escalate(record, Escalations.because(record, "the answer lane is off"))
                : journal.by("researcher", record, new Fact.EvidenceGathered(agents.research(record)));
    }

    CaseRecord compose(CaseRecord record) {
        return journal.by("composer", record, agents.compose(record));
    }

    CaseRecord judge(CaseRecord record) {
        AnswerWork.Draft draft = record.answer().findDraft().orElseThrow();
        List<Verdict> verdicts = gatekeeper.judge(record, draft.reply());
        return journal.write(record, Actor.gate("gatekeeper"), new Fact.ReplyJudged(draft.contentHash(), verdicts));
    }

    CaseRecord hold(CaseRecord record) {
        return journal.write(record, Actor.DESK, new Fact.ReplyHeld(lanes.mode(Lane.ANSWER)));
    }

    /** Triggers are asked again before anything is sent, unless a person has said yes to these very words. */
    CaseRecord deliver(CaseRecord record) {
        Route now = agents.route(record);
        return now.needsPerson() && !record.answer().isPersons()
                ? journal.escalate(record, Escalations.rerouted(now))
                : sender.deliver(record);
    }
}
