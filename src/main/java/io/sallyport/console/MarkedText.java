package io.sallyport.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with some of its passages marked.
 *
 * @param pieces the whole text in order
 */
public record MarkedText(List<Piece> pieces) {

    public record Piece(String text, boolean isMarked) {}

    public MarkedText {
        pieces = List.copyOf(pieces);
    }

    /** Marks every passage that occurs in the text, word for word. */
    static MarkedText of(String text, Collection<String> passages) {
        boolean[] marked = new boolean[text.length()];
        for (String passage : passages) {
            int at = passage.isBlank() ? -1 : text.indexOf(passage);
            for (int i = at; i >= 0 && i < at + passage.length(); i++) {
                marked[i] = true;
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || marked[i] != marked[from]) {
                pieces.add(new Piece(text.substring(from, i), marked[from]));
                from = i;
            }
        }
        return new MarkedText(pieces);
    }

    public boolean isAnyMarked() {
        return pieces.stream().anyMatch(Piece::isMarked);
    }
}
