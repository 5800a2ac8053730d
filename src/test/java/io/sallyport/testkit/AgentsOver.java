package io.sallyport.testkit;

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
import io.sallyport.flow.Agents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Agents that leave to others what they do not do themselves. */
public interface AgentsOver extends Agents {

    Agents others();

    @Override
    default Screening screen(CaseRecord record) {
        return others().screen(record);
    }

    @Override
    default Triage triage(CaseRecord record) {
        return others().triage(record);
    }

    @Override
    default Route route(CaseRecord record) {
        return others().route(record);
    }

    @Override
    default Evidence research(CaseRecord record) {
        return others().research(record);
    }

    @Override
    default Fact compose(CaseRecord record) {
        return others().compose(record);
    }

    @Override
    default Fact plan(CaseRecord record) {
        return others().plan(record);
    }

    @Override
    default Optional<Brief> brief(CaseRecord record) {
        return others().brief(record);
    }

    @Override
    default Fact estimateWait(CaseRecord record) {
        return others().estimateWait(record);
    }

    @Override
    default Fact.BridgeComposed bridge(CaseRecord record, Function<Reply, List<Verdict>> gates) {
        return others().bridge(record, gates);
    }

    @Override
    default Fact.PagePlanned page(CaseRecord record) {
        return others().page(record);
    }

    @Override
    default Fact.Packaged pack(CaseRecord record, Function<Packet, List<Verdict>> gates) {
        return others().pack(record, gates);
    }

    @Override
    default Fact.ErrandsPlanned track(CaseRecord record) {
        return others().track(record);
    }

    @Override
    default Fact.Reminded remind(CaseRecord record, Instant now) {
        return others().remind(record, now);
    }

    @Override
    default Optional<String> passOn(CaseRecord record, int reminders) {
        return others().passOn(record, reminders);
    }
}
