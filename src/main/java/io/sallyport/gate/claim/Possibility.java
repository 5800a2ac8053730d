package io.sallyport.gate.claim;

import java.util.regex.Pattern;

/** "It is possible to cancel" and "you can cancel" say the same, and so do their denials. */
final class Possibility {

    private static final Pattern POSSIBLE = Pattern.compile(
            "\\b(?:it is (not )?(?:also )?possible (?:for you )?to|you have the (?:option|ability|possibility) to)\\b",
            Pattern.CASE_INSENSITIVE);

    private Possibility() {}

    /** @param sentence with contractions written out */
    static String asAbility(String sentence) {
        return POSSIBLE.matcher(sentence).replaceAll(match -> match.group(1) == null ? "you can" : "you can not");
    }
}
