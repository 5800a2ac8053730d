package io.sallyport.gate.claim;

import io.sallyport.text.Words;

/**
 * A word or figure in the form in which claim and evidence are compared.
 *
 * @param key the same for spellings, inflections and phrases that mean the same
 * @param surface as written, in lower case
 * @param gap the punctuation between the unit before and this one
 * @param isFree whether leaving it out or putting it in changes nothing: articles, "please", "also"
 * @param isOne whether an "a" or "an" before it says that there is one
 */
record Unit(String key, String surface, String gap, boolean isFree, boolean isOne) {

    boolean matches(Unit evidence) {
        boolean isSame = key.equals(evidence.key) || (evidence.key.equals("you") && surface.equals("one"));
        return isSame && !(evidence.isOne && isPlural() && !evidence.isPlural());
    }

    private boolean isPlural() {
        String word = surface.replaceFirst("'s?$", "");
        return !Words.singular(word).equals(word);
    }

    Unit afterGap(String earlier) {
        return new Unit(key, surface, earlier + gap, isFree, isOne);
    }
}
