package io.sallyport.knowledge;

import io.sallyport.casefile.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article as it stands now.
 *
 * @param slug its path in the imported folder without the extension, such as {@code billing/refunds}
 * @param revision the current one, counted from 1
 * @param standing whether it is there for customers, if it is reviewed
 * @param review the newest of the current revision; an edit leaves it empty
 * @param changedAt when the current revision came in
 */
public record Article(
        String slug,
        int revision,
        String title,
        Optional<String> author,
        Audience audience,
        Optional<String> productArea,
        List<String> tags,
        Standing standing,
        Optional<Review> review,
        Instant changedAt) {

    private static final String KIND = "article:";

    public Article {
        tags = List.copyOf(tags);
    }

    public SourceRef ref() {
        return ref(slug, revision);
    }

    public boolean isPublished() {
        return standing instanceof Standing.Published;
    }

    public static SourceRef ref(String slug, int revision) {
        return new SourceRef(KIND + slug, revision);
    }

    /** Empty when the source is something else, such as an account. */
    public static Optional<String> findSlug(SourceRef source) {
        return source.id().startsWith(KIND) ? Optional.of(source.id().substring(KIND.length())) : Optional.empty();
    }
}
