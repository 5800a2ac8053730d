package io.sallyport.answer;

/**
 * One sentence of a passage, word for word, and how it stands there.
 *
 * @param block counts the paragraphs and lists of the passage; one list, steps or items, is one block
 * @param goesOn whether it goes on with the entry that the unit before it belongs to
 * @param leansOnPrevious whether it cannot be read without the sentence before, as it opens with "It" or "However"
 * @param lacksCode whether it leads in code, which was left out
 */
record Unit(String text, Form form, int block, boolean goesOn, boolean leansOnPrevious, boolean lacksCode) {

    enum Form {
        PROSE,
        /** An entry of an unordered list or a table row. */
        ITEM,
        /** An entry of a numbered list. */
        STEP,
        /** An entry of a list inside a step. */
        NESTED
    }

    /** Announces what follows and means nothing alone. */
    boolean leadsIn() {
        return text.endsWith(":");
    }

    Unit withoutCode() {
        return new Unit(text, form, block, goesOn, leansOnPrevious, true);
    }

    boolean endsLikeSentence() {
        return text.matches("(?s).*[.!?][\"')\\]]*");
    }
}
