package io.sallyport.action;

import io.sallyport.casefile.ActionPlan.RecordField;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.BusinessRecord;
import java.util.List;

/** What became of the arguments of one action. */
sealed interface Filled {

    /** @param about the record that the plan is about */
    record Ready(List<Slot> slots, BusinessRecord about) implements Filled {
        public Ready {
            slots = List.copyOf(slots);
        }
    }

    /** Only the customer can say. */
    record Missing(String slot, List<String> choices) implements Filled {
        public Missing {
            choices = List.copyOf(choices);
        }
    }

    /** It cannot be filled safely. */
    record Unsafe(String why) implements Filled {}

    /** This action cannot be what is wanted: there is nothing to upgrade to. */
    record NotMeant(String why) implements Filled {}

    /** One argument's value and where it stands. */
    record Placed(String value, RecordField at) {}
}
