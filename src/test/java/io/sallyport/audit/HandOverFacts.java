package io.sallyport.audit;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One of each of the facts of a case that people have. */
final class HandOverFacts {

    private HandOverFacts() {}

    static List<Fact> of(CaseRecord record) {
        Instant at = record.openedAt();
        var page = new Errand(Errand.Kind.PAGE, "hand-over 6", "", "P1", "The site is down.");
        var link = new Errand(Errand.Kind.LINK, "hand-over 6", "ISS-1", "One more", "They have it, too.");
        return List.of(
                new Fact.PagePlanned(Optional.of(page)),
                new Fact.Packaged(packet(record), List.of(Verdict.pass("handoff"))),
                new Fact.ErrandsPlanned(List.of(link)),
                new Fact.ErrandPutOff(link.id(), "the tracker is down", at),
                new Fact.ErrandDropped(page.id(), "nobody is on call"),
                new Fact.Reminded(1, at, List.of()),
                new Fact.IssueMoved(new IssueNews("n1", "ISS-1", IssueNews.State.FIXED, "In 2.4.", "Omar", at)),
                new Fact.NewsDue("n1"),
                new Fact.NoteAdded("Ask Omar.", List.of("Omar")),
                new Fact.CaseReturned("an article says it now"),
                new Fact.Reclassified(
                        Optional.of(Category.BUG), Optional.of(Priority.P2), Optional.of("technical"), "it broke"),
                new Fact.CaseAssigned("Omar", "knows it best"),
                new Fact.CaseMerged(record.id(), "the same"),
                new Fact.CaseAbsorbed(CaseId.random(), record.messages()),
                new Fact.ClusterJoined("c1", 3, Priority.P2),
                new Fact.ClusterLeft("c1", "another matter"));
    }

    private static Packet packet(CaseRecord record) {
        Instant at = record.openedAt();
        return new Packet(
                "The export stops.",
                Priority.P2,
                new Packet.Impact(1, "monthly report", Optional.of(new Amount(2400, "USD")), at, Optional.of(at)),
                List.of(new Packet.Tried("signed in again", "the same")),
                Optional.of(new Packet.Reproduction(List.of("open Export"), "a file", "nothing", "web")),
                List.of(new Packet.Detail("details.time", "since Monday")),
                List.of(),
                List.of(new Packet.Quote(record.latestFromCustomer().id(), "it stops")),
                List.of(new Packet.Felt(at, Mood.CALM)),
                List.of("VIP"),
                List.of(new Packet.Said(at, Message.Author.CUSTOMER, "it stops", "")),
                List.of(new Packet.Written("We are sorry.", List.of(new Verdict.Flag("We", "why")))),
                "Look at the logs.",
                "technical",
                new Packet.Ask("find the cause", at),
                List.of(new Packet.Missing("reproduction.environment", "Which browser do you use?")));
    }
}
