package io.sallyport.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who read a message for triage, and what they said beside category and priority.
 *
 * @param by a model as in the settings, or {@code embedded}
 * @param promptHash names the instructions the model was given; empty where none was asked
 * @param reasons for people; where the embedded engine stands in, why
 * @param triggers what this reading brings a person in for, beside the rules of routing
 */
public record Reading(String by, String promptHash, List<String> reasons, List<Trigger> triggers) {

    public static final Reading EMBEDDED = new Reading("embedded", "", List.of(), List.of());

    public Reading {
        reasons = List.copyOf(reasons);
        triggers = List.copyOf(triggers);
    }

    /** Cases written before models triaged hold none. */
    static Reading orEmbedded(@Nullable Reading reading) {
        return reading == null ? EMBEDDED : reading;
    }
}
