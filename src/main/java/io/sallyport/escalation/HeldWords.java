package io.sallyport.escalation;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import java.util.Optional;

/** What of a case waits for a person's decision, in words for the team. */
public final class HeldWords {

    private HeldWords() {}

    /** Such as {@code a draft waits for a decision}; empty when nothing is held. */
    public static Optional<String> of(CaseRecord record) {
        if (record.action() instanceof ActionWork.Held held) {
            return Optional.of("the plan " + held.plan().action() + " waits for a person's yes");
        }
        if (record.answer() instanceof AnswerWork.Held held) {
            return held.draft()
                    .editedBy()
                    .map(person -> "a gate stopped the words of " + person + ", which wait to be mended")
                    .or(() -> ofDraft(record));
        }
        return record.bridge() instanceof BridgeWork.Held held
                ? Optional.of(of(held.bridge().round().occasion()))
                : Optional.empty();
    }

    /** Whoever has the case writes what they want. */
    private static Optional<String> ofDraft(CaseRecord record) {
        return record.standing() instanceof Standing.WithPeople
                ? Optional.empty()
                : Optional.of("a draft waits for a decision");
    }

    private static String of(BridgeWork.Occasion occasion) {
        return switch (occasion) {
            case NEWS -> "news for the customer wait for a person's yes";
            case HAND_OVER, STILL_WAITING -> "a message to the customer waits for a person's yes";
        };
    }
}
