package io.sallyport.casefile;

import java.util.List;

/**
 * What the Escalation Writer tells the person who takes a case over, from the case alone. For people inside.
 *
 * @param by the model that wrote it, as in the settings
 * @param promptHash names the instructions it was given
 * @param problem in a few sentences
 * @param tried what was tried so far, with what came of it
 * @param words the customer's that matter, word for word
 * @param nextStep what to do now
 */
public record Brief(
        String by, String promptHash, String problem, List<String> tried, List<String> words, String nextStep) {
    public Brief {
        tried = List.copyOf(tried);
        words = List.copyOf(words);
    }
}
