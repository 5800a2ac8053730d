package io.sallyport.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
        return switch (article.standing()) {
            case Standing.Withdrawn withdrawn ->
                Optional.of("withdrawn on " + day(withdrawn.at()) + " by " + withdrawn.by());
            case Standing.Held held ->
                Optional.of("held since " + day(held.at()) + ", as an import could not take in its file");
            case Standing.Unpublished _ -> Optional.of(isInternal(article) ? "internal" : "not published");
            case Standing.Published _ ->
                isInternal(article) ? Optional.of("internal") : whyNotReviewed(article.review(), now);
        };
    }

    private static boolean isInternal(Article article) {
        return article.audience() == Audience.INTERNAL;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    Optional<String> whyNotReviewed(Optional<Review> review, Instant now) {
        if (review.isEmpty()) {
            return Optional.of("never reviewed by a person");
        }
        if (isFresh(review.get(), now)) {
            return Optional.empty();
        }
        var day = day(review.get().at());
        return Optional.of(
                isToCome(review.get(), now)
                        ? "reviewed " + day + ", a day still to come"
                        : "reviewed " + day + ", more than " + limit.toDays() + " days ago");
    }

    private static boolean isToCome(Review review, Instant now) {
        return review.at().isAfter(now);
    }
}
