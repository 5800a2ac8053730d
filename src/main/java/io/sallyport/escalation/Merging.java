package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is written on the case that another one of the same customer goes on as. */
final class Merging {

    private static final Actor ROUTER = Actor.agent("router");

    private Merging() {}

    /** Where nobody has it, those who had the other one, or would have got it, have it from then on. */
    static List<Entry> onto(CaseRecord target, CaseRecord from, Actor person) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(person, absorbed(from)));
        if (isHandedOn(target, from)) {
            entries.add(new Entry(ROUTER, handedOn(target, from)));
            reread(target, from).ifPresent(fact -> entries.add(new Entry(ROUTER, fact)));
            if (from.isTakenOver()) {
                entries.add(new Entry(person, new Fact.CaseClaimed()));
            }
        }
        return entries;
    }

    private static boolean isHandedOn(CaseRecord target, CaseRecord from) {
        return isWaiting(from) && !(target.standing() instanceof Standing.WithPeople);
    }

    /** Whether its customer waits for an answer: what leaves the other case just then would end that in silence. */
    static boolean isWaiting(CaseRecord from) {
        return switch (from.standing()) {
            case Standing.AtWork _, Standing.WithPeople _ -> true;
            case Standing.AwaitingCustomer _, Standing.Resolved _, Standing.Junk _ -> false;
        };
    }

    /** And what that one had taken on itself. */
    private static Fact absorbed(CaseRecord from) {
        return new Fact.CaseAbsorbed(
                from.id(),
                Stream.concat(from.handOver().absorbed().stream(), from.messages().stream())
                        .toList());
    }

    private static Fact handedOn(CaseRecord target, CaseRecord from) {
        String why = from.id() + " goes on here";
        return from.standing() instanceof Standing.WithPeople people
                ? new Fact.Escalated(people.queue(), people.triggers(), why + ": " + people.why(), List.of())
                : new Fact.Escalated(queue(target, from), triggers(from), why, List.of());
    }

    private static String queue(CaseRecord target, CaseRecord from) {
        return from.findings().route().map(Route::queue).orElseGet(target::queue);
    }

    private static List<Trigger> triggers(CaseRecord from) {
        return from.findings().route().map(Route::triggers).orElse(List.of());
    }

    /** What it is about now, and as grave as the graver of both. */
    private static Optional<Fact> reread(CaseRecord target, CaseRecord from) {
        Optional<Triage> here = target.findings().triage();
        return from.findings()
                .triage()
                .filter(_ -> here.isPresent())
                .map(there -> new Fact.Reclassified(
                        Optional.of(there.category()),
                        Optional.of(there.priority()).filter(grave -> isGraver(grave, here.get())),
                        Optional.empty(),
                        from.id() + " goes on here"));
    }

    private static boolean isGraver(Priority there, Triage here) {
        return there.compareTo(here.priority()) < 0;
    }
}
