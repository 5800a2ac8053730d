package io.sallyport.model.language;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

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

    /** Measured frames have some hundred tokens; structured output adds an instruction of the vendor's. */
    private static final long FRAME = 1000;

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

    /**
     * As UTF-8, its schema included, with room for the frame that vendors put around it. No tokenizer in use makes more
     * tokens than bytes, so it is also the most tokens that the input can have.
     */
    public long bytes() {
        var schema = shape.findSchema().map(sent -> sent.document().toString()).orElse("");
        return FRAME
                + Stream.of(instructions, question, schema)
                        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
    }

    /** Tells the instructions of one question from those of another: SHA-256 in hexadecimal digits. */
    public String promptHash() {
        return Prompt.sha256(instructions);
    }

    /** The same request in other words. */
    public Request<A> reworded(String otherInstructions, String otherQuestion) {
        return new Request<>(purpose, otherInstructions, otherQuestion, shape, longest, patience);
    }
}
