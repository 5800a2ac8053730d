package io.sallyport.flow;

import io.sallyport.action.ActionPlanner;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The agents as the flow asks them. Each reads the record and proposes; none writes. */
public interface Agents {

    Screening screen(CaseRecord record);

    Triage triage(CaseRecord record);

    Route route(CaseRecord record);

    Evidence research(CaseRecord record);

    /** Something to read for the person who gets the case now. */
    default Optional<Brief> brief(CaseRecord record) {
        return Optional.empty();
    }

    /** What the customer wants done, as a plan, or why there is none. */
    default Fact plan(CaseRecord record) {
        return ActionPlanner.NONE.plan(record);
    }

    /**
     * By when the customer will hear from the people who have the case now.
     *
     * @return {@link Fact.WaitEstimated}, or {@link Fact.BridgeOmitted} where there is nobody to tell
     */
    default Fact estimateWait(CaseRecord record) {
        return new Fact.BridgeOmitted("nobody writes bridge replies here");
    }

    /**
     * Tells the customer so.
     *
     * @param record with the estimate
     * @param gates every gate's verdict on a reply
     */
    default Fact.BridgeComposed bridge(CaseRecord record, Function<Reply, List<Verdict>> gates) {
        throw new IllegalStateException("nobody writes bridge replies here");
    }

    /** Who is called first, where the reason for the hand-over calls for that. */
    default Fact.PagePlanned page(CaseRecord record) {
        return new Fact.PagePlanned(Optional.empty());
    }

    /**
     * Everything that the people who have the case need.
     *
     * @param gates every gate's verdict on a packet
     */
    default Fact.Packaged pack(CaseRecord record, Function<Packet, List<Verdict>> gates) {
        Packet packet = Packet.bare(record);
        return new Fact.Packaged(packet, gates.apply(packet));
    }

    /** Which issue is filed or added to, and what is said in the team's chat. */
    default Fact.ErrandsPlanned track(CaseRecord record) {
        return new Fact.ErrandsPlanned(List.of());
    }

    /** Those who have the case have decided nothing in time. */
    default Fact.Reminded remind(CaseRecord record, Instant now) {
        return new Fact.Reminded(record.handOver().reminders() + 1, now.plus(Duration.ofDays(1)), List.of());
    }

    /**
     * The queue that gets it after so many reminders; empty where it stays.
     *
     * @param reminders with the one just written
     */
    default Optional<String> passOn(CaseRecord record, int reminders) {
        return Optional.empty();
    }

    /** @return {@link Fact.ReplyComposed} or {@link Fact.ReplyDeclined} */
    Fact compose(CaseRecord record);
}
