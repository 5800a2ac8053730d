package io.sallyport.console;

import io.sallyport.action.Catalogue;
import io.sallyport.audit.CaseJson;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Decisions.Choice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that the page of one case shows to one person. */
record CaseView(
        CaseHead head,
        List<MessageView> thread,
        Optional<DraftView> draft,
        Optional<BridgeView> bridge,
        List<VerdictView> verdicts,
        Optional<EvidenceView> evidence,
        List<TriggerView> triggers,
        CaseFacts facts,
        List<EventView> events,
        Optional<PlanView> plan,
        List<PlanView.DoneView> done,
        List<PlanView.DoneView> uncertain,
        ColleaguesView colleagues,
        Set<String> choices) {

    /** @param author who wrote it, in the console's words */
    public record MessageView(Message message, String author, boolean isOurs, Moment at) {}

    public record VerdictView(
            String gate, boolean isPass, String reason, List<Verdict.Flag> flagged, List<OpinionView> opinions) {}

    /** @param prompt the beginning of its hash */
    public record OpinionView(String model, String prompt, List<Opinion.Finding> findings) {
        static OpinionView of(Opinion opinion) {
            return new OpinionView(opinion.model(), opinion.promptHash().substring(0, 12), opinion.findings());
        }
    }

    public record TriggerView(String kind, String because) {}

    /** @param what it was, in one line */
    public record EventView(long seq, Moment at, String who, String kind, String what) {}

    public record EvidenceView(
            String question, List<PassageView> passages, List<Evidence.Contradiction> contradictions) {}

    public record PassageView(Passage passage, SourceNote source) {}

    static CaseView of(
            CaseRecord record,
            List<CaseEvent> events,
            String person,
            Function<SourceRef, SourceNote> sources,
            Catalogue catalogue,
            Instant now) {
        return new CaseView(
                CaseHead.of(record, now),
                record.messages().stream().map(m -> message(m, now)).toList(),
                DraftView.of(record, sources),
                BridgeView.of(record, now),
                record.answer().shown().verdicts().stream()
                        .map(CaseView::verdict)
                        .toList(),
                evidence(record.answer(), sources),
                triggers(record),
                CaseFacts.of(record, now),
                events.stream().map(event -> event(event, now)).toList(),
                PlanView.of(record, catalogue),
                PlanView.done(record),
                PlanView.uncertain(record),
                ColleaguesView.of(record, now),
                Decisions.choices(record, person).stream().map(Choice::name).collect(Collectors.toSet()));
    }

    /** Whether the page offers a decision on the draft. */
    public boolean canDecide() {
        return choices.stream()
                .anyMatch(Set.of(Choice.APPROVE.name(), Choice.EDIT.name(), Choice.REJECT.name())::contains);
    }

    private static MessageView message(Message message, Instant now) {
        boolean isByPerson = message.author() == Message.Author.PERSON;
        boolean isOurs = message.isOurs();
        String sender = message.from().isBlank() ? "Customer" : message.from();
        String author = isOurs ? "Sent by " + (isByPerson ? "a person" : "the desk") : sender;
        return new MessageView(message, author, isOurs, Moment.of(message.at(), now));
    }

    private static VerdictView verdict(Verdict verdict) {
        var opinions = verdict.opinions().stream().map(OpinionView::of).toList();
        return switch (verdict) {
            case Verdict.Pass pass ->
                new VerdictView(pass.gate(), true, String.join("; ", pass.notes()), List.of(), opinions);
            case Verdict.Stop stop -> new VerdictView(stop.gate(), false, stop.reason(), stop.flagged(), opinions);
        };
    }

    private static Optional<EvidenceView> evidence(AnswerWork answer, Function<SourceRef, SourceNote> sources) {
        Optional<Evidence> found = switch (answer) {
            case AnswerWork.Researched researched -> Optional.of(researched.evidence());
            case AnswerWork.Declined declined -> Optional.of(declined.evidence());
            case AnswerWork later -> later.findDraft().map(AnswerWork.Draft::evidence);
        };
        return found.filter(evidence -> !evidence.passages().isEmpty())
                .map(evidence -> new EvidenceView(
                        evidence.question(),
                        evidence.passages().stream()
                                .map(passage -> new PassageView(passage, sources.apply(passage.source())))
                                .toList(),
                        evidence.contradictions()));
    }

    private static List<TriggerView> triggers(CaseRecord record) {
        List<Trigger> atHandOver =
                record.standing() instanceof Standing.WithPeople people ? people.triggers() : List.of();
        List<Trigger> atRouting = record.findings().route().map(Route::triggers).orElse(List.of());
        return List.of(atHandOver, atRouting).stream()
                .flatMap(Collection::stream)
                .distinct()
                .map(trigger -> new TriggerView(trigger.kind().label(), trigger.because()))
                .toList();
    }

    private static EventView event(CaseEvent event, Instant now) {
        return new EventView(
                event.seq(),
                Moment.of(event.at(), now),
                event.actor().name(),
                CaseJson.kind(event.fact()),
                EventWords.of(event.fact()));
    }
}
