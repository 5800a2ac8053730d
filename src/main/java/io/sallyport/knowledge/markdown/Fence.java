package io.sallyport.knowledge.markdown;

import java.util.Optional;
import java.util.regex.Pattern;

/** The line that opens a fenced code block. */
record Fence(char mark, int length) {

    private static final Pattern OPENING =
            Pattern.compile("^\\s*(?:[-*+]\\s+|\\d+[.)]\\s+)?(`{3,}(?=[^`]*$)|~{3,}).*$");

    static Optional<Fence> findIn(String line) {
        var opening = OPENING.matcher(line);
        return opening.matches()
                ? Optional.of(
                        new Fence(opening.group(1).charAt(0), opening.group(1).length()))
                : Optional.empty();
    }

    boolean isClosedBy(String line) {
        var trimmed = line.strip();
        return trimmed.length() >= length && trimmed.chars().allMatch(letter -> letter == mark);
    }
}
