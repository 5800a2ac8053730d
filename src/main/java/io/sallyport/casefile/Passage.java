package io.sallyport.casefile;

import java.util.Optional;

/**
 * A piece of a source that the Researcher found.
 *
 * @param id stable across imports of the same text, such as {@code article:pair-a-sensor#2}
 * @param heading title and section headings, outermost first, joined by {@code " › "}
 * @param text plain text, word for word as in that revision
 * @param score the search's relevance; comparable within one search only
 * @param notCitable why it may be read but not quoted, empty when it may be quoted
 */
public record Passage(
        String id, SourceRef source, String heading, String text, double score, Optional<String> notCitable) {

    public boolean isCitable() {
        return notCitable.isEmpty();
    }
}
