package io.sallyport.evaluation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.intake.text.QuotedText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A case in memory, for measuring a room by itself: a labelled message, and what the rooms before it found. */
final class LabelledCase {

    private CaseRecord record;

    private LabelledCase(CaseRecord record) {
        this.record = record;
    }

    static LabelledCase of(ReplayInput.Line line, Instant at) {
        String from = line.from().toLowerCase(Locale.ROOT);
        var ticket = new Ticket("evaluation", line.id(), line.channel(), from, line.subject(), line.id());
        var text = line.channel() == Channel.EMAIL
                ? QuotedText.separate(line.subject(), line.text())
                : QuotedText.separateTyped(line.subject(), line.text());
        var message = new Message(
                line.id(),
                Message.Author.CUSTOMER,
                from,
                at,
                line.subject(),
                text.written(),
                text.setAside(),
                List.of(),
                Map.of());
        return new LabelledCase(
                CaseRecord.fold(List.of(event(CaseId.random(), 1, at, new Fact.TicketOpened(ticket, message)))));
    }

    CaseRecord record() {
        return record;
    }

    LabelledCase add(Fact fact) {
        record = record.after(event(record.id(), record.version() + 1, record.openedAt(), fact));
        return this;
    }

    private static CaseEvent event(CaseId id, long seq, Instant at, Fact fact) {
        return new CaseEvent(id, seq, at, Actor.DESK, fact, ChainHash.GENESIS, ChainHash.GENESIS);
    }
}
