package io.sallyport.knowledge;

import java.time.Instant;

/**
 * A person said that a revision is right.
 *
 * @param by the person's name, never a machine's
 */
public record Review(Instant at, String by, How how) {

    /** Where we know it from. */
    public enum How {
        /** The article's own head names date and person. */
        FRONT_MATTER,
        /** A list of dates given with the import, vouched for by one person. */
        FILE,
        /** A person vouched for a whole import. */
        ASSUMED,
        /** Said to us, article by article. */
        PERSON
    }

    public Review {
        if (!ReviewerName.isPerson(by)) {
            throw new IllegalArgumentException("a review needs a person's name, not '" + by + "'");
        }
    }
}
