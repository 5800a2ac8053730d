package io.sallyport.casefile;

import java.util.List;

/**
 * One sentence of a reply as its writer meant it; gates do not take the writer's word for where sentences end.
 *
 * @param citations empty for courtesies and questions
 */
public record Sentence(String text, Layout layout, List<Citation> citations) {

    /** How the sentence stands on the page. */
    public enum Layout {
        /** Continues the paragraph. */
        RUN_ON,
        /** Opens a new paragraph. */
        PARAGRAPH,
        /** A step of its own in a numbered list. */
        STEP
    }

    public Sentence {
        citations = List.copyOf(citations);
    }

    public static Sentence plain(String text, Layout layout) {
        return new Sentence(text, layout, List.of());
    }
}
