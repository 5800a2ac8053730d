package io.sallyport.knowledge;

import io.sallyport.knowledge.Revision.Section;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** An article's words and labels on their way into the store. */
public record ArticleDraft(
        String slug,
        String title,
        Optional<String> author,
        Audience audience,
        Optional<String> productArea,
        List<String> tags,
        boolean published,
        String markdown,
        List<Section> sections) {

    public ArticleDraft {
        tags = List.copyOf(tags);
        sections = List.copyOf(sections);
        if (slug.isBlank() || title.isBlank() || sections.isEmpty()) {
            throw new IllegalArgumentException("an article needs a slug, a title and text: '" + slug + "'");
        }
    }

    /**
     * Stands for what a reviewer vouches for: title, words, and who may read them. Labels that only sort (tags, product
     * area) and white space at line ends are left out.
     */
    public String contentHash() {
        var words = markdown.lines().map(String::stripTrailing).toList();
        return hash(title + "\n" + audience + "\n" + String.join("\n", words).strip());
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
