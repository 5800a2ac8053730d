package io.sallyport.insight;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import java.time.Instant;

/**
 * What is known of the quality of one reply that was sent.
 *
 * @param number among the lane's sent replies, from 1
 */
public record Finding(String effectId, CaseId caseId, Lane lane, long number, Instant sentAt, Outcome outcome) {

    public sealed interface Outcome {

        record NotSampled() implements Outcome {}

        /** @param why what went wrong at the latest try; empty before the first */
        record Waiting(int tries, String why) implements Outcome {}

        record Reviewed(Review.Scored review, Instant at) implements Outcome {}

        /** Sampled, tried, and given up. */
        record NotReviewed(int tries, String why) implements Outcome {}
    }

    /** A customer may have been told what is not so. */
    public boolean isNotAccurate() {
        return outcome instanceof Outcome.Reviewed(var review, var _) && !review.isAccurate();
    }
}
