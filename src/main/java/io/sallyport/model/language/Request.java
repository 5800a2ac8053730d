package io.sallyport.model.language;

import java.time.Duration;

/**
 * One question to a model.
 *
 * @param instructions what the role has to do; the same for every case, so vendors can cache it
 * @param question this case's material
 * @param shape what the answer has to look like
 * @param longest the most tokens the answer may have
 * @param patience how long whoever asks waits, repeated and fallen-back calls included
 */
public record Request<A>(
        Purpose purpose, String instructions, String question, Shape<A> shape, int longest, Duration patience) {

    /** Two calls of the longest time allowed by default. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    public Request {
        if (question.isBlank()) {
            throw new IllegalArgumentException("a model cannot be asked nothing");
        }
        if (longest < 1) {
            throw new IllegalArgumentException("an answer needs at least one token, not " + longest);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("an answer takes time, so patience cannot be " + patience);
        }
    }

    public Request(Purpose purpose, String instructions, String question, Shape<A> shape, int longest) {
        this(purpose, instructions, question, shape, longest, PATIENCE);
    }

    /** The same request in other words. */
    public Request<A> reworded(String otherInstructions, String otherQuestion) {
        return new Request<>(purpose, otherInstructions, otherQuestion, shape, longest, patience);
    }
}
