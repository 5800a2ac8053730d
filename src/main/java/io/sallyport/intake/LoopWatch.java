package io.sallyport.intake;

import io.sallyport.casefile.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sees two machines writing to each other: too many messages from one address, or the same words over and over. */
final class LoopWatch {

    private static final Duration RATE_WINDOW = Duration.ofHours(1);
    private static final Duration REPEAT_WINDOW = Duration.ofDays(1);

    private final Arrivals arrivals;
    private final IntakeSettings settings;

    LoopWatch(Arrivals arrivals, IntakeSettings settings) {
        this.arrivals = arrivals;
        this.settings = settings;
    }

    /** The message with a mark when it looks like part of a loop. Only live mail can loop: nobody answers the rest. */
    Message marked(Message message, Incoming incoming, String textHash, Instant now) {
        boolean canLoop = switch (incoming.channel()) {
            case EMAIL ->
                incoming.pace() == Incoming.Pace.LIVE && !incoming.from().isEmpty();
            case WEB, CHAT, API -> false;
        };
        return canLoop
                ? sign(incoming.from(), textHash, now)
                        .map(sign -> MessageWriter.marked(message, Marks.LOOP, sign))
                        .orElse(message)
                : message;
    }

    private Optional<String> sign(String sender, String textHash, Instant now) {
        int count = arrivals.countSince(sender, now.minus(RATE_WINDOW));
        if (count >= settings.loopMessages()) {
            return Optional.of(count + " messages within an hour");
        }
        int same = arrivals.countSameTextSince(sender, textHash, now.minus(REPEAT_WINDOW));
        return same >= settings.loopRepeats() ? Optional.of("the same words " + same + " times") : Optional.empty();
    }
}
