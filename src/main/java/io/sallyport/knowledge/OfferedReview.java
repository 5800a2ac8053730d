package io.sallyport.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether a review that comes along with an import counts. A date that already stood on an earlier revision says
 * nothing about an edit made since, so it has to be newer than every review known of the article. A person who vouches
 * for the whole import means the text as it is now.
 */
final class OfferedReview {

    private OfferedReview() {}

    /**
     * The newest of these that counts.
     *
     * @param newestEarlier of the revisions before the current one
     * @param newestCurrent of the current revision
     */
    static Optional<Review> choose(
            Collection<Review> offered, Optional<Instant> newestEarlier, Optional<Instant> newestCurrent) {
        return offered.stream()
                .filter(review -> counts(review, newestEarlier, newestCurrent))
                .max(Comparator.comparing(Review::at));
    }

    private static boolean counts(Review offered, Optional<Instant> newestEarlier, Optional<Instant> newestCurrent) {
        var newer = newestCurrent.map(known -> offered.at().isAfter(known)).orElse(true);
        return newer
                && switch (offered.how()) {
                    case ASSUMED, PERSON -> true;
                    case FRONT_MATTER, FILE ->
                        newestEarlier.map(known -> offered.at().isAfter(known)).orElse(true);
                };
    }
}
