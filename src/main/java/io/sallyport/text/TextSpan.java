package io.sallyport.text;

/**
 * A stretch of a text.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record TextSpan(int start, int end) {

    public TextSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    public String in(String text) {
        return text.substring(start, end);
    }

    public boolean overlaps(TextSpan other) {
        return start < other.end && other.start < end;
    }

    public int length() {
        return end - start;
    }

    /** The span without white space at its ends; empty at its start when there is nothing else. */
    TextSpan trimmedIn(String text) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return new TextSpan(from, to);
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
