package io.sallyport.flow;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.NewsAnswer;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.Optional;

/** Why a person gets the case, and which queue: what the record says, nothing else. */
final class Escalations {

    private Escalations() {}

    /** What in the record calls for a person, the most pressing reason first. */
    static Fact.Escalated of(CaseRecord record) {
        if (record.failure().isPresent()) {
            Fact.StepFailed failed = record.failure().get();
            String why = failed.step() + " failed " + failed.attempt() + " times: " + failed.fault();
            return because(record, new Trigger(Trigger.Kind.STEP_FAILED, why));
        }
        if (NewsAnswer.of(record).equals(Optional.of(NewsAnswer.BROKEN))) {
            return back(record, Standing.WithPeople.STILL_BROKEN);
        }
        Optional<String> hindrance = NewsText.findHindrance(record);
        // What the customer has written since comes first.
        if (hindrance.isPresent() && !(record.standing() instanceof Standing.AtWork)) {
            return record.bridge() instanceof BridgeWork.Judged judged
                    ? stopped(record, judged.bridge().verdicts())
                    : back(record, hindrance.get());
        }
        // Found only now, with an answer or a plan in the works.
        if (record.standing() instanceof Standing.AtWork
                && record.findings().route().filter(Route::needsPerson).isPresent()) {
            return rerouted(record.route());
        }
        return switch (record.action()) {
            case ActionWork.ForPerson(String why) ->
                because(record, new Trigger(Trigger.Kind.ACTION_NEEDS_PERSON, why));
            case ActionWork.Unacted(var _, String why) -> because(record, new Trigger(Trigger.Kind.VENDOR_DOWN, why));
            case ActionWork _ -> ofAnswer(record);
        };
    }

    private static Fact.Escalated ofAnswer(CaseRecord record) {
        return switch (record.answer()) {
            case AnswerWork.Declined(var _, Trigger why) -> because(record, why);
            case AnswerWork.Judged judged -> stopped(record, judged.verdicts());
            case AnswerWork.Undelivered(var _, String why) ->
                because(record, new Trigger(Trigger.Kind.VENDOR_DOWN, why));
            case AnswerWork _ -> toPeople(record, record.route().triggers(), words(record.route()), List.of());
        };
    }

    /** Gates stopped it: each of them is named, with the sentences that it stopped. */
    static Fact.Escalated stopped(CaseRecord record, List<Verdict> verdicts) {
        List<Verdict.Stop> stops = verdicts.stream()
                .filter(Verdict.Stop.class::isInstance)
                .map(Verdict.Stop.class::cast)
                .toList();
        List<Trigger> triggers = stops.stream()
                .map(stop -> new Trigger(Trigger.Kind.GATE_STOPPED, stop.gate() + ": " + stop.reason()))
                .toList();
        List<Verdict.Flag> flags =
                stops.stream().flatMap(stop -> stop.flagged().stream()).toList();
        String why =
                triggers.isEmpty() ? "a gate stopped it" : triggers.getFirst().because();
        return toPeople(record, triggers, why, flags);
    }

    /** What was noticed only now decides the queue, too. */
    static Fact.Escalated rerouted(Route now) {
        return new Fact.Escalated(now.queue(), now.triggers(), words(now), List.of());
    }

    /** To those who had it. */
    static Fact.Escalated back(CaseRecord record, String why) {
        String had = record.handOver().queue();
        return had.isEmpty() ? because(record, why) : new Fact.Escalated(had, List.of(), why, List.of());
    }

    static Fact.Escalated because(CaseRecord record, String why) {
        return toPeople(record, List.of(), why, List.of());
    }

    private static Fact.Escalated because(CaseRecord record, Trigger trigger) {
        return toPeople(record, List.of(trigger), trigger.because(), List.of());
    }

    private static Fact.Escalated toPeople(
            CaseRecord record, List<Trigger> triggers, String why, List<Verdict.Flag> flags) {
        return new Fact.Escalated(record.queue(), triggers, why, flags);
    }

    private static String words(Route route) {
        return route.triggers().isEmpty()
                ? "routed to people"
                : route.triggers().getFirst().kind().label() + ": "
                        + route.triggers().getFirst().because();
    }
}
