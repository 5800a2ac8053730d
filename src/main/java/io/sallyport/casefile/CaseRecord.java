package io.sallyport.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case as it stands: its events folded into one immutable record.
 *
 * @param version the seq of the last event folded in; the fence for appending
 * @param findings and {@code answer} speak of the customer's latest message; {@code action} does unless a code is awaited
 * @param bridge speaks of the latest hand-over to people
 * @param handOver what surrounds it while people have it
 * @param receipts of everything that was done on this case
 * @param proof the newest that the customer is who they say
 * @param failure the step that failed last, until another event follows
 */
public record CaseRecord(
        CaseId id,
        long version,
        Ticket ticket,
        Instant openedAt,
        List<Message> messages,
        Findings findings,
        AnswerWork answer,
        ActionWork action,
        BridgeWork bridge,
        HandOver handOver,
        Standing standing,
        List<Effect> effects,
        List<Receipt> receipts,
        Optional<Proof> proof,
        Optional<Fact.StepFailed> failure) {

    public CaseRecord {
        messages = List.copyOf(messages);
        effects = List.copyOf(effects);
        receipts = List.copyOf(receipts);
    }

    /** @throws IllegalArgumentException when there are no events or they do not begin with the opening */
    public static CaseRecord fold(List<CaseEvent> events) {
        if (events.isEmpty()
                || !(events.getFirst().fact() instanceof Fact.TicketOpened(Ticket ticket, Message first))) {
            throw new IllegalArgumentException("a case begins with TicketOpened");
        }
        CaseEvent opening = events.getFirst();
        CaseRecord record = fresh(opening.caseId(), opening.seq(), ticket, opening.at(), List.of(first), Findings.NONE);
        for (CaseEvent event : events.subList(1, events.size())) {
            record = record.after(event);
        }
        return record;
    }

    /** A case at work on which neither lane has begun. */
    public static CaseRecord fresh(
            CaseId id, long version, Ticket ticket, Instant openedAt, List<Message> messages, Findings findings) {
        return new CaseRecord(
                id,
                version,
                ticket,
                openedAt,
                messages,
                findings,
                new AnswerWork.NotBegun(),
                new ActionWork.NotBegun(),
                new BridgeWork.NotDue(),
                HandOver.NONE,
                new Standing.AtWork(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The record once this event has happened. */
    public CaseRecord after(CaseEvent event) {
        if (event.seq() != version + 1) {
            throw new IllegalArgumentException(id + ": event " + event.seq() + " cannot follow " + version);
        }
        return Folding.apply(this, event);
    }

    /** The same with some of its messages alone, to be read as if no others had come. */
    public CaseRecord saying(List<Message> some) {
        return new CaseRecord(
                id, version, ticket, openedAt, some, findings, answer, action, bridge, handOver, standing, effects,
                receipts, proof, failure);
    }

    /** What was said here and on the cases that go on here, oldest first. */
    public List<Message> thread() {
        return handOver.absorbed().isEmpty()
                ? messages
                : Stream.concat(handOver.absorbed().stream(), messages.stream())
                        .sorted(Comparator.comparing(Message::at))
                        .toList();
    }

    /** What the customer wrote since we last answered them, oldest first; at least one message. */
    public List<Message> unanswered() {
        List<Message> people = messages.stream()
                .filter(message -> message.isFromCustomer() || message.isAnswer())
                .toList();
        int from = people.size();
        while (from > 0 && people.get(from - 1).isFromCustomer()) {
            from--;
        }
        return from == people.size() ? List.of(latestFromCustomer()) : people.subList(from, people.size());
    }

    /** Whether the customer wrote after the last answer that they had. */
    public boolean isAnswerOwed() {
        return messages.reversed().stream()
                .filter(message -> message.isFromCustomer() || message.isAnswer())
                .findFirst()
                .filter(Message::isFromCustomer)
                .isPresent();
    }

    public Message latestFromCustomer() {
        return messages.reversed().stream()
                .filter(Message::isFromCustomer)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " has no customer message"));
    }

    public Screening screening() {
        return findings.screening().orElseThrow(() -> new IllegalStateException(id + " is not screened yet"));
    }

    public Triage triage() {
        return findings.triage().orElseThrow(() -> new IllegalStateException(id + " is not triaged yet"));
    }

    public Route route() {
        return findings.route().orElseThrow(() -> new IllegalStateException(id + " is not routed yet"));
    }

    /** Of the people who have it, would get it by what it is about, or had it last. */
    public String queue() {
        return switch (standing) {
            case Standing.WithPeople people -> people.queue();
            case Standing.AtWork _, Standing.AwaitingCustomer _, Standing.Resolved _, Standing.Junk _ ->
                findings.route().map(Route::queue).orElse(handOver.queue().isEmpty() ? "general" : handOver.queue());
        };
    }

    /** A person has it in hand: nothing automatic leaves. */
    public boolean isTakenOver() {
        return standing instanceof Standing.WithPeople people && people.owner().isPresent();
    }

    /** Who loses the case after so many reminders, as its customer still waits for an answer. */
    public Optional<String> findLoser(int reminders) {
        return standing instanceof Standing.WithPeople people && reminders >= HandOver.PATIENCE && isAnswerOwed()
                ? people.owner()
                : Optional.empty();
    }

    /** What engineering said waits for a person's yes, and nobody has the case who would come upon it. */
    public boolean isNewsHeld() {
        return !(standing instanceof Standing.WithPeople)
                && bridge instanceof BridgeWork.Held(BridgeWork.Bridge news, LaneMode mode)
                && news.round().occasion() == BridgeWork.Occasion.NEWS
                && mode == LaneMode.DRAFT;
    }

    /** The reply or account change whose outcome nobody has recorded yet. Errands wait for theirs beside the case. */
    public Optional<Effect> findOpenEffect() {
        return effects.stream()
                .filter(effect -> effect.isOpen() && !(effect.content() instanceof Errand))
                .findFirst();
    }

    /** The account change of which nobody can tell whether it was carried out. */
    public Optional<Effect> findUncertain() {
        return effects.stream()
                .filter(effect -> effect.plan().isPresent() && effect.isUncertain())
                .findFirst();
    }

    public Optional<Effect> findEffect(String effectId) {
        return effects.stream().filter(effect -> effect.id().equals(effectId)).findFirst();
    }

    /**
     * The latest try to take an action back, unless it never arrived.
     *
     * @param effectId of the action
     */
    public Optional<Effect> findUndo(String effectId) {
        return effects.reversed().stream()
                .filter(effect ->
                        effect.content() instanceof Undo undo && undo.effectId().equals(effectId))
                .findFirst();
    }
}
