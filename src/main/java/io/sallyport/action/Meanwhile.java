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

    /**
     * @param read what the words come to by themselves, as the records are now
     * @param definitions that it was read by
     */
    static Fact settled(CaseRecord record, Fact read, List<Definition> definitions) {
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
            case Fact.ActionSlotMissing(String action, String slot, var _)
            when !isAbout(definitions, action, slot)
                    && namesNothing(Said.of(record).whole()) -> forPerson(action);
            case Fact _ -> read;
        };
    }

    /** Whether what is asked for is the record itself, which the answer will name. */
    private static boolean isAbout(List<Definition> definitions, String action, String slot) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(action))
                .anyMatch(definition -> definition.details().about().contains(slot));
    }

    /** No word of it looks like the number of any record. */
    private static boolean namesNothing(String words) {
        return Mentions.of("", words, List.of()).strange().isEmpty();
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
