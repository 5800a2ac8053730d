package io.sallyport.testkit;

import io.sallyport.model.language.Usage;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How {@link StubModels} plays one call. */
public sealed interface Script {

    /** The model writes this to its end. */
    record Writes(String text) implements Script {}

    /** The model writes this to its end, and the vendor counted so many tokens. */
    record Bills(String text, Usage usage) implements Script {}

    /** What is played is decided call by call. */
    record Decides(Supplier<Script> next) implements Script {}

    /** What is played is decided by the whole request as it came in. */
    record Chooses(Function<String, Script> by) implements Script {}

    /** The model writes what this makes of the whole request as it came in. */
    record Reads(UnaryOperator<String> writes) implements Script {}

    /** The model writes this and reaches the longest answer allowed. */
    record IsCutOff(String text) implements Script {}

    /** The model declines. */
    record Refuses() implements Script {}

    /** The model wants a tool that nobody offered. */
    record WantsATool() implements Script {}

    /** An error of the vendor's, with {@code retry-after} where the pause is not zero. */
    record Answers(int status, Duration retryAfter) implements Script {
        public Answers(int status) {
            this(status, Duration.ZERO);
        }
    }

    /** An error of the vendor's with this header as well. */
    record AnswersWith(int status, String header, String value) implements Script {}

    /** HTTP 200 with a body that is not the vendor's protocol. */
    record Garbles(String body) implements Script {}

    /** Takes the question and never says anything. */
    record Hangs() implements Script {}

    /** Writes a byte now and then, each soon enough for a reader that waits for bytes only. */
    record Drips() implements Script {}

    /** Closes the connection without an answer. */
    record Resets() implements Script {}

    /** Promises a whole answer and closes the connection in the middle of it. */
    record BreaksOff(String text) implements Script {}
}
