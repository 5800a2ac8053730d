package io.sallyport.console;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Undo;
import java.util.stream.Collectors;

/** Says in one line what the action lane did. */
final class ActionWords {

    private ActionWords() {}

    static String planned(ActionPlan plan) {
        String slots = plan.slots().stream()
                .map(slot -> slot.name() + " " + slot.value())
                .collect(Collectors.joining(", "));
        return "Plans to " + plan.action() + (slots.isEmpty() ? "" : ": " + slots);
    }

    static String intended(Proposal content) {
        return switch (content) {
            case Reply _ -> "Intends to send";
            case ActionPlan plan -> "Intends to " + plan.action();
            case Undo undo -> "Intends to undo the " + undo.plan().action();
            case Errand errand -> "Intends to carry out " + errand.id();
            case Packet _ -> "Intends to hand over";
            case CodeMail _ -> "Intends to send a one-time code to the address on file";
        };
    }

    static String tried(Fact.CodeTried.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "Gave the right code";
            case WRONG -> "Gave a wrong code";
            case VOID -> "Gave a code that no longer counts";
            case EXHAUSTED -> "Gave too many wrong codes";
            case NONE_GIVEN -> "Wrote something else than the code";
        };
    }
}
