package io.sallyport.knowledge.markdown;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file says, before anyone decides what to believe of it.
 *
 * @param markdown the body without front matter, line ends normalized
 */
public record ParsedArticle(
        String title,
        Optional<String> author,
        Optional<LocalDate> reviewed,
        Optional<String> reviewedBy,
        boolean internal,
        Optional<String> productArea,
        List<String> tags,
        boolean published,
        String markdown,
        List<Piece> pieces) {

    public ParsedArticle {
        tags = List.copyOf(tags);
        pieces = List.copyOf(pieces);
    }

    /**
     * A passage to be.
     *
     * @param anchor unique within the article; it depends on the piece's own section only, unless two headings are alike
     * @param heading the section's headings, outermost first, without the title; empty before the first heading
     * @param text plain text
     */
    public record Piece(String anchor, List<String> heading, String text) {
        public Piece {
            heading = List.copyOf(heading);
        }
    }
}
