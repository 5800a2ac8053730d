package io.sallyport.testkit;

import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.BridgeWriter;
import io.sallyport.escalation.Briefing;
import io.sallyport.escalation.ExpectedWait;
import io.sallyport.flow.Agents;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Some agents, and bridge replies as in service. */
public record BridgingAgents(Agents others, BridgeWriter writer, Briefing briefing) implements AgentsOver {

    public BridgingAgents(Agents others, BridgeWriter writer) {
        this(others, writer, others::brief);
    }

    /** One who knows no queue's pace. */
    public static BridgeWriter writer(InstantSource clock, ZoneId office) {
        return writer(clock, office, Optional.empty());
    }

    /** @param model which may choose the words */
    public static BridgeWriter writer(InstantSource clock, ZoneId office, Optional<LanguageModel> model) {
        return new BridgeWriter(
                new ExpectedWait(new DueTimes(new BusinessCalendar(office)), (_, _) -> List.of(), clock), model);
    }

    @Override
    public Optional<Brief> brief(CaseRecord record) {
        return briefing.write(record);
    }

    @Override
    public Fact estimateWait(CaseRecord record) {
        return writer.estimate(record);
    }

    @Override
    public Fact.BridgeComposed bridge(CaseRecord record, Function<Reply, List<Verdict>> gates) {
        return writer.write(record, gates);
    }
}
