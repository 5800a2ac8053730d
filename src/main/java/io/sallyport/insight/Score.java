package io.sallyport.insight;

/**
 * One of a review's four scores.
 *
 * @param points 5 nothing to object, 4 a slip that changes nothing, 3 the customer would notice, 2 it misleads or leaves the
 *     customer with the work, 1 wrong or harmful
 * @param because what is wrong, or with 5 what was checked
 */
public record Score(int points, String because) {

    public static final int BEST = 5;

    public Score {
        if (points < 1 || points > BEST) {
            throw new IllegalArgumentException("a score is 1 to " + BEST + ", not " + points);
        }
        if (because.isBlank()) {
            throw new IllegalArgumentException("a score needs its reason");
        }
    }

    /** Of two readers the stricter counts; of equal ones, this. */
    Score orLower(Score other) {
        return other.points < points ? other : this;
    }
}
