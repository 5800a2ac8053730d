package io.sallyport.testkit;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case that people have just got, of a kind and words that a test chooses. */
public record HandedOver(
        Category category,
        Priority priority,
        List<Trigger> triggers,
        Customer customer,
        String language,
        Triage.Related related) {

    public static final Instant AT = DeskKit.MONDAY_MORNING;

    public HandedOver {
        triggers = List.copyOf(triggers);
    }

    public static HandedOver of(Category category, Priority priority, Trigger... triggers) {
        return new HandedOver(
                category,
                priority,
                Arrays.asList(triggers),
                Customer.unknown(DeskKit.CUSTOMER),
                "en",
                Triage.Related.NOTHING);
    }

    public HandedOver from(Customer who) {
        return new HandedOver(category, priority, triggers, who, language, related);
    }

    public HandedOver in(String written) {
        return new HandedOver(category, priority, triggers, customer, written, related);
    }

    public HandedOver like(Triage.Related others) {
        return new HandedOver(category, priority, triggers, customer, language, others);
    }

    /** @param messages the customer's, each a quarter of an hour after the one before */
    public CaseRecord saying(String... messages) {
        return sayingThen(List.of(), messages);
    }

    /** @param further what came after the hand-over */
    public CaseRecord sayingThen(List<Fact> further, String... messages) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact.TicketOpened(
                new Ticket("test", "t-1", Channel.WEB, customer.address(), "A question", "link"),
                message(1, messages[0])));
        for (int at = 1; at < messages.length; at++) {
            facts.add(new Fact.MessageReceived(message(at + 1, messages[at])));
        }
        facts.add(new Fact.Screened(new Screening(language, 1, Screening.Automatic.NONE, List.of(), List.of(), false)));
        facts.add(new Fact.Triaged(triage()));
        facts.add(new Fact.Escalated("technical", triggers, "because", List.of()));
        facts.addAll(further);
        return fold(facts);
    }

    private Message message(int number, String text) {
        return new Message(
                "m-" + number,
                Message.Author.CUSTOMER,
                customer.address(),
                AT.plus(Duration.ofMinutes(15L * (number - 1))),
                "A question",
                text,
                "",
                List.of(),
                Map.of());
    }

    private Triage triage() {
        return new Triage(
                new Triage.Classification(category, Optional.empty(), 0.9, "", "", false),
                new Triage.Urgency(priority, "scripted", List.of()),
                List.of(),
                Mood.CALM,
                customer,
                related,
                new Triage.Sla(AT.plus(Duration.ofHours(1)), AT.plus(Duration.ofDays(1))));
    }

    private static CaseRecord fold(List<Fact> facts) {
        CaseId id = CaseId.random();
        var events = new ArrayList<CaseEvent>();
        for (Fact fact : facts) {
            events.add(
                    new CaseEvent(id, events.size() + 1, AT, Actor.DESK, fact, ChainHash.GENESIS, ChainHash.GENESIS));
        }
        return CaseRecord.fold(events);
    }
}
