package io.sallyport.skill;

import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Query;
import io.sallyport.casefile.CaseStore.Summary;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Rehearsal;
import io.sallyport.casefile.Rehearsal.Until;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Ticket;
import io.sallyport.insight.Patterns;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the desk would find, write and do. Asks and reads; changes nothing. May be shared between threads. */
public final class Skills {

    /** Labels of {@link Standing}s of cases that are not over. */
    private static final List<String> OPEN = List.of("at work", "with people", "answered");

    private final CaseStore cases;
    private final Rehearsal rehearsal;
    private final IntakeWatcher intake;
    private final ArticleAuthor author;
    private final Patterns patterns;
    private final InstantSource clock;

    Skills(
            CaseStore cases,
            Rehearsal rehearsal,
            IntakeWatcher intake,
            ArticleAuthor author,
            Patterns patterns,
            InstantSource clock) {
        this.cases = cases;
        this.rehearsal = rehearsal;
        this.intake = intake;
        this.author = author;
        this.patterns = patterns;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no such case */
    public CaseRecord load(CaseId id) {
        return cases.load(id);
    }

    /**
     * What a case of this message would be.
     *
     * @param from the customer's address; empty when unknown
     * @throws IllegalArgumentException when intake would not take it, and why
     */
    public CaseRecord message(String from, String subject, String text, Channel channel) {
        String id = UUID.randomUUID().toString();
        var incoming = Incoming.words(About.NO_CASE, id, channel, from, subject, text, clock.instant());
        var ticket = new Ticket(About.NO_CASE, id, channel, incoming.from(), incoming.subject(), id);
        return Rehearsal.opened(ticket, intake.read(incoming));
    }

    public TriageReport triage(CaseRecord record) {
        return TriageReport.of(rehearsal.play(record, Until.ROUTED));
    }

    public ResearchReport research(CaseRecord record) {
        return ResearchReport.of(rehearsal.play(record, Until.RESEARCHED));
    }

    public DraftReport draft(CaseRecord record) {
        return DraftReport.of(rehearsal.play(record, Until.AT_THE_DOOR));
    }

    /** For a case that is with people, what they have; for any other, what they would get. */
    public EscalationReport escalate(CaseRecord record) {
        if (record.standing() instanceof Standing.WithPeople people) {
            var brief = recorded(record.id()).or(() -> rehearsal.brief(record));
            var packed = packed(record).orElseGet(() -> rehearsal.pack(record));
            return EscalationReport.of(record, people, brief, packed, EscalationReport.WITH_PEOPLE);
        }
        var played = rehearsal.play(record, Until.HANDED_OVER);
        if (!(played.record().standing() instanceof Standing.WithPeople people)) {
            throw new IllegalArgumentException("nobody gets " + About.of(record).title() + ": it is junk, "
                    + (played.record().screening().isEmpty()
                            ? "empty"
                            : played.record().screening().automatic().label()));
        }
        return EscalationReport.of(
                played.record(),
                people,
                played.brief(),
                played.packed().orElseThrow(),
                played.isForced() ? EscalationReport.ASKED_FOR : EscalationReport.WOULD);
    }

    /** What was written when the case was handed over, unless the customer has written since. */
    private Optional<Brief> recorded(CaseId id) {
        return cases.events(id).reversed().stream()
                .map(event -> event.fact())
                .takeWhile(fact -> !(fact instanceof Fact.MessageReceived(var message) && message.isFromCustomer()))
                .filter(Fact.Briefed.class::isInstance)
                .map(fact -> ((Fact.Briefed) fact).brief())
                .findFirst();
    }

    /** What people have with it, unless more has come since. */
    private Optional<Fact.Packaged> packed(CaseRecord record) {
        return cases.events(record.id()).reversed().stream()
                .map(event -> event.fact())
                .flatMap(fact -> fact instanceof Fact.Packaged packaged ? Stream.of(packaged) : Stream.empty())
                .findFirst()
                .filter(_ -> record.handOver().isCurrent());
    }

    /**
     * A case as it was when a person solved it, however it has gone on since.
     *
     * @throws IllegalArgumentException when nothing is kept of how a person solved it
     */
    public CaseRecord solved(CaseId id) {
        return patterns.findSolved(id)
                .orElseThrow(() -> new IllegalArgumentException("nothing is kept of how a person solved case " + id
                        + "; './sallyport kb patterns' lists what is"));
    }

    /** @param anyway whether to draft what articles say already */
    public ArticleReport article(CaseRecord record, boolean anyway) {
        return author.draft(record, anyway);
    }

    /** @param limit at most so many cases of each standing, the newest */
    public QueueReport queue(int limit) {
        var now = clock.instant();
        var open = OPEN.stream()
                .map(standing -> cases.list(new Query(standing, "", false, limit + 1)))
                .toList();
        var lines = open.stream()
                .flatMap(some -> some.stream().limit(limit))
                .map(Summary::id)
                .map(cases::load)
                .map(record -> QueueReport.line(record, rehearsal.next(record), now))
                .toList();
        return QueueReport.of(lines, open.stream().anyMatch(some -> some.size() > limit), now);
    }
}
