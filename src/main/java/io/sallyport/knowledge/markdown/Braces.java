package io.sallyport.knowledge.markdown;

/** JSX expressions: text in braces. */
final class Braces {

    private Braces() {}

    /** The index after the brace that closes the one at {@code start}; -1 when none does. */
    static int end(String text, int start) {
        if (text.startsWith("{/*", start)) {
            var close = text.indexOf("*/}", start);
            return close < 0 ? -1 : close + 3;
        }
        var depth = 0;
        for (var at = start; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '\'', '"', '`' -> at = endOfString(text, at);
                default -> {}
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    private static int endOfString(String text, int start) {
        for (var at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(start)) {
                return at;
            }
        }
        // An apostrophe, not a string.
        return start;
    }
}
