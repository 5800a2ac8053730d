package io.sallyport.knowledge;

import java.time.Instant;
import java.util.Optional;

/**
 * What comes with an import besides the files.
 *
 * @param reviewDates dates kept elsewhere, vouched for by one person
 * @param assumed a person vouches for every article of the import
 */
public record ImportOptions(Optional<ReviewDates> reviewDates, Optional<Review> assumed) {

    public static final ImportOptions NONE = new ImportOptions(Optional.empty(), Optional.empty());

    public static ImportOptions assumeReviewed(Instant at, String by) {
        return new ImportOptions(Optional.empty(), Optional.of(new Review(at, by, Review.How.ASSUMED)));
    }
}
