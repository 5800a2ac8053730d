package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
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
        return Objections.toReason(why);
    }

    Fact fact() {
        return new Fact.Reclassified(category, priority, queue, why.strip());
    }
}
