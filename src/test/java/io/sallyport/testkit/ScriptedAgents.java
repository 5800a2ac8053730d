package io.sallyport.testkit;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.flow.Agents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Agents that do what the customer's text says, so that a story reads in one place: {@code "person please"} escalates,
 * {@code "noticed late"} escalates once a draft is there, {@code "auto-reply"} is junk, {@code "unknown"} has no answer, anything else is answered from one source.
 */
public final class ScriptedAgents implements Agents {

    public static final SourceRef SOURCE = new SourceRef("article:opening-hours", 1);
    public static final String QUOTE = "The workshop opens at nine.";

    @Override
    public Screening screen(CaseRecord record) {
        boolean isAutomatic = text(record).contains("auto-reply");
        return new Screening(
                "en",
                1,
                isAutomatic ? Screening.Automatic.AUTO_REPLY : Screening.Automatic.NONE,
                List.of(),
                List.of(),
                text(record).isBlank());
    }

    @Override
    public Triage triage(CaseRecord record) {
        Priority priority = text(record).contains("flood") ? Priority.P1 : Priority.P4;
        var now = record.latestFromCustomer().at();
        return new Triage(
                new Triage.Classification(Category.HOW_TO, Optional.empty(), 0.9, "opening hours", "shop", false),
                new Triage.Urgency(priority, "scripted", List.of()),
                List.of(),
                Mood.CALM,
                Customer.unknown(record.ticket().customer()),
                Triage.Related.NOTHING,
                new Triage.Sla(now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(1))));
    }

    @Override
    public Route route(CaseRecord record) {
        boolean isNoticed = text(record).contains("noticed late")
                && record.answer().findDraft().isPresent();
        if (text(record).contains("person please") || isNoticed) {
            var trigger = new Trigger(Trigger.Kind.PERSON_ASKED, "person please");
            return new Route(Set.of(Lane.ESCALATION), Specialist.TECHNICAL, "technical", List.of(trigger));
        }
        List<Trigger> setAside = text(record).contains("thieves of my heart")
                ? List.of(new Trigger(Trigger.Kind.SEVERE_FRUSTRATION, "thieves"))
                : List.of();
        return new Route(Set.of(Lane.ANSWER), Specialist.TECHNICAL, "technical", List.of(), setAside);
    }

    @Override
    public Evidence research(CaseRecord record) {
        var passage = new Passage("article:opening-hours#1", SOURCE, "Opening hours", QUOTE, 1, Optional.empty());
        return new Evidence(text(record), List.of(passage), List.of());
    }

    @Override
    public Fact compose(CaseRecord record) {
        if (text(record).contains("unknown")) {
            return new Fact.ReplyDeclined(new Trigger(Trigger.Kind.NO_ANSWER, "no article covers it"));
        }
        return new Fact.ReplyComposed(reply(record, QUOTE), 0.9, "scripted");
    }

    public static Reply reply(CaseRecord record, String claim) {
        return new Reply(
                Reply.Kind.ANSWER,
                record.ticket().customer(),
                "Re: " + record.ticket().subject(),
                "en",
                List.of(new Sentence(claim, Sentence.Layout.PARAGRAPH, List.of(new Citation(SOURCE, QUOTE)))));
    }

    private static String text(CaseRecord record) {
        return record.latestFromCustomer().written();
    }
}
