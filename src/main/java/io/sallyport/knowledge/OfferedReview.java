package io.sallyport.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The day of a review that comes along with an import. A day that already stood on an earlier revision says nothing
 * about an edit made since, so it has to be later than each of those, and its review newer than every review known of
 * the article. A person who vouches for the whole import means the text as it is now.
 *
 * @param day as it was written, wherever on earth it was meant
 * @param review empty when the day does not count, as nobody is named or it is still to come; it has stood there, too
 */
public record OfferedReview(LocalDate day, Optional<Review> review) {

    /** Where on earth a day begins first, this long before UTC. */
    private static final ZoneOffset FARTHEST_EAST = ZoneOffset.ofHours(14);

    /** Of a review that is the first moment of its day, or the moment at which that day had begun only farther east. */
    static OfferedReview of(Review review) {
        var utc = review.at().atOffset(ZoneOffset.UTC);
        var isWholeDay = utc.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new OfferedReview(isWholeDay ? utc.toLocalDate() : latestDay(review.at()), Optional.of(review));
    }

    /** The day that it is farthest east. */
    static LocalDate latestDay(Instant now) {
        return now.atOffset(FARTHEST_EAST).toLocalDate();
    }

    /**
     * What is known of the revisions before the current one.
     *
     * @param newest their newest review
     * @param lastDay the last day that was written of them and has come
     */
    record Earlier(Optional<Instant> newest, Optional<LocalDate> lastDay) {}

    /**
     * The newest of these that counts.
     *
     * @param newestCurrent review of the current revision
     */
    static Optional<Review> choose(
            Collection<OfferedReview> offered, Earlier earlier, Optional<Instant> newestCurrent) {
        return offered.stream()
                .flatMap(one -> one.review().filter(review -> one.counts(review, earlier, newestCurrent)).stream())
                .max(Comparator.comparing(Review::at));
    }

    private boolean counts(Review offered, Earlier earlier, Optional<Instant> newestCurrent) {
        var newer = newestCurrent.map(known -> offered.at().isAfter(known)).orElse(true);
        return newer
                && switch (offered.how()) {
                    case ASSUMED, PERSON -> true;
                    case FRONT_MATTER, FILE ->
                        earlier.newest()
                                        .map(known -> offered.at().isAfter(known))
                                        .orElse(true)
                                && earlier.lastDay().map(day::isAfter).orElse(true);
                };
    }
}
