package io.sallyport.text.phrases;

/**
 * A phrase found in a text.
 *
 * @param section the heading it stands under in its list; empty when it stands above the first
 * @param words the text's own words, exactly as written
 * @param from the place of its first word among the text's words, {@code to} the place after its last
 */
public record PhraseHit(String section, String words, int from, int to) {

    boolean overlaps(PhraseHit other) {
        return from < other.to && other.from < to;
    }
}
