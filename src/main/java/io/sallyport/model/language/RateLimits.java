package io.sallyport.model.language;

import java.time.Duration;

/** When a vendor may be called next, the same for every node. Safe to share between threads and nodes. */
public interface RateLimits {

    /**
     * Books the next turn; urgent work has a share of its own and is ahead of the rest.
     *
     * @param tokens read and written by the call, at a guess
     * @param atMost nothing is booked when the turn would come later
     */
    Turn book(String vendor, boolean isUrgent, long tokens, Duration atMost);

    /** Says how many tokens a call had in truth. */
    void correct(Booked turn, long tokens);

    /** The vendor asked to be left alone for this long; holds for all of its models, on every node. */
    void leaveAlone(String vendor, Duration pause);

    sealed interface Turn {}

    /**
     * @param delay until then
     * @param isFromShare booked on the share kept for urgent work
     */
    record Booked(String vendor, Duration delay, long tokens, boolean isFromShare) implements Turn {}

    /** @param delay until the next turn would come */
    record TooLate(Duration delay) implements Turn {}

    static RateLimits none() {
        return new RateLimits() {
            @Override
            public Turn book(String vendor, boolean isUrgent, long tokens, Duration atMost) {
                return new Booked(vendor, Duration.ZERO, tokens, false);
            }

            @Override
            public void correct(Booked turn, long tokens) {}

            @Override
            public void leaveAlone(String vendor, Duration pause) {}
        };
    }
}
