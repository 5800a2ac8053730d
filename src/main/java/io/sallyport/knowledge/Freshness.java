package io.sallyport.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** How long a review lets an article be quoted. */
public record Freshness(Duration limit) {

    public static final Freshness DEFAULT = new Freshness(Duration.ofDays(90));

    public Freshness {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("freshness has to be a positive time, not " + limit);
        }
    }

    public boolean isFresh(Review review, Instant now) {
        return !isToCome(review, now) && !now.isAfter(review.at().plus(limit));
    }

    /** Why an article may be read but not quoted to a customer; empty when it may be quoted. */
    public Optional<String> whyNotCitable(Article article, Instant now) {
        if (article.audience() == Audience.INTERNAL) {
            return Optional.of("internal");
        }
        if (!article.published()) {
            return Optional.of("not published");
        }
        return whyNotReviewed(article.review(), now);
    }

    Optional<String> whyNotReviewed(Optional<Review> review, Instant now) {
        if (review.isEmpty()) {
            return Optional.of("never reviewed by a person");
        }
        if (isFresh(review.get(), now)) {
            return Optional.empty();
        }
        var day = review.get().at().atZone(ZoneOffset.UTC).toLocalDate();
        return Optional.of(
                isToCome(review.get(), now)
                        ? "reviewed " + day + ", a day still to come"
                        : "reviewed " + day + ", more than " + limit.toDays() + " days ago");
    }

    private static boolean isToCome(Review review, Instant now) {
        return review.at().isAfter(now);
    }
}
