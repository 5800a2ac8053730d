package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a case takes on with another that goes on there: its thread and, where somebody waits for an answer, its people. */
final class GoesOn {

    private GoesOn() {}

    static List<Fact> on(CaseRecord target, CaseRecord merged) {
        var facts = new ArrayList<Fact>();
        facts.add(absorbed(merged));
        if (!(target.standing() instanceof Standing.WithPeople) && isOpen(merged)) {
            facts.add(new Fact.Escalated(
                    merged.queue(), triggers(merged), merged.id() + " goes on here: " + why(merged), List.of()));
            if (merged.isTakenOver()) {
                facts.add(new Fact.CaseClaimed());
            }
        }
        return facts;
    }

    /** And what that one had taken on itself. */
    private static Fact absorbed(CaseRecord merged) {
        return new Fact.CaseAbsorbed(
                merged.id(),
                Stream.concat(merged.handOver().absorbed().stream(), merged.messages().stream())
                        .toList());
    }

    private static boolean isOpen(CaseRecord merged) {
        return merged.standing() instanceof Standing.WithPeople || merged.isAnswerOwed();
    }

    private static List<Trigger> triggers(CaseRecord merged) {
        return merged.standing() instanceof Standing.WithPeople people
                ? people.triggers()
                : merged.findings().route().map(Route::triggers).orElse(List.of());
    }

    private static String why(CaseRecord merged) {
        return merged.standing() instanceof Standing.WithPeople people
                ? people.why()
                : "nobody has answered it yet";
    }
}
