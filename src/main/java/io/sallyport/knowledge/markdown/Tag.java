package io.sallyport.knowledge.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One HTML or JSX tag found in a text.
 *
 * @param end index after its closing bracket
 */
record Tag(String name, boolean closing, boolean selfClosing, int end) {

    private static final Pattern OPENING = Pattern.compile("</?([A-Za-z][\\w.-]*)(?=[\\s/>])");

    /** A tag that starts at this index; attribute values may hold brackets in quotes or in JSX braces. */
    static Optional<Tag> findAt(String text, int start) {
        var opening = OPENING.matcher(text).region(start, text.length());
        if (!opening.lookingAt()) {
            return Optional.empty();
        }
        var closes = text.charAt(start + 1) == '/';
        var bracket = closingBracket(text, opening.end());
        if (bracket < 0) {
            return Optional.empty();
        }
        return Optional.of(new Tag(opening.group(1), closes, text.charAt(bracket - 1) == '/', bracket + 1));
    }

    private static int closingBracket(String text, int from) {
        var at = from;
        while (at < text.length()) {
            var letter = text.charAt(at);
            if (letter == '>') {
                return at;
            }
            if (letter == '<') {
                return -1;
            }
            at = switch (letter) {
                case '{' -> afterBraces(text, at);
                case '"', '\'' -> afterQuote(text, at);
                default -> at + 1;
            };
        }
        return -1;
    }

    private static int afterBraces(String text, int at) {
        var end = Braces.end(text, at);
        return end < 0 ? text.length() : end;
    }

    private static int afterQuote(String text, int at) {
        var close = text.indexOf(text.charAt(at), at + 1);
        return close < 0 ? text.length() : close + 1;
    }

    /** Of the first closing tag by its name behind it; empty when it needs none. */
    Optional<MatchResult> findClosing(String text) {
        if (closing || selfClosing) {
            return Optional.empty();
        }
        var behind = Pattern.compile("(?i)</" + Pattern.quote(name) + "\\s*>").matcher(text);
        return behind.find(end) ? Optional.of(behind.toMatchResult()) : Optional.empty();
    }

    String lowerName() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** By JSX's rule, a name in capitals is a component. */
    boolean isComponent() {
        return Character.isUpperCase(name.charAt(0));
    }
}
