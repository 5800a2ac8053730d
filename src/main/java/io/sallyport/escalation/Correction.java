package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import java.util.Optional;

/**
 * What a case is, in a person's judgement; what is empty stays as it is.
 *
 * @param queue a name of one of the human queues
 */
public record Correction(Optional<Category> category, Optional<Priority> priority, Optional<String> queue, String why) {

    Optional<String> objection(CaseRecord record) {
        if (category.isEmpty() && priority.isEmpty() && queue.isEmpty()) {
            return Optional.of("Say what is to change: category, priority or queue.");
        }
        if (record.findings().triage().isEmpty() && (category.isPresent() || priority.isPresent())) {
            return Optional.of("The case has not been triaged yet; there is nothing to correct.");
        }
        if (queue.isPresent() && !(record.standing() instanceof Standing.WithPeople)) {
            return Optional.of("The case is in no queue; claim it first.");
        }
        Correction change = of(record);
        return change.category.isEmpty() && change.priority.isEmpty() && change.queue.isEmpty()
                ? Optional.of("That is what the case is already; say what is to change.")
                : Objections.toReason(why);
    }

    /** What of it changes the case, so that nothing counts as put right that was right. */
    Fact fact(CaseRecord record) {
        Correction change = of(record);
        return new Fact.Reclassified(change.category, change.priority, change.queue, why.strip());
    }

    private Correction of(CaseRecord record) {
        return new Correction(
                category.filter(said -> said != record.triage().category()),
                priority.filter(said -> !isSaid(said, record)),
                queue.filter(said -> !(record.standing() instanceof Standing.WithPeople people
                        && people.queue().equals(said))),
                why);
    }

    /** What triage or other cases made of it a person may confirm: from then on it is a person's word. */
    private static boolean isSaid(Priority priority, CaseRecord record) {
        boolean isPersons = record.handOver()
                .correction()
                .flatMap(HandOver.Correction::priority)
                .filter(priority::equals)
                .isPresent();
        return isPersons && record.triage().priority() == priority;
    }
}
