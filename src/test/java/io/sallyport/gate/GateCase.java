package io.sallyport.gate;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.SourceText.ReviewByPerson;
import io.sallyport.gate.judge.Judges;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import io.sallyport.text.LanguageDetector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One customer's case, one shelf of sources, and the real gates on them. */
final class GateCase implements Sources {

    static final SourceRef PLANS = new SourceRef("article:plans", 1);
    static final SourceRef PAIRING = new SourceRef("article:pairing", 1);

    static final String PLANS_TEXT = """
            The Pro plan costs $24 a month and includes 100 sensors. The Home plan costs $6 a month.
            You can't cancel an annual plan after the first 60 days unless an outage affected the account.
            It includes the REST API.

            We will refund unused full months when you cancel within the first 60 days.
            """;

    static final String PAIRING_TEXT = """
            To pair a sensor, follow these steps.
            1. Hold the button for 5 s.
            2. Wait until the light blinks white.
            3. Keep the sensor within 2 m of the hub.

            The hub supports only 2.4 GHz Wi-Fi. A red light means a fault.
            """;

    final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    final Map<SourceRef, SourceText> shelf = new HashMap<>();
    Screening screening = new Screening("en", 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
    Mood mood = Mood.CALM;
    Channel channel = Channel.EMAIL;
    String subject = "Pro and pairing";
    String written = "What does Pro cost, and how do I pair my Brook?\nThanks, Anna";
    LanguageDetector detector = _ -> new LanguageDetector.Language("en", 0.99);
    Evidence evidence = new Evidence("", List.of(), List.of());

    GateCase() {
        put(PLANS, PLANS_TEXT);
        put(PAIRING, PAIRING_TEXT);
    }

    void put(SourceRef ref, String text) {
        var review = new ReviewByPerson(now().minus(Duration.ofDays(10)), "Ines Duarte");
        shelf.put(ref, new SourceText(ref, text, true, true, true, Optional.of(review)));
    }

    void change(SourceRef ref, UnaryOperator<SourceText> change) {
        shelf.computeIfPresent(ref, (_, source) -> change.apply(source));
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public Optional<SourceText> find(SourceRef ref) {
        return Optional.ofNullable(shelf.get(ref));
    }

    @Override
    public Map<SourceRef, String> listPublic() {
        return shelf.values().stream()
                .filter(source -> source.isPublic() && source.isPublished())
                .collect(
                        Collectors.toMap(SourceText::ref, source -> source.ref().id()));
    }

    ReplyGates gates() {
        return gates(Judges.NONE);
    }

    /** What the grounding gate says of a reply of these sentences. */
    Verdict judge(Sentence... sentences) {
        return gates().grounding().judge(record(), reply(sentences));
    }

    /** Why it stops them; none where it does not. */
    List<String> whys(Sentence... sentences) {
        return judge(sentences) instanceof Verdict.Stop stop
                ? stop.flagged().stream().map(Verdict.Flag::why).toList()
                : List.of();
    }

    ReplyGates gates(Judges judges) {
        return ReplyGates.of(this, detector, clock, "Harbourlight", Duration.ofDays(90), Set.of("en"), judges);
    }

    CaseRecord record() {
        return CaseRecord.fold(events(List.of()));
    }

    /** The case once this reply was drafted. */
    CaseRecord recordWith(Fact... further) {
        return CaseRecord.fold(events(List.of(further)));
    }

    /** The case once this person wrote that reply, after these. */
    CaseRecord recordOf(String writer, Reply reply, Fact... earlier) {
        var further = new ArrayList<>(List.of(earlier));
        further.add(new Fact.ReplyWritten(reply));
        return CaseRecord.fold(events(Actor.person(writer), further));
    }

    private List<CaseEvent> events(List<Fact> further) {
        return events(Actor.gate("test"), further);
    }

    private List<CaseEvent> events(Actor actor, List<Fact> further) {
        var ticket = new Ticket("inbox", "t-1", channel, "anna@example.org", "Pro and pairing", "link-1");
        var message = new Message(
                "m-1", Message.Author.CUSTOMER, "anna@example.org", now(), subject, written, "", List.of(), Map.of());
        var facts = new ArrayList<Fact>(List.of(
                new Fact.TicketOpened(ticket, message), new Fact.Screened(screening), new Fact.Triaged(triage())));
        facts.add(new Fact.EvidenceGathered(evidence));
        facts.addAll(further);
        var id = new CaseId("SP-0123456789");
        var events = new ArrayList<CaseEvent>();
        String previous = ChainHash.of("");
        for (int i = 0; i < facts.size(); i++) {
            events.add(new CaseEvent(id, i + 1, now(), actor, facts.get(i), previous, ChainHash.of("" + i)));
            previous = ChainHash.of("" + i);
        }
        return events;
    }

    private Triage triage() {
        return new Triage(
                new Triage.Classification(Category.BILLING, Optional.empty(), 0.9, "price", "billing", false),
                new Triage.Urgency(Priority.P4, "a question", List.of()),
                List.of(),
                mood,
                new Customer("anna@example.org", "Anna Novak", "pro", false, false, 0, "USD"),
                Triage.Related.NOTHING,
                new Triage.Sla(now(), now()));
    }

    static Reply reply(Sentence... sentences) {
        return new Reply(Reply.Kind.ANSWER, "anna@example.org", "Re: Pro and pairing", "en", List.of(sentences));
    }

    /** A sentence that cites itself, the way the composer quotes. */
    static Sentence quoted(String text, SourceRef source) {
        return citing(text, source, text);
    }

    static Sentence citing(String text, SourceRef source, String quote) {
        return new Sentence(text, Sentence.Layout.RUN_ON, List.of(new Citation(source, quote)));
    }

    static Sentence step(String text, SourceRef source) {
        return new Sentence(text, Sentence.Layout.STEP, List.of(new Citation(source, text)));
    }

    static Sentence plain(String text) {
        return Sentence.plain(text, Sentence.Layout.PARAGRAPH);
    }
}
