package io.sallyport.gate.claim;

/**
 * A word or figure in the form in which claim and evidence are compared.
 *
 * @param key the same for spellings, inflections and phrases that mean the same
 * @param surface as written, in lower case
 * @param gap the punctuation between the unit before and this one
 * @param isFree whether leaving it out or putting it in changes nothing: articles, "please", "also"
 */
record Unit(String key, String surface, String gap, boolean isFree) {

    boolean matches(Unit evidence) {
        return key.equals(evidence.key) || (evidence.key.equals("you") && surface.equals("one"));
    }

    Unit afterGap(String earlier) {
        return new Unit(key, surface, earlier + gap, isFree);
    }
}
