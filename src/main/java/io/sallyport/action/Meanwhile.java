package io.sallyport.action;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.RecordField;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.SinceActed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a wish that was written while another change waited for a person's yes. It may be that very change, asked for
 * once more, and records that have changed by then would make something else of it.
 */
final class Meanwhile {

    private Meanwhile() {}

    /** @param read what the words come to by themselves, as the records are now */
    static Fact settled(CaseRecord record, Fact read) {
        List<ActionPlan> begun = SinceActed.begunMeanwhile(record);
        if (begun.isEmpty()) {
            return read;
        }
        return switch (read) {
            case Fact.ActionPlanned(ActionPlan plan)
            when begun.stream().anyMatch(done -> isSame(plan, done)) ->
                new Fact.ActionNotPlanned("the " + plan.action() + " that it asks for was carried out meanwhile");
            case Fact.ActionPlanned(ActionPlan plan)
            when !isNamed(plan, Said.of(record).whole()) || begun.stream().anyMatch(done -> isOfSame(plan, done)) ->
                forPerson(plan.action());
            case Fact.ActionSlotMissing(String action, String _, var _)
            when begun.stream().anyMatch(done -> done.action().equals(action)) -> forPerson(action);
            case Fact _ -> read;
        };
    }

    private static Fact forPerson(String action) {
        return new Fact.ActionForPerson("it was written while another change waited for a yes, and the " + action
                + " that it asks for may be of the same thing");
    }

    private static boolean isSame(ActionPlan plan, ActionPlan done) {
        return plan.action().equals(done.action()) && plan.slots().equals(done.slots());
    }

    private static boolean isOfSame(ActionPlan plan, ActionPlan done) {
        return plan.action().equals(done.action()) && about(plan).equals(about(done));
    }

    private static boolean isNamed(ActionPlan plan, String words) {
        return about(plan)
                .filter(record -> !Mentions.of(record.kind(), words, List.of(record))
                        .own()
                        .isEmpty())
                .isPresent();
    }

    /** The first argument is the record that it is about. */
    private static Optional<BusinessRecord> about(ActionPlan plan) {
        return plan.slots().stream()
                .findFirst()
                .map(Slot::checkedAgainst)
                .map(RecordField::record)
                .map(name -> name.split(":", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new BusinessRecord(parts[0], parts[1], Map.of()));
    }
}
