package io.sallyport.casefile;

import java.util.Locale;

/**
 * A reason to bring a person in.
 *
 * @param because the words, counts or facts that set it off
 */
public record Trigger(Kind kind, String because) {

    public enum Kind {
        P1,
        LEGAL,
        SECURITY,
        SAFETY,
        PERSON_ASKED,
        SEVERE_FRUSTRATION,
        REPEATED_ATTEMPTS,
        VIP,
        AT_RISK,
        OUT_OF_SCOPE,
        LANGUAGE_NOT_SERVED,
        INJECTION,
        LOW_CONFIDENCE,
        NO_ANSWER,
        ACTION_NEEDS_PERSON,
        GATE_STOPPED,
        VENDOR_DOWN,
        BUDGET_SPENT,
        STEP_FAILED;

        /** As people and data files write it: {@code person-asked}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
