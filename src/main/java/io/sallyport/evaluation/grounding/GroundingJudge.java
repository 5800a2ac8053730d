package io.sallyport.evaluation.grounding;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gate;
import io.sallyport.gate.ReplyGates;
import io.sallyport.gate.Sources;
import io.sallyport.gate.judge.Judges;
import io.sallyport.text.LanguageDetector.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts sentences before the Grounding gate as the reply to a customer who has said nothing that could prove them. */
public final class GroundingJudge {

    private static final Duration FRESHNESS = Duration.ofDays(90);
    private static final String CUSTOMER = "customer@example.org";

    private final Gate<Reply> gate;
    private final CaseRecord record;

    public GroundingJudge(Sources sources, Instant today) {
        this(sources, today, Judges.NONE);
    }

    /** @param judges asked as well where a sentence is not word for word a quote */
    public GroundingJudge(Sources sources, Instant today, Judges judges) {
        this.gate = ReplyGates.of(
                        sources,
                        _ -> new Language("en", 1),
                        InstantSource.fixed(today),
                        "",
                        FRESHNESS,
                        Set.of("en"),
                        judges)
                .grounding();
        this.record = record(today);
    }

    public Verdict judge(List<Sentence> sentences) {
        return gate.judge(record, new Reply(Reply.Kind.ANSWER, CUSTOMER, "Re: A question", "en", sentences));
    }

    private static CaseRecord record(Instant today) {
        var ticket = new Ticket("inbox", "evaluation", Channel.EMAIL, CUSTOMER, "A question", "evaluation");
        var message = new Message(
                "evaluation",
                Message.Author.CUSTOMER,
                CUSTOMER,
                today,
                "A question",
                "Could you help me?",
                "",
                List.of(),
                Map.of());
        var opened = new Fact.TicketOpened(ticket, message);
        String start = ChainHash.of("");
        return CaseRecord.fold(List.of(new CaseEvent(
                new CaseId("SP-0000000000"), 1, today, Actor.gate("evaluation"), opened, start, ChainHash.of(start))));
    }
}
