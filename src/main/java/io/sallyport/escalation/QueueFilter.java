package io.sallyport.escalation;

import java.util.Locale;
import java.util.Optional;

/**
 * Which of the cases that people have are listed.
 *
 * @param queue empty for all
 * @param person who looks, for {@link View#MINE} and {@link View#MY_QUEUES}
 */
public record QueueFilter(Optional<String> queue, View view, String person, int limit) {

    public enum View {
        ALL,
        /** What is in the queues that they serve, and what is theirs besides; every queue for who serves none. */
        MY_QUEUES,
        /** Theirs, and those whose notes name them, also where no people have the case. */
        MINE,
        UNCLAIMED,
        /** Reminded of, and still nobody decided anything. */
        STALE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public static QueueFilter all(int limit) {
        return new QueueFilter(Optional.empty(), View.ALL, "", limit);
    }
}
